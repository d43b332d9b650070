package dev.threadline.jobs;

import static org.assertj.core.api.Assertions.assertThat;

import dev.threadline.jobs.boundary.EndReason;
import dev.threadline.jobs.config.Configuration;
import dev.threadline.jobs.conversation.Conversation;
import dev.threadline.jobs.conversation.Outcome;
import dev.threadline.jobs.load.SliceLoad;
import dev.threadline.jobs.pipeline.InMemoryBuild;
import dev.threadline.jobs.thread.Event;
import dev.threadline.jobs.thread.Log;
import dev.threadline.jobs.time.Elapsed;
import dev.threadline.jobs.turn.TurnRow;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** The worked examples of the glossary, on the core. */
class WorkedExamplesTest {

    @Test
    void aSilenceOfExactlyTheThresholdSplits() {
        assertThat(conversations(Log.webchat().customer("10:00").customer("10:29:59")))
                .hasSize(1);
        assertThat(conversations(Log.webchat().customer("10:00").customer("10:30:00")))
                .hasSize(2);
        assertThat(conversations(Log.webchat().customer("10:00").customer("10:30:01")))
                .hasSize(2);
    }

    @Test
    void aTimersCloseIsPaddingNotLength() {
        Conversation one = only(Log.sms().customer("09:50").agent("10:00", "a").event("Tue 10:00", Event.CLOSED));

        assertThat(one.lifecycle().endedAt()).isEqualTo(Log.at("10:00"));
        assertThat(one.lifecycle().paddingMs()).isEqualTo(86_400_000);
        assertThat(one.lifecycle().endReason()).isEqualTo(EndReason.CLOSED);
        assertThat(seconds(one.resolution())).isEqualTo(600);
    }

    @Test
    void aRunOfMessagesIsOneTurn() {
        List<TurnRow> turns = InMemoryBuild.of(Log.sms()
                        .customer("10:00")
                        .customer("10:01")
                        .customer("10:05")
                        .agent("10:07", "a")
                        .agent("10:08", "a")
                        .messages())
                .turns();

        assertThat(turns).hasSize(1);
        assertThat(seconds(turns.get(0).reply())).isEqualTo(420);
        assertThat(seconds(turns.get(0).replyFromLast())).isEqualTo(120);
    }

    @Test
    void aCampaignStartsTheConversationButNotTheClock() {
        Conversation one = only(Log.sms().campaign("09:00").customer("09:30").agent("09:34", "a"));

        assertThat(seconds(one.responses().first())).isEqualTo(240);
        assertThat(one.lifecycle().initiatedBy()).isEqualTo("campaign");
        assertThat(one.lifecycle().startedAt()).isEqualTo(Log.at("09:00"));
    }

    @Test
    void aNoteIsNoResponse() {
        Conversation one = only(Log.sms().customer("09:00").note("09:05", "a").agent("09:20", "a"));

        assertThat(seconds(one.responses().first())).isEqualTo(1200);
    }

    @Test
    void aBotAnswersAndHandsOff() {
        Conversation one = only(Log.webchat()
                .customer("09:00:00")
                .bot("09:00:01")
                .event("09:00:20", Event.QUEUED)
                .agent("09:01:02", "a"));

        assertThat(seconds(one.responses().first())).isEqualTo(62);
        assertThat(seconds(one.responses().any())).isEqualTo(1);
        assertThat(seconds(one.responses().fromHandoff())).isEqualTo(42);
        assertThat(seconds(one.waits().customer())).isEqualTo(43);
        assertThat(one.ownership().escalations()).isEqualTo(1);
    }

    @Test
    void aQuestionInsideTheReopeningWindowReopens() {
        InMemoryBuild build = InMemoryBuild.of(Log.sms()
                .customer("Mon 09:00")
                .agent("Mon 09:05", "a")
                .event("Thu 12:00", Event.CLOSED)
                .customer("Fri 14:00")
                .agent("Fri 14:10", "a")
                .messages());

        Conversation one = build.conversations().get(0);
        assertThat(build.conversations()).hasSize(1);
        assertThat(one.lifecycle().reopens()).isEqualTo(1);
        assertThat(seconds(one.responses().first())).isEqualTo(300);
        assertThat(build.turns().get(1).turn().spell()).isEqualTo(2);
        assertThat(seconds(build.turns().get(1).humanReply())).isEqualTo(600);
    }

    @Test
    void anOutOfOfficeReplyAnswersNobody() {
        Conversation one =
                only(Log.on("email").customer("10:00:00").auto("10:00:02").agent("11:00:00", "a"));

        assertThat(seconds(one.responses().first())).isEqualTo(3600);
        assertThat(seconds(one.responses().any())).isEqualTo(3600);
    }

    @Test
    void atTheSameInstantTheCustomerComesFirst() {
        Conversation one = only(Log.sms().agent("10:00", "a").customer("10:00"));

        assertThat(seconds(one.responses().first())).isZero();
        assertThat(one.lifecycle().initiatedBy()).isEqualTo("customer");
    }

    @Test
    void closesAndReopeningsAreMeasuredByTheirSpells() {
        Conversation one = only(Log.sms()
                .customer("09:00")
                .agent("09:11", "a")
                .event("09:30", Event.CLOSED)
                .customer("09:45")
                .event("10:15", Event.CLOSED));

        assertThat(seconds(one.responses().first())).isEqualTo(660);
        assertThat(seconds(one.closing().first())).isEqualTo(1800);
        assertThat(seconds(one.closing().last())).isEqualTo(4500);
        assertThat(seconds(one.closing().netOpen())).isEqualTo(3600);
        assertThat(one.lifecycle().reopens()).isEqualTo(1);
    }

    @Test
    void attentionIsNeverCreditedTwice() {
        InMemoryBuild build = InMemoryBuild.of(Log.sms()
                .thread("t1", "c1")
                .customer("10:00:00")
                .agent("10:01:00", "a")
                .customer("10:20:00")
                .agent("10:30:00", "a")
                .thread("t2", "c2")
                .customer("10:00:30")
                .agent("10:01:40", "a")
                .messages());

        assertThat(build.conversations())
                .extracting(c -> seconds(c.effort().handle()))
                .containsExactly(360L, 40L);
    }

    @Test
    void concurrencyIsTimeOverTimeEngagedInAny() {
        InMemoryBuild build = InMemoryBuild.of(
                Log.sms()
                        .thread("t1", "c1")
                        .agent("10:00", "a")
                        .customer("10:30")
                        .thread("t2", "c2")
                        .agent("10:15", "a")
                        .customer("10:45")
                        .messages(),
                Configuration.defaults(),
                Log.at("Mon2 00:00"));

        long engaged = build.load().stream().mapToLong(SliceLoad::engagedMs).sum();
        long union = build.load().stream().mapToLong(SliceLoad::engagedUnionMs).sum();
        assertThat(engaged).isEqualTo(60 * 60_000);
        assertThat(union).isEqualTo(45 * 60_000);
        assertThat(build.load().stream().mapToInt(SliceLoad::peakEngaged).max()).hasValue(2);
    }

    @Test
    void waitingOverTheWeekendIsNoSilence() {
        Conversation one = only(Log.sms().customer("Fri 16:00").agent("Mon2 09:00", "a"));

        assertThat(seconds(one.responses().first())).isEqualTo(65 * 3600);
    }

    @Test
    void aCustomerWhoLeavesTheBotsQuestionAbandonsIt() {
        InMemoryBuild build = InMemoryBuild.of(
                Log.webchat().customer("10:00").botAsks("10:00:01").messages(),
                Configuration.defaults(),
                Log.at("Sun 00:00"));

        assertThat(build.conversations().get(0).outcome()).isEqualTo(Outcome.ABANDONED_IN_BOT);
    }

    @Test
    void thanksAfterTheCloseReopensNothing() {
        InMemoryBuild build = InMemoryBuild.of(
                Log.sms()
                        .customer("10:00")
                        .agent("10:05", "a")
                        .event("10:06", Event.CLOSED)
                        .thanks("10:08")
                        .messages(),
                Configuration.defaults(),
                Log.at("Mon2 00:00"));

        Conversation one = build.conversations().get(0);
        assertThat(one.lifecycle().reopens()).isZero();
        assertThat(build.turns()).hasSize(1);
        assertThat(one.outcome()).isEqualTo(Outcome.RESOLVED);
    }

    private static List<Conversation> conversations(Log log) {
        return InMemoryBuild.of(log.messages()).conversations();
    }

    private static Conversation only(Log log) {
        List<Conversation> all = conversations(log);
        assertThat(all).hasSize(1);
        return all.get(0);
    }

    private static @Nullable Long seconds(@Nullable Elapsed elapsed) {
        return elapsed == null ? null : Long.valueOf(elapsed.wallMs() / 1000);
    }
}
