package dev.threadline.dashboard.web.parameter;

import dev.threadline.dashboard.api.ApiParameter;
import dev.threadline.dashboard.query.SqlFile;
import dev.threadline.dashboard.web.question.Question;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Which conversations stand behind a bar, a cell or a number, beyond the filters.
 *
 * @param by what must have happened in the period
 * @param condition the SQL of it all, from the files of the folder {@code narrowing}
 * @param own what the condition binds, beside the targets
 */
public record Narrowing(By by, String condition, Map<String, @Nullable Object> own, ChartParameters targets) {

    private static final int GREATEST = 999_999_999;
    private static final String DUE = file("due");
    private static final String BOT = file("bot");

    /** What conversations are counted by. */
    public enum By {
        STARTED,
        FIRST_RESPONSE,
        RESOLVED,
        /** A turn was answered. */
        REPLIED,
        /** An agent answered a turn; with a filter by agent, that agent. */
        HUMAN_REPLIED,
        /** A stint began. */
        CARRIED;

        private final String condition = file(Parameters.word(this));
    }

    /** A place on an axis. */
    private enum Place {
        /** Of the start in the report zone; 1 is Monday. */
        WEEKDAY(1, 7),
        /** Of the start in the report zone. */
        HOUR(0, 23),
        /** How many at once the agent had who replied; 8 is 8 or more. */
        LOAD(1, 8);

        private final int least;
        private final int greatest;
        private final String condition = file(Parameters.word(this));

        Place(int least, int greatest) {
            this.least = least;
            this.greatest = greatest;
        }
    }

    /** Whether a first response that was due came in time. */
    enum Due {
        ANY,
        MET,
        MISSED
    }

    /** Whether a bot took part. */
    enum Bot {
        ANY,
        WITH
    }

    /** What a range is of: durations in milliseconds, shares in percent. */
    enum Measure {
        FIRST_RESPONSE,
        FIRST_RESPONSE_FROM_HANDOFF,
        CUSTOMER_WAIT,
        RESOLUTION,
        HANDLE,
        CUSTOMER_TURNS,
        /** By tenths. */
        SYNC_SHARE;

        private String expression() {
            return switch (this) {
                case CUSTOMER_TURNS -> "customer_turns";
                case SYNC_SHARE -> "CASE WHEN sync_share = 1 THEN 90 ELSE floor(sync_share * 10) * 10 END";
                case FIRST_RESPONSE, FIRST_RESPONSE_FROM_HANDOFF, CUSTOMER_WAIT, RESOLUTION, HANDLE ->
                    Parameters.word(this) + "{clock}_ms";
            };
        }
    }

    /** Reads {@code by}, {@code weekday}, {@code hour}, {@code load}, {@code due}, {@code bot} and a range. */
    static Narrowing read(Parameters parameters) {
        By by = parameters.choice("by", By.STARTED);
        List<String> conditions = new ArrayList<>(List.of(by.condition));
        Map<String, @Nullable Object> own = new HashMap<>();
        for (Place place : Place.values()) {
            String name = Parameters.word(place);
            parameters.number(name, place.least, place.greatest).ifPresent(number -> {
                conditions.add(place.condition);
                own.put(name, number);
            });
        }
        Due due = parameters.choice("due", Due.ANY);
        if (due != Due.ANY) {
            conditions.add(DUE);
            own.put("in_time", due == Due.MET);
        }
        if (parameters.choice("bot", Bot.ANY) == Bot.WITH) {
            conditions.add(BOT);
        }
        range(parameters, conditions, own);
        return new Narrowing(by, String.join(" AND ", conditions), own, ChartParameters.read(parameters));
    }

    /** A condition that asks for whatever any of them does. */
    static String mostNarrow() {
        return String.join(" AND ", By.STARTED.condition, DUE);
    }

    /** What the document says of them. */
    static List<ApiParameter> described() {
        List<ApiParameter> described = new ArrayList<>();
        described.add(ApiParameter.choice("by", By.STARTED, "What must have happened in the period"));
        for (Place place : Place.values()) {
            described.add(ApiParameter.number(
                    Parameters.word(place), place.least, place.greatest, "Only with this " + Parameters.word(place)));
        }
        described.add(ApiParameter.choice("due", Due.ANY, "Whether a first response that was due came in time"));
        described.add(ApiParameter.choice("bot", Bot.ANY, "Whether a bot took part"));
        described.add(ApiParameter.choice("measure", Measure.FIRST_RESPONSE, "What least and below are of"));
        described.add(ApiParameter.number("least", 0, GREATEST, "At least so much of the measure"));
        described.add(ApiParameter.number("below", 1, GREATEST, "Less than so much of the measure"));
        return described;
    }

    /** A range of {@code measure}, half-open: from {@code least} until {@code below}, of which either may be missing. */
    private static void range(Parameters parameters, List<String> conditions, Map<String, @Nullable Object> own) {
        String expression = parameters.choice("measure", Measure.FIRST_RESPONSE).expression();
        parameters.number("least", 0, GREATEST).ifPresent(least -> {
            conditions.add(expression + " >= :least");
            own.put("least", least);
        });
        parameters.number("below", 1, GREATEST).ifPresent(below -> {
            conditions.add(expression + " < :below");
            own.put("below", below);
        });
    }

    /** The values for the query. */
    Map<String, @Nullable Object> values(Question question) {
        Map<String, @Nullable Object> values = new HashMap<>(targets.values(question));
        values.putAll(own);
        return values;
    }

    private static String file(String name) {
        return SqlFile.text("narrowing/" + name.replace('_', '-'));
    }
}
