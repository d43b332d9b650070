package dev.threadline.dashboard.warehouse;

import dev.threadline.dashboard.error.UserError;
import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Looks at a warehouse now and then; what is wrong with it is logged, once as long as it stays the same. */
final class PublicationWatch implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(PublicationWatch.class);

    private final Runnable look;
    private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor(task -> {
        Thread thread = new Thread(task, "publication-watch");
        thread.setDaemon(true);
        return thread;
    });
    private String lastWarning = "";

    PublicationWatch(Runnable look) {
        this.look = look;
    }

    /** Looks now, and again whenever so much time passed since the last look. */
    void every(Duration interval) {
        Future<?> unused =
                timer.scheduleWithFixedDelay(this::lookQuietly, 0, interval.toMillis(), TimeUnit.MILLISECONDS);
    }

    private void lookQuietly() {
        try {
            look.run();
        } catch (UserError unreadable) {
            String message = String.valueOf(unreadable.getMessage());
            if (!message.equals(lastWarning)) {
                LOG.warn("{}", message);
            }
            lastWarning = message;
        } catch (RuntimeException broken) {
            LOG.error("the newest publication cannot be opened", broken);
        }
    }

    @Override
    public void close() {
        timer.shutdownNow();
    }
}
