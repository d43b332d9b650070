package dev.threadline.jobs.boundary;

import static dev.threadline.jobs.boundary.model.Feature.CAMPAIGN;
import static dev.threadline.jobs.boundary.model.Feature.CUSTOMER_AGAIN;
import static dev.threadline.jobs.boundary.model.Feature.GAP;
import static dev.threadline.jobs.boundary.model.Feature.GAP_OVER_1M;
import static dev.threadline.jobs.boundary.model.Feature.GAP_OVER_2D;
import static dev.threadline.jobs.boundary.model.Feature.GAP_OVER_4H;
import static dev.threadline.jobs.boundary.model.Feature.MENTION_NEW;
import static dev.threadline.jobs.boundary.model.Feature.NEXT_LENGTH;
import static dev.threadline.jobs.boundary.model.Feature.NEXT_QUOTE;
import static dev.threadline.jobs.boundary.model.Feature.RECENT_CUSTOMER_THANKS;
import static dev.threadline.jobs.boundary.model.Feature.RUN_BEFORE;
import static dev.threadline.jobs.boundary.model.Feature.WAITING;
import static org.assertj.core.api.Assertions.assertThat;

import dev.threadline.jobs.boundary.model.Feature;
import dev.threadline.jobs.thread.Event;
import dev.threadline.jobs.thread.Log;
import dev.threadline.jobs.thread.Message;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class GapFeaturesTest {

    private static final long GIVE_UP_MS = Duration.ofDays(14).toMillis();

    @Test
    void aGapIsMeasuredInSixteenthsOfADoubling() {
        assertThat(beforeLast(Log.sms().agent("10:00", "a").customer("10:00")).value(GAP))
                .isZero();
        assertThat(beforeLast(Log.sms().agent("10:00", "a").customer("10:01")).value(GAP))
                .isEqualTo(94);
        GapFeatures day = beforeLast(Log.sms().agent("10:00", "a").customer("Tue 10:00"));
        assertThat(List.of(day.value(GAP), day.value(GAP_OVER_1M), day.value(GAP_OVER_4H), day.value(GAP_OVER_2D)))
                .containsExactly(261, 167, 41, 0);
    }

    @Test
    void whoWritesAndWhoWroteTellsWhoWaits() {
        assertThat(rolesOf(Log.sms().customer("10:00").agent("20:00", "a"))).isEqualTo("waiting, waiting*long");
        assertThat(rolesOf(Log.sms().customer("10:00").agent("Mon3 10:00", "a")))
                .isEqualTo("agent_again, agent_again*long");
        assertThat(rolesOf(Log.sms().customer("09:00").agent("10:00", "a").agent("11:00", "a")))
                .isEqualTo("agent_again, same_agent_again");
        assertThat(rolesOf(Log.sms().customer("09:00").agent("10:00", "a").agent("11:00", "b")))
                .isEqualTo("agent_again");
        assertThat(rolesOf(Log.sms().customer("10:00").customer("11:00"))).isEqualTo("customer_again");
        assertThat(rolesOf(Log.sms().agent("10:00", "a").customer("11:00"))).isEmpty();
        assertThat(rolesOf(Log.sms()
                        .customer("10:00")
                        .saying("Thanks!")
                        .agent("11:00", "a")
                        .saying("Welcome")))
                .isEqualTo("agent_after_thanks");
        assertThat(rolesOf(Log.sms().customer("10:00").saying("Thanks!").agent("11:00", "a")))
                .as("without a text after it")
                .isEqualTo("waiting");
    }

    @Test
    void whereTheBusinessBeganItMayBeginAgain() {
        Log begun = Log.sms().bot("09:00").agent("10:00", "a");
        assertThat(rolesOf(begun.agent("11:00", "b"))).isEqualTo("customer_again");
        assertThat(rolesOf(begun.customer("12:00")))
                .as("a customer may begin everywhere")
                .isEmpty();
        assertThat(rolesOf(begun.agent("20:00", "a"))).isEmpty();
        assertThat(rolesOf(begun.customer("20:30").customer("21:00"))).isEqualTo("customer_again");
    }

    @Test
    void whoBeganIsLookedForInABoundedNumberOfRecords() {
        Log log = Log.sms();
        for (int record = 0; record < Beginning.RECORDS; record++) {
            log.bot("09:00");
        }
        assertThat(rolesOf(log.agent("10:00", "a").agent("11:00", "b"))).isEqualTo("agent_again");
    }

    @Test
    void aCustomersMessageMayAnswerACampaign() {
        assertThat(beforeLast(Log.sms().customer("09:00").campaign("10:00").customer("Thu 09:59"))
                        .value(CAMPAIGN))
                .isEqualTo(1);
        assertThat(beforeLast(Log.sms().customer("09:00").campaign("10:00").customer("Thu 10:00"))
                        .value(CAMPAIGN))
                .isZero();
        assertThat(beforeLast(Log.sms().customer("09:00").campaign("10:00").agent("11:00", "a"))
                        .value(CAMPAIGN))
                .isZero();
    }

    @Test
    void aRunIsOfOneSideAndSixteenAtMost() {
        Log log = Log.sms().agent("08:00", "a");
        for (int minute = 10; minute < 28; minute++) {
            log.customer("08:" + minute).event("08:" + minute, Event.QUEUED).bot("08:" + minute);
        }
        assertThat(beforeLast(log.customer("09:00")).value(RUN_BEFORE)).isEqualTo(64);
        assertThat(beforeLast(Log.sms()
                                .customer("08:00")
                                .agent("08:01", "a")
                                .agent("08:02", "b")
                                .customer("09:00"))
                        .value(RUN_BEFORE))
                .isEqualTo(16);
    }

    @Test
    void aThanksIsRecentWithinThreeActivities() {
        Log log = Log.sms()
                .agent("08:00", "a")
                .customer("08:01")
                .saying("It works")
                .agent("08:02", "a")
                .saying("Fine");
        assertThat(beforeLast(log.agent("08:03", "a")
                                .saying("Bye")
                                .customer("09:00")
                                .saying("Hello"))
                        .value(RECENT_CUSTOMER_THANKS))
                .isEqualTo(1);
        assertThat(beforeLast(log.customer("09:01").saying("Hello")).value(RECENT_CUSTOMER_THANKS))
                .isZero();
    }

    @Test
    void whomAReplyAddressesIsComparedWithEarlierReplies() {
        Log addressed = Log.sms().customer("08:00").saying("Where");
        for (int minute = 10; minute < 16; minute += 2) {
            addressed.agent("08:" + minute, "a").saying("@carl there");
            addressed.customer("08:" + (minute + 1)).saying("@ann where");
        }
        assertThat(mentionsOf(addressed.agent("09:00", "a").saying("@carl there")))
                .isEqualTo("mention_usual=1");
        assertThat(mentionsOf(addressed.customer("09:01").saying("There"))).isEqualTo("mention_missing=4");
        assertThat(mentionsOf(Log.sms()
                        .customer("08:00")
                        .saying("Where")
                        .agent("09:00", "a")
                        .saying("@carl there")))
                .isEqualTo("mention_new=1");
        assertThat(mentionsOf(Log.sms()
                        .customer("08:00")
                        .saying("Where")
                        .agent("09:00", "a")
                        .saying("There")))
                .isEmpty();
    }

    @Test
    void aMentionOfTheCustomersOwnTellsAsMuchAsTwoReplies() {
        Log log = Log.sms()
                .customer("08:00")
                .saying("@ann where")
                .agent("09:00", "a")
                .saying("@carl there");
        assertThat(mentionsOf(log.customer("09:01").saying("There"))).isEqualTo("mention_missing=3");
        assertThat(mentionsOf(Log.sms()
                        .customer("08:00")
                        .saying("Where")
                        .agent("09:00", "a")
                        .saying("@carl there")
                        .customer("09:01")
                        .saying("There")))
                .isEqualTo("mention_missing=1");
    }

    @Test
    void whomACustomerAddressesIsComparedWithTheHumansHeWroteWith() {
        Log log = Log.sms()
                .customer("08:00")
                .saying("@acme where")
                .agent("09:00", "Acme/ann")
                .saying("@carl there");
        assertThat(mentionsOf(log.customer("09:01").saying("@acme where"))).isEqualTo("mention_usual=1");
        assertThat(mentionsOf(log.customer("09:02").saying("@emca where"))).isEqualTo("mention_other=1");
        assertThat(mentionsOf(log.customer("09:03").saying("@emca @acme where")))
                .as("several")
                .isEqualTo("mention_usual=1");
        assertThat(mentionsOf(log.agent("09:04", "Acme/bob").saying("@emca there")))
                .as("a human's")
                .isEqualTo("mention_usual=1");
        assertThat(mentionsOf(Log.sms()
                        .customer("08:00")
                        .saying("@acme where")
                        .agent("09:00", "u-17")
                        .saying("@carl there")
                        .customer("09:01")
                        .saying("@emca where")))
                .as("where names are no ids")
                .isEqualTo("mention_usual=1");
    }

    @Test
    void aQuoteIsOneWhateverIsUsual() {
        Log log = Log.sms().customer("08:00").saying("Where");
        assertThat(beforeLast(log.agent("08:01", "a").saying("> Where")).value(NEXT_QUOTE))
                .isEqualTo(1);
        assertThat(beforeLast(log.customer("08:02").saying("> Where\nThere")).value(NEXT_QUOTE))
                .isEqualTo(1);
        assertThat(beforeLast(log.customer("08:03").saying("There")).value(NEXT_QUOTE))
                .isZero();
    }

    @Test
    void theLengthOfATextCountsUpToFourHundredCharacters() {
        Log log = Log.sms().customer("08:00").saying("Where");
        assertThat(beforeLast(log.customer("09:00").saying("x".repeat(400))).value(NEXT_LENGTH))
                .isEqualTo(beforeLast(log.customer("09:01").saying("x".repeat(5000)))
                        .value(NEXT_LENGTH))
                .isEqualTo(LogScale.of(401));
    }

    private static GapFeatures beforeLast(Log log) {
        List<Message> thread = log.messages();
        int previous = thread.size() - 2;
        while (!thread.get(previous).isActivity()) {
            previous--;
        }
        return GapFeatures.of(new Gap(thread, previous, thread.size() - 1, false), GIVE_UP_MS);
    }

    private static String rolesOf(Log log) {
        GapFeatures features = beforeLast(log);
        return Arrays.stream(Feature.values())
                .filter(feature -> feature.compareTo(WAITING) >= 0 && feature.compareTo(CUSTOMER_AGAIN) <= 0)
                .filter(feature -> features.value(feature) > 0)
                .map(Feature::key)
                .collect(Collectors.joining(", "));
    }

    private static String mentionsOf(Log log) {
        GapFeatures features = beforeLast(log);
        return Arrays.stream(Feature.values())
                .filter(feature -> feature.compareTo(MENTION_NEW) >= 0 && features.value(feature) > 0)
                .map(feature -> feature.key() + "=" + features.value(feature))
                .collect(Collectors.joining(", "));
    }
}
