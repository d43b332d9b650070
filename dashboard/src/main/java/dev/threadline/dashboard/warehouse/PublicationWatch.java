package dev.threadline.dashboard.warehouse;

import dev.threadline.dashboard.error.UserError;
import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Looks at a warehouse now and then; what is wrong with it is logged, once as long as it stays the same. */
public final class PublicationWatch implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(PublicationWatch.class);

    /** What is done at each look. */
    @FunctionalInterface
    public interface Look {
        void look() throws SQLException, InterruptedException;
    }

    private final String name;
    private final Look look;
    private final ScheduledExecutorService timer;
    private String lastProblem = "";

    /**
     * A watch that does not look yet.
     *
     * @param name of its thread, and in the log
     */
    public PublicationWatch(String name, Look look) {
        this.name = name;
        this.look = look;
        this.timer = Executors.newSingleThreadScheduledExecutor(task -> {
            Thread thread = new Thread(task, name);
            thread.setDaemon(true);
            return thread;
        });
    }

    /** Looks now, and again whenever so much time passed since the last look. */
    public void every(Duration interval) {
        Future<?> unused =
                timer.scheduleWithFixedDelay(this::lookQuietly, 0, interval.toMillis(), TimeUnit.MILLISECONDS);
    }

    void lookQuietly() {
        try {
            look.look();
            lastProblem = "";
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        } catch (UserError unreadable) {
            if (isNew(unreadable)) {
                LOG.warn("{}", unreadable.getMessage());
            }
        } catch (SQLException | RuntimeException broken) {
            if (isNew(broken)) {
                LOG.error("{} failed", name, broken);
            }
        }
    }

    private boolean isNew(Exception problem) {
        boolean same = problem.toString().equals(lastProblem);
        lastProblem = problem.toString();
        return !same;
    }

    @Override
    public void close() {
        timer.shutdownNow();
    }
}
