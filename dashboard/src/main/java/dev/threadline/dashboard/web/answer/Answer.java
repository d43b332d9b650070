package dev.threadline.dashboard.web.answer;

import dev.threadline.dashboard.query.Filter;
import dev.threadline.dashboard.query.Filters;
import dev.threadline.dashboard.query.Period;
import dev.threadline.dashboard.query.SqlTemplate;
import dev.threadline.dashboard.warehouse.Publication;
import dev.threadline.dashboard.warehouse.PublicationReader;
import dev.threadline.dashboard.warehouse.Sight;
import dev.threadline.dashboard.web.parameter.Parameters;
import dev.threadline.dashboard.web.question.Question;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What every answer says beside its numbers: what was asked, of which publication, by which definitions. */
public final class Answer {

    private final Map<String, @Nullable Object> members = new LinkedHashMap<>();
    private final Sight sight;

    private Answer(String name, Sight sight) {
        this.sight = sight;
        members.put("name", name);
    }

    /** An answer about a publication as a whole. */
    static Answer about(String name, PublicationReader reader) {
        Publication publication = reader.publication();
        return new Answer(name, reader.sight())
                .with("publication_id", publication.publicationId())
                .with("published_at", publication.publishedAt().toString())
                .with("as_of", publication.asOf().toString())
                .with("definition_version", publication.definitionVersion())
                .with("report_zone", publication.reportZone().getId());
    }

    /** An answer to a question; its parts may know different clocks and filters. */
    public static Answer to(String name, Question question) {
        Filters asked = question.filters();
        Optional<Period> before =
                question.compared().map(other -> other.filters().period());
        return about(name, question.reader())
                .with("first_date", question.coverage().first().toString())
                .with("from", asked.period().from().toString())
                .with("until", asked.period().until().toString())
                .with("grain", Parameters.word(asked.grain()))
                .with("compare", Parameters.word(question.comparison()))
                .with(
                        "previous_from",
                        before.map(period -> period.from().toString()).orElse(null))
                .with(
                        "previous_until",
                        before.map(period -> period.until().toString()).orElse(null));
    }

    /** An answer to a question, with the clock of its durations and the filters that are set but that the query lacks. */
    public static Answer to(String name, Question question, SqlTemplate query) {
        return to(name, question)
                .with("clock", Parameters.word(query.clock(question.filters())))
                .with("ignored_filters", ignored(query, question.filters()));
    }

    /** The filters that are set and that a query cannot honour. */
    public static List<String> ignored(SqlTemplate query, Filters asked) {
        return asked.beyond(query.filters()).stream().map(Filter::parameter).toList();
    }

    /** Adds a member, without the columns that are out of the reader's sight. */
    public Answer with(String member, @Nullable Object value) {
        members.put(member, inSight(value));
        return this;
    }

    private @Nullable Object inSight(@Nullable Object value) {
        if (value instanceof List<?> list) {
            return list.stream().map(this::inSight).toList();
        }
        if (value instanceof Map<?, ?> row) {
            Map<Object, @Nullable Object> shown = new LinkedHashMap<>(row);
            shown.keySet().removeIf(column -> sight.hides(String.valueOf(column)));
            return shown;
        }
        return value;
    }

    Map<String, @Nullable Object> members() {
        return members;
    }
}
