package dev.threadline.dashboard.web.export;

import dev.threadline.dashboard.access.ExportLog;
import dev.threadline.dashboard.web.question.Question;
import io.javalin.http.Context;
import io.javalin.http.ServiceUnavailableResponse;
import java.io.IOException;
import java.sql.SQLException;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongConsumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What readers take away: a few at once, each with a line in the log, also where it breaks on the way. */
public final class Downloads {

    private static final Logger LOG = LoggerFactory.getLogger(Downloads.class);

    /** Each has a connection and a processor to itself while it lasts. */
    private static final int AT_ONCE = 4;

    private static final Semaphore PLACES = new Semaphore(AT_ONCE);

    private final ExportLog log;

    public Downloads(ExportLog log) {
        this.log = log;
    }

    /** Sends rows, and tells after each how many there were so far. */
    public interface Rows {
        void send(LongConsumer sent) throws SQLException, IOException;
    }

    /**
     * Sends a file.
     *
     * @param name of the table or chart
     */
    public void send(Context context, Question question, String name, String format, Rows rows) throws Exception {
        if (!PLACES.tryAcquire()) {
            context.header("Retry-After", "10");
            throw new ServiceUnavailableResponse("%d exports are under way. Try again soon.".formatted(AT_ONCE));
        }
        context.header(
                "Content-Disposition", "attachment; filename=\"%s\"".formatted(fileName(question, name, format)));
        AtomicLong sent = new AtomicLong();
        boolean complete = false;
        try {
            rows.send(sent::set);
            complete = true;
        } catch (Exception broken) {
            LOG.warn("an export of {} ended after {} rows: {}", name, sent.get(), broken.toString());
            BrokenStream.abort(context, broken);
        } finally {
            PLACES.release();
            log.add(question.visitor(), question.export(name, format, sent.get(), complete));
        }
    }

    private static String fileName(Question question, String name, String format) {
        return "%s-%s-to-%s.%s"
                .formatted(
                        name,
                        question.filters().period().from(),
                        question.filters().period().until().minusDays(1),
                        format);
    }
}
