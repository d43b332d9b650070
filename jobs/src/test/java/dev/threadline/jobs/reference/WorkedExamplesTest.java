package dev.threadline.jobs.reference;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;
import static org.assertj.core.api.Assertions.tuple;

import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The worked examples of the definitions, by the reference alone. */
class WorkedExamplesTest {

    /** Late enough that no conversation is open. */
    private static final Instant A_MONTH_LATER = Instant.parse("2026-04-02T00:00:00Z");

    private static Reference reference;

    @BeforeAll
    static void open() throws SQLException {
        reference = new Reference();
    }

    @AfterAll
    static void close() throws SQLException {
        reference.close();
    }

    @Test
    void aSilenceOfExactlyTheThresholdSplits() throws SQLException {
        LogBuilder log = new LogBuilder()
                .thread("t", "webchat")
                .customer("10:00:00")
                .customer("10:29:59")
                .customer("10:59:59")
                .customer("11:30:00");
        assertThat(conversations(log))
                .extracting(row -> row.get("messages"), row -> row.get("ended_at"))
                .containsExactly(
                        tuple(2L, LogBuilder.instant("10:29:59")),
                        tuple(1L, LogBuilder.instant("10:59:59")),
                        tuple(1L, LogBuilder.instant("11:30:00")));
    }

    @Test
    void aTimersCloseAddsPaddingButNotLength() throws SQLException {
        LogBuilder log = new LogBuilder().customer("09:58").agent("10:00").event("2026-03-03T10:00:00Z", "closed");
        assertThat(conversation(log))
                .contains(
                        entry("ended_at", LogBuilder.instant("10:00")),
                        entry("padding_ms", 86_400_000L),
                        entry("end_reason", "closed"));
    }

    @Test
    void aBurstOfMessagesIsOneTurn() throws SQLException {
        LogBuilder log = new LogBuilder()
                .customer("10:00")
                .customer("10:01")
                .customer("10:05")
                .agent("10:07")
                .agent("10:08");
        over(log);
        assertThat(reference.query("FROM turns"))
                .singleElement()
                .satisfies(turn ->
                        assertThat(turn).contains(entry("reply_ms", 420_000L), entry("reply_from_last_ms", 120_000L)));
    }

    @Test
    void aCampaignStartsTheConversationThatAnswersIt() throws SQLException {
        LogBuilder log = new LogBuilder().campaign("09:00").customer("09:30").agent("09:34");
        assertThat(conversation(log))
                .contains(
                        entry("first_response_ms", 240_000L),
                        entry("initiated_by", "campaign"),
                        entry("started_at", LogBuilder.instant("09:00")));
    }

    @Test
    void aNoteIsNoResponse() throws SQLException {
        LogBuilder log = new LogBuilder().customer("09:00").note("09:05").agent("09:20");
        assertThat(conversation(log)).contains(entry("first_response_ms", 1_200_000L));
    }

    @Test
    void aHandoffHasItsOwnClock() throws SQLException {
        LogBuilder log = new LogBuilder()
                .customer("09:00:00")
                .bot("09:00:01")
                .event("09:00:20", "queued")
                .agent("09:01:02");
        assertThat(conversation(log))
                .contains(
                        entry("first_response_ms", 62_000L),
                        entry("first_response_any_ms", 1_000L),
                        entry("first_response_from_handoff_ms", 42_000L),
                        entry("customer_wait_ms", 43_000L),
                        entry("wait_queue_ms", 43_000L),
                        entry("escalations", 1L));
    }

    @Test
    void aQuestionInsideTheReopenWindowReopens() throws SQLException {
        LogBuilder log = new LogBuilder()
                .customer("09:00")
                .agent("09:05")
                .event("2026-03-05T12:00:00Z", "closed")
                .customer("2026-03-06T14:00:00Z")
                .agent("2026-03-06T14:10:00Z");
        assertThat(conversation(log)).contains(entry("reopens", 1L), entry("first_response_ms", 300_000L));
        assertThat(reference.query("FROM turns WHERE spell = 2"))
                .singleElement()
                .satisfies(turn -> assertThat(turn).contains(entry("reply_ms", 600_000L)));
    }

    @Test
    void anAutomaticReplyIsNoResponse() throws SQLException {
        LogBuilder log = new LogBuilder().customer("10:00:00").auto("10:00:02").agent("11:00:00");
        assertThat(conversation(log))
                .contains(entry("first_response_ms", 3_600_000L), entry("first_response_any_ms", 3_600_000L));
    }

    @Test
    void atTheSameInstantTheCustomerComesFirst() throws SQLException {
        LogBuilder log = new LogBuilder().agent("10:00").customer("10:00");
        assertThat(conversation(log)).contains(entry("first_response_ms", 0L), entry("initiated_by", "customer"));
    }

    @Test
    void closesCountFromTheFirstCustomerMessage() throws SQLException {
        LogBuilder log = new LogBuilder()
                .customer("09:00")
                .agent("09:11")
                .event("09:30", "closed")
                .customer("09:45")
                .event("10:15", "closed");
        assertThat(conversation(log))
                .contains(
                        entry("first_response_ms", 660_000L),
                        entry("first_close_ms", 1_800_000L),
                        entry("final_close_ms", 4_500_000L),
                        entry("net_open_ms", 3_600_000L),
                        entry("reopens", 1L));
    }

    @Test
    void anAgentsAttentionIsNotCountedTwice() throws SQLException {
        LogBuilder log = new LogBuilder()
                .thread("c1", "sms")
                .customer("10:00:00")
                .agent("10:01:00")
                .customer("10:20:00")
                .agent("10:30:00")
                .thread("c2", "sms")
                .customer("10:00:30")
                .agent("10:01:40");
        over(log);
        assertThat(reference.query("SELECT ms(started_at, ended_at) AS handle_ms FROM handle_time ORDER BY ended_at"))
                .extracting(row -> row.get("handle_ms"))
                .containsExactly(60_000L, 40_000L, 300_000L);
        assertThat(reference.query("SELECT sum(handle_ms)::BIGINT AS handle_ms FROM agent_load"))
                .extracting(row -> row.get("handle_ms"))
                .containsExactly(400_000L);
    }

    @Test
    void twoEngagedConversationsOverlapInTheMiddle() throws SQLException {
        LogBuilder log = new LogBuilder()
                .thread("c1", "sms")
                .agent("10:00")
                .customer("10:30")
                .thread("c2", "sms")
                .agent("10:15")
                .customer("10:45");
        over(log);
        assertThat(reference.query("SELECT sum(engaged_ms) / sum(engaged_union_ms) AS mean, max(peak_engaged) AS peak,"
                        + " sum(engaged_ms_at_2)::BIGINT AS at_2 FROM agent_load"))
                .containsExactly(Map.of("mean", 60.0 / 45.0, "peak", 2L, "at_2", 900_000L));
    }

    @Test
    void averagesPoolOverTurns() throws SQLException {
        LogBuilder log =
                new LogBuilder().thread("c1", "sms").customer("09:00:00").agent("09:00:10");
        log.thread("c2", "sms");
        for (int minute = 10; minute < 28; minute += 2) {
            log.customer("10:%02d:00".formatted(minute)).agent("10:%02d:40".formatted(minute + 1));
        }
        over(log);
        assertThat(reference.query("SELECT avg(reply_ms) AS mean FROM turns"))
                .containsExactly(Map.of("mean", 91_000.0));
    }

    @Test
    void aWeekendUpToTheReplyIsWaitingAndNotSilence() throws SQLException {
        LogBuilder log = new LogBuilder().customer("2026-03-06T16:00:00Z").agent("2026-03-09T09:00:00Z");
        assertThat(conversation(log)).contains(entry("first_response_ms", 65 * 3_600_000L));
    }

    @Test
    void aBotsQuestionWithoutAnAnswerIsAbandonment() throws SQLException {
        LogBuilder log = new LogBuilder().customer("10:00").botAsks("10:01");
        assertThat(conversation(log)).contains(entry("outcome", "abandoned_in_bot"));
    }

    @Test
    void thanksAfterTheCloseReopensNothing() throws SQLException {
        LogBuilder log = new LogBuilder()
                .customer("10:00")
                .agent("10:05")
                .event("10:06", "closed")
                .thanks("10:08");
        assertThat(conversation(log))
                .contains(entry("reopens", 0L), entry("customer_turns", 1L), entry("outcome", "resolved"));
    }

    private static Map<String, @Nullable Object> conversation(LogBuilder log) throws SQLException {
        return assertThat(conversations(log)).singleElement().actual();
    }

    private static List<Map<String, @Nullable Object>> conversations(LogBuilder log) throws SQLException {
        over(log);
        return reference.query("FROM conversations ORDER BY thread_id, started_at");
    }

    private static void over(LogBuilder log) throws SQLException {
        reference.tables(log.records(), A_MONTH_LATER, Settings.DEFAULTS);
    }
}
