package dev.threadline.dashboard.alert;

import dev.threadline.dashboard.query.Filter;
import dev.threadline.dashboard.warehouse.Publication;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What is remembered of alerts: which are on, and what is still to be told.
 *
 * @param firing by the names of their rules
 */
record AlertState(Map<String, Firing> firing, List<Notice> outbox) {

    /**
     * An alert that is on.
     *
     * @param since when the publication was written that began it, ISO-8601
     */
    record Firing(String since, long publicationId) {}

    static final AlertState NONE = new AlertState(Map.of(), List.of());

    AlertState {
        firing = new TreeMap<>(firing);
        outbox = List.copyOf(outbox);
    }

    /**
     * The state after a publication: an alert is told when it begins and when it ends, and not in between. What cannot be
     * judged stays as it was; what has no rule any more is forgotten.
     *
     * @param now when it is to be told
     */
    AlertState after(Publication publication, List<Judgement> judgements, Instant now) {
        Map<String, Firing> on = new TreeMap<>();
        List<Notice> toTell = new ArrayList<>(outbox);
        for (Judgement judgement : judgements) {
            String name = judgement.rule().name();
            Firing before = firing.get(name);
            boolean holds = judgement.isKnown() ? judgement.holds() : before != null;
            if (holds) {
                on.put(
                        name,
                        before != null
                                ? before
                                : new Firing(publication.publishedAt().toString(), publication.publicationId()));
            }
            if (holds != (before != null)) {
                toTell.add(notice(judgement, holds, publication, now));
            }
        }
        return new AlertState(on, toTell);
    }

    /** The same with nothing to tell. */
    AlertState silent() {
        return new AlertState(firing, List.of());
    }

    AlertState withOutbox(List<Notice> left) {
        return new AlertState(firing, left);
    }

    private static Notice notice(Judgement judgement, boolean holds, Publication publication, Instant now) {
        AlertRule rule = judgement.rule();
        String state = holds ? "firing" : "resolved";
        Unit unit = rule.metric().unit();
        Map<String, @Nullable Object> body = new LinkedHashMap<>();
        body.put("id", "%s/%d/%s".formatted(rule.name(), publication.publicationId(), state));
        body.put("state", state);
        body.put("alert", rule.name());
        body.put("metric", rule.metric().word());
        body.put("condition", rule.condition().inWords(unit));
        body.put("value", judgement.value().getAsDouble());
        if (judgement.usual().isPresent()) {
            body.put("usual", judgement.usual().getAsDouble());
        }
        body.put("n", judgement.n());
        body.put("filter", filters(rule));
        body.put("publication_id", publication.publicationId());
        body.put("as_of", publication.asOf().toString());
        body.put(
                "text",
                "%s: %s. %s is %s (%s; n %,d; data to %s)"
                        .formatted(
                                holds ? "Alert" : "Over",
                                rule.name(),
                                rule.metric().word(),
                                unit.inWords(judgement.value().getAsDouble()),
                                rule.condition().inWords(unit),
                                judgement.n(),
                                publication.asOf()));
        return Notice.of(String.valueOf(body.get("id")), body, now);
    }

    static Map<String, List<String>> filters(AlertRule rule) {
        Map<String, List<String>> filters = new TreeMap<>();
        for (Map.Entry<Filter, List<String>> filter : rule.filters().entrySet()) {
            filters.put(filter.getKey().parameter(), filter.getValue());
        }
        return filters;
    }
}
