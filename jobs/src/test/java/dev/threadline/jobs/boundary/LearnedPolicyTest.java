package dev.threadline.jobs.boundary;

import static org.assertj.core.api.Assertions.assertThat;

import dev.threadline.jobs.boundary.model.BoundaryModels;
import dev.threadline.jobs.boundary.model.Feature;
import dev.threadline.jobs.boundary.model.Scorecard;
import dev.threadline.jobs.boundary.model.Scorecards;
import dev.threadline.jobs.config.Configuration;
import dev.threadline.jobs.config.Configurations;
import dev.threadline.jobs.conversation.Conversation;
import dev.threadline.jobs.conversation.Lifecycle;
import dev.threadline.jobs.pipeline.InMemoryBuild;
import dev.threadline.jobs.thread.Event;
import dev.threadline.jobs.thread.Log;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;

class LearnedPolicyTest {

    @Test
    void scoresAreThoseOfTheProgramThatFittedTheModel() throws IOException {
        Scorecards cards = BoundaryModels.shipped().others();
        List<String> lines = golden();
        List<String> columns = List.of(lines.get(0).split(",", -1));
        assertThat(lines).hasSize(301);
        for (String line : lines.subList(1, lines.size())) {
            List<Integer> row =
                    List.of(line.split(",", -1)).stream().map(Integer::valueOf).toList();
            assertThat(score(cards.withText(), features(columns, row, true)))
                    .as(line)
                    .isEqualTo(row.get(columns.indexOf("score_text")).longValue());
            assertThat(score(cards.withoutText(), features(columns, row, false)))
                    .as(line)
                    .isEqualTo(row.get(columns.indexOf("score_notext")).longValue());
        }
    }

    @Test
    void aNewNeedAfterAThanksBeginsAConversation() {
        List<Conversation> two = conversations(
                "policy: learned",
                Log.sms()
                        .customer("Mon 10:00")
                        .saying("Hi, how can I change my address?")
                        .agent("Mon 10:05", "a")
                        .saying("In your profile.")
                        .customer("Mon 10:06")
                        .saying("Thanks, it works")
                        .customer("Fri 12:00")
                        .saying("Hello, is there a way to get an invoice?"));

        assertThat(two).hasSize(2);
        Lifecycle end = two.get(0).lifecycle();
        assertThat(end.endReason()).isEqualTo(EndReason.MODEL);
        assertThat(end.endConfidence()).isBetween(0.6, 0.9);
        assertThat(end.endExplanation())
                .isEqualTo("4 d of silence; the next message opens with a greeting; the next message asks for help;"
                        + " the previous message was a thank-you");
    }

    @Test
    void anAnswerAfterAWeekendBelongsToItsQuestion() {
        assertThat(conversations(
                        "policy: learned",
                        Log.sms()
                                .customer("Fri 16:00")
                                .saying("Where is my parcel?")
                                .agent("Mon2 09:00", "a")
                                .saying("Hello, it arrives today")))
                .hasSize(1);
    }

    @Test
    void withoutTextTheSilenceDecides() {
        assertThat(conversations(
                        "policy: learned", Log.sms().agent("10:00", "a").customer("15:00")))
                .hasSize(1);
        List<Conversation> two =
                conversations("policy: learned", Log.sms().agent("10:00", "a").customer("Wed 15:00"));
        assertThat(two).hasSize(2);
        assertThat(two.get(0).lifecycle().endExplanation()).isEqualTo("2 d of silence");
    }

    @Test
    void anAnswerToACampaignBeginsAConversation() {
        Log log = Log.sms().customer("08:00").agent("08:05", "a");
        assertThat(conversations("policy: learned", log.customer("12:00"))).hasSize(1);
        List<Conversation> two = conversations(
                "policy: learned",
                Log.sms()
                        .customer("08:00")
                        .agent("08:05", "a")
                        .campaign("10:00")
                        .customer("12:00"));
        assertThat(two).hasSize(2);
        assertThat(two.get(1).lifecycle().initiatedBy()).isEqualTo("campaign");
        assertThat(two.get(0).lifecycle().endExplanation()).isEqualTo("3 h of silence; a campaign came between");
    }

    @Test
    void anEventDecidesBeforeTheModel() {
        Log log = Log.sms()
                .customer("10:00")
                .agent("10:05", "a")
                .closedBy("10:06", "a")
                .customer("Wed 10:05")
                .event("Wed 10:06", Event.OPENED)
                .customer("Wed 10:07");
        List<Conversation> two = conversations("policy: learned", log);
        assertThat(two).hasSize(2);
        assertThat(two.get(0).lifecycle().endExplanation()).isEqualTo(EndSentences.OPENED);
    }

    @Test
    void aLongestGapEndsWhatTheModelWouldNot() {
        Log log = Log.sms().customer("Fri 16:00").agent("Mon2 16:00", "a");
        assertThat(conversations("policy: learned\nmax-gap: 72h1s", log)).hasSize(1);
        List<Conversation> two = conversations("policy: learned\nmax-gap: 72h", log);
        assertThat(two).hasSize(2);
        assertThat(two.get(0).lifecycle().endReason()).isEqualTo(EndReason.SILENCE);
        assertThat(two.get(0).lifecycle().endConfidence()).isNull();
    }

    @Test
    void aConversationIsOpenWhileTheCustomerWaitsOrAMessageWouldRatherBelongToIt() {
        Log waits = Log.sms().customer("10:00");
        assertThat(last(waits, "Mon2 09:59").endExplanation()).isEqualTo("the customer waits for an answer");
        assertThat(last(waits, "Mon3 09:59").endReason()).isEqualTo(EndReason.OPEN);
        assertThat(last(waits, "Mon3 10:00").endReason()).isEqualTo(EndReason.MODEL);
        Log answered = Log.sms().customer("10:00").agent("10:05", "a");
        assertThat(last(answered, "20:00").endReason()).isEqualTo(EndReason.OPEN);
        Lifecycle ended = last(answered, "Wed 20:00");
        assertThat(ended.endReason()).isEqualTo(EndReason.MODEL);
        assertThat(ended.endConfidence()).isBetween(0.35, 0.7);
    }

    private static Lifecycle last(Log log, String asOf) {
        List<Conversation> found = InMemoryBuild.of(
                        log.messages(), Configurations.parse("policy: learned", "test"), Log.at(asOf))
                .conversations();
        return found.get(found.size() - 1).lifecycle();
    }

    private static List<Conversation> conversations(String configuration, Log log) {
        Configuration read = Configurations.parse(configuration, "test");
        return InMemoryBuild.of(log.messages(), read, Log.at("Sun3 00:00")).conversations();
    }

    private static long score(Scorecard card, Map<Feature, Integer> values) {
        return card.score(feature -> values.getOrDefault(feature, 0));
    }

    private static Map<Feature, Integer> features(List<String> columns, List<Integer> row, boolean text) {
        Map<Feature, Integer> values = new EnumMap<>(Feature.class);
        Feature.visible(text).stream()
                .filter(feature -> feature != Feature.CAMPAIGN && feature != Feature.MENTION_OTHER)
                .forEach(feature -> values.put(feature, row.get(columns.indexOf(feature.key()))));
        boolean thanked = !text && row.get(columns.indexOf("agent_after_thanks")) == 1;
        if (thanked) {
            values.put(Feature.WAITING, 1);
            values.put(Feature.WAITING_LONG, Math.min(128, Math.max(0, values.getOrDefault(Feature.GAP, 0) - 220)));
        }
        return values;
    }

    private static List<String> golden() throws IOException {
        try (InputStream stream = LearnedPolicyTest.class.getResourceAsStream("/boundary/scores.csv")) {
            return new String(Objects.requireNonNull(stream).readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .toList();
        }
    }
}
