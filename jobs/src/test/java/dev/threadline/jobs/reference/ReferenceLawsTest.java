package dev.threadline.jobs.reference;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What must hold in the reference's tables whatever the log. Each query names the rows that break a law. */
class ReferenceLawsTest {

    private static Reference reference;

    @BeforeAll
    static void open() throws SQLException {
        reference = new Reference();
    }

    @AfterAll
    static void close() throws SQLException {
        reference.close();
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void noRowBreaksALaw(long seed) throws SQLException {
        RandomLog log = RandomLog.of(seed);
        reference.tables(log.records(), log.asOf(), RandomLog.SETTINGS);
        assertNone("FROM attached WHERE is_activity AND conversation_id IS NULL");
        assertNone("SELECT source, thread_id, conversation_id FROM conversations GROUP BY ALL HAVING count(*) > 1");
        assertNone("FROM conversations WHERE ended_at < started_at OR messages < 1");
        assertNone("FROM conversations WHERE customer_wait_ms <> wait_queue_ms + wait_agent_ms + wait_bot_ms");
        assertNone("FROM conversations WHERE spells <> reopens + 1");
        assertNone("FROM spells WHERE ended_at < started_at");
        assertNone("FROM turns WHERE reply_ms < 0 OR reply_from_last_ms < 0 OR human_reply_ms < reply_ms");
        assertNone("FROM handle_time WHERE ended_at < started_at");
        assertNone("FROM handle_time a JOIN handle_time b USING (agent_id) WHERE (a.source, a.thread_id, a.place) <>"
                + " (b.source, b.thread_id, b.place) AND a.started_at < b.ended_at AND b.started_at < a.ended_at");
        assertNone("FROM stints a JOIN stints b USING (source, thread_id, conversation_id) WHERE a.stint < b.stint"
                + " AND a.ended_at > b.started_at");
        assertNone("SELECT agent_id, sum(handle_ms), sum(assigned_ms), sum(engaged_ms), sum(messages) FROM agent_load"
                + " GROUP BY ALL EXCEPT SELECT agent_id, coalesce(max(h.handle_ms), 0), coalesce(max(s.assigned_ms), 0),"
                + " coalesce(max(s.engaged_ms), 0), coalesce(max(h.messages), 0) FROM"
                + " (SELECT agent_id, sum(ms(started_at, ended_at)) AS handle_ms, count(*) AS messages FROM handle_time"
                + " GROUP BY ALL) h FULL JOIN (SELECT agent_id, sum(assigned_ms) AS assigned_ms, sum(engaged_ms) AS"
                + " engaged_ms FROM stints GROUP BY ALL) s USING (agent_id) GROUP BY ALL");
    }

    @ParameterizedTest
    @ValueSource(longs = 4)
    void theOrderOfTheInputDoesNotMatter(long seed) {
        RandomLog log = RandomLog.of(seed);
        Tables before = reference.tables(log.records(), log.asOf(), RandomLog.SETTINGS);
        List<LogRecord> shuffled = new ArrayList<>(log.records());
        Collections.shuffle(shuffled, new Random(seed));
        assertThat(reference.tables(shuffled, log.asOf(), RandomLog.SETTINGS)).isEqualTo(before);
    }

    @ParameterizedTest
    @ValueSource(longs = 5)
    void aLogShrinksToWhatItNeedsToDisagree(long seed) {
        RandomLog log = RandomLog.of(seed);
        LogRecord needed = log.records().get(0);
        assertThat(ShortestFailing.log(log.records(), records -> records.contains(needed)))
                .containsExactly(needed);
    }

    private static void assertNone(String breaking) throws SQLException {
        assertThat(reference.query(breaking)).as(breaking).isEmpty();
    }
}
