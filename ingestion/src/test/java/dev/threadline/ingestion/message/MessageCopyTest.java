package dev.threadline.ingestion.message;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class MessageCopyTest {

    @Test
    void theEarliestTimeStaysWhicheverCopyWins() {
        MessageCopy first = copy(1_000, null, "a");
        MessageCopy edited = copy(2_000, 5_000L, "b");
        MessageCopy merged = first.mergedWith(edited);
        assertThat(merged.sentAtMs()).isEqualTo(1_000);
        assertThat(merged.revisionSentAtMs()).isEqualTo(2_000);
        assertThat(text(merged)).isEqualTo("b");
    }

    @Test
    void aLaterRevisionWinsAndNoneIsBeforeAll() {
        assertThat(text(copy(0, 5L, "a").mergedWith(copy(0, 4L, "z")))).isEqualTo("a");
        assertThat(text(copy(0, null, "z").mergedWith(copy(0, 4L, "a")))).isEqualTo("a");
    }

    @Test
    void ofEqualRevisionsTheGreaterRecordWins() {
        assertThat(text(copy(0, null, "a").mergedWith(copy(0, null, "b")))).isEqualTo("b");
        assertThat(text(copy(0, 7L, "é").mergedWith(copy(0, 7L, "z")))).isEqualTo("é");
    }

    @Test
    void theCanonicalRecordHasTheFieldsOfTheLogInTheirOrder() {
        MessageCopy copy = new MessageCopy(
                500,
                1_000,
                2_000L,
                -3L,
                Arrays.asList("s", "t", "m", "agent", null, "message", null, null, "sms", null, "c", "Grüße \"1\""));
        assertThat(new String(copy.canonicalBytes(), StandardCharsets.UTF_8))
                .isEqualTo("{\"source\":\"s\",\"thread_id\":\"t\",\"message_id\":\"m\","
                        + "\"sent_at\":\"1970-01-01T00:00:01.000Z\",\"sender_role\":\"agent\",\"kind\":\"message\","
                        + "\"channel\":\"sms\",\"customer_id\":\"c\",\"text\":\"Grüße \\\"1\\\"\",\"sequence\":-3,"
                        + "\"revised_at\":\"1970-01-01T00:00:02.000Z\"}");
    }

    static IntStream seeds() {
        return IntStream.range(0, 300);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void orderRepetitionAndGroupingOfCopiesDoNotMatter(int seed) {
        Random random = new Random(seed);
        List<MessageCopy> copies = random.ints(2 + random.nextInt(5))
                .mapToObj(i -> copy(
                        random.nextInt(3),
                        random.nextBoolean() ? null : (long) random.nextInt(3),
                        "abc".substring(random.nextInt(3))))
                .toList();
        MessageCopy expected = copies.stream().reduce(MessageCopy::mergedWith).orElseThrow();

        List<MessageCopy> shuffled = new ArrayList<>(copies);
        shuffled.addAll(copies.subList(0, random.nextInt(copies.size())));
        Collections.shuffle(shuffled, random);
        assertThat(grouped(shuffled, random)).isEqualTo(expected);
        assertThat(expected.mergedWith(expected)).isEqualTo(expected);
    }

    private static MessageCopy grouped(List<MessageCopy> copies, Random random) {
        if (copies.size() == 1) {
            return copies.get(0);
        }
        int cut = 1 + random.nextInt(copies.size() - 1);
        return grouped(copies.subList(0, cut), random).mergedWith(grouped(copies.subList(cut, copies.size()), random));
    }

    private static MessageCopy copy(long sentAtMs, @Nullable Long revisedAtMs, String text) {
        List<@Nullable String> texts = new ArrayList<>(Collections.nCopies(MessageCopy.TEXTS.size(), null));
        texts.set(MessageCopy.TEXTS.indexOf(MessagesTable.TEXT), text);
        return new MessageCopy(sentAtMs, sentAtMs, revisedAtMs, null, texts);
    }

    private static @Nullable String text(MessageCopy copy) {
        return copy.texts().get(MessageCopy.TEXTS.indexOf(MessagesTable.TEXT));
    }
}
