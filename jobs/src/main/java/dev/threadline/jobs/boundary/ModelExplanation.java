package dev.threadline.jobs.boundary;

import dev.threadline.jobs.boundary.model.Feature;
import dev.threadline.jobs.thread.Role;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Says why a model found a boundary: the silence, and what else spoke most for one. */
final class ModelExplanation {

    private static final int MOST_GROUNDS = 3;
    /** A twentieth of a logit and less is not worth a word. */
    private static final long LEAST = 500;
    /** The length of an ordinary text, 40 characters; only a longer one is a ground. */
    private static final int ORDINARY_LENGTH = LogScale.of(41);

    private record Ground(String words, long weight) {}

    private ModelExplanation() {}

    static String of(Gap gap, GapFeatures features, CompiledCard card) {
        List<Ground> grounds = new ArrayList<>();
        for (Feature feature : Feature.values()) {
            String words = words(feature, gap, features);
            long weight = (long) card.weight(feature) * beyondOrdinary(feature, features);
            if (!words.isEmpty() && weight >= LEAST) {
                grounds.add(new Ground(words, weight));
            }
        }
        if (gap.later().role() == Role.AGENT && GapFeatures.mayBegin(gap)) {
            grounds.add(new Ground("the business began the thread", LEAST));
        }
        grounds.sort(Comparator.comparingLong(Ground::weight).reversed());
        StringBuilder sentence = new StringBuilder(EndSentences.silence(gap.millis()));
        grounds.stream()
                .limit(MOST_GROUNDS)
                .forEach(ground -> sentence.append("; ").append(ground.words()));
        return sentence.toString();
    }

    private static long beyondOrdinary(Feature feature, GapFeatures features) {
        int value = features.value(feature);
        return feature == Feature.NEXT_LENGTH ? value - ORDINARY_LENGTH : value;
    }

    /** What a feature says for a boundary; nothing for those that tell lengths of silence or speak of habits of replies. */
    private static String words(Feature feature, Gap gap, GapFeatures features) {
        return switch (feature) {
            case CUSTOMER_AGAIN ->
                gap.later().role() == Role.CUSTOMER ? "the customer writes again" : "a human writes again";
            case CAMPAIGN -> "a campaign came between";
            case NEXT_GREETING -> "the next message opens with a greeting";
            case NEXT_REQUEST -> "the next message asks for help";
            case NEXT_QUESTION -> "the next message asks a question";
            case NEXT_LENGTH -> "the next message is long";
            case PREV_THANKS -> "the previous message was a thank-you";
            case RECENT_CUSTOMER_THANKS ->
                features.value(Feature.PREV_THANKS) > 0 ? "" : "the customer had thanked or reported success";
            case MENTION_OTHER -> "the next message addresses somebody else than earlier ones";
            case MENTION_MISSING -> "the next message addresses nobody, unlike earlier replies";
            case GAP, GAP_OVER_1M, GAP_OVER_1H, GAP_OVER_4H, GAP_OVER_2D, GAP_OVER_8D, GAP_OVER_32D -> "";
            case WAITING, WAITING_LONG, AGENT_AFTER_THANKS, AGENT_AGAIN, AGENT_AGAIN_LONG, SAME_AGENT_AGAIN -> "";
            case RUN_BEFORE, NEXT_CONTINUATION, NEXT_BACK, NEXT_STARTS_THANKS, NEXT_QUOTE, PREV_QUESTION -> "";
            case MENTION_NEW, MENTION_USUAL -> "";
        };
    }
}
