package dev.threadline.dashboard.alert;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.threadline.dashboard.error.UserError;
import dev.threadline.dashboard.warehouse.LiveWarehouse;
import dev.threadline.dashboard.warehouse.PublicationReader;
import dev.threadline.dashboard.warehouse.PublicationWatch;
import java.io.IOException;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Judges the rules at each publication, remembers which alerts are on, and tells of each beginning and end once. */
public final class Alerts implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Alerts.class);
    private static final ObjectMapper JSON = new ObjectMapper();

    private final AlertSettings settings;
    private final LiveWarehouse warehouse;
    private final InstantSource time;
    private final AlertStateFile file;
    private AlertState state;
    private long judged = -1;
    private volatile List<AlertStatus> statuses = List.of();

    private final PublicationWatch watch = new PublicationWatch("alerts", this::work);

    /**
     * Alerts that remember what was told before.
     *
     * @throws UserError if what they remember cannot be read or written
     */
    public Alerts(AlertSettings settings, LiveWarehouse warehouse, InstantSource time) {
        this.settings = settings;
        this.warehouse = warehouse;
        this.time = time;
        this.file = new AlertStateFile(settings.state());
        this.state = settings.rules().isEmpty() ? AlertState.NONE : file.read();
        if (!settings.rules().isEmpty()) {
            file.write(state);
        }
    }

    /** Judges what is published, and from now on looks at this interval for a new publication and what is to be told. */
    public Alerts every(Duration interval) {
        if (!settings.rules().isEmpty()) {
            watch.every(interval);
        }
        return this;
    }

    /** How the rules stand. */
    public List<AlertStatus> statuses() {
        return statuses;
    }

    /** Judges the newest publication if that has not been done, then tells what is due, also where it cannot be judged. */
    public synchronized void work() throws SQLException, InterruptedException {
        try {
            judge();
        } finally {
            tell();
        }
    }

    private void judge() throws SQLException {
        try (PublicationReader reader = warehouse.read()) {
            if (reader.publication().publicationId() == judged) {
                return;
            }
            AlertEvaluator evaluator = new AlertEvaluator(reader);
            List<Judgement> judgements = new ArrayList<>();
            for (AlertRule rule : settings.rules()) {
                judgements.add(evaluator.judge(rule));
            }
            AlertState after = state.after(reader.publication(), judgements, time.instant());
            after.outbox().stream()
                    .filter(notice -> !state.outbox().contains(notice))
                    .forEach(notice -> LOG.warn("{}", notice.body().get("text")));
            remember(settings.webhook().isPresent() ? after : after.silent());
            statuses = judgements.stream()
                    .map(judgement -> new AlertStatus(
                            judgement,
                            Optional.ofNullable(
                                            state.firing().get(judgement.rule().name()))
                                    .map(AlertState.Firing::since)))
                    .toList();
            judged = reader.publication().publicationId();
        }
    }

    /** In the order of what happened: what does not arrive holds up what came after it. */
    private void tell() throws InterruptedException {
        if (settings.webhook().isEmpty()) {
            return;
        }
        while (!state.outbox().isEmpty()) {
            Instant now = time.instant();
            List<Notice> left = new ArrayList<>(state.outbox());
            Notice notice = left.remove(0);
            if (!notice.isDueAt(now)) {
                return;
            }
            try {
                settings.webhook().get().post(notice.id(), text(notice));
                remember(state.withOutbox(left));
            } catch (IOException undelivered) {
                boolean stale = notice.isStaleAt(now);
                LOG.warn(
                        "alert {} did not arrive: {}; {}",
                        notice.id(),
                        undelivered.toString(),
                        stale ? "it is given up" : "it is tried again");
                if (!stale) {
                    left.add(0, notice.failedAt(now));
                }
                remember(state.withOutbox(left));
            }
        }
    }

    private void remember(AlertState next) {
        if (!next.equals(state)) {
            file.write(next);
            state = next;
        }
    }

    private static String text(Notice notice) {
        try {
            return JSON.writeValueAsString(notice.body());
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    @Override
    public void close() {
        watch.close();
    }
}
