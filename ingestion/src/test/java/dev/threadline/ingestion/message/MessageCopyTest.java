package dev.threadline.ingestion.message;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class MessageCopyTest {

    @Test
    void aLaterRevisionWinsAndNoneIsBeforeAll() {
        assertThat(copy(0, 5L, "a").supersedes(copy(0, 4L, "z"))).isTrue();
        assertThat(copy(0, null, "z").supersedes(copy(0, 4L, "a"))).isFalse();
    }

    @Test
    void ofEqualRevisionsTheGreaterRecordWins() {
        assertThat(copy(0, null, "b").supersedes(copy(0, null, "a"))).isTrue();
        assertThat(copy(0, 7L, "é").supersedes(copy(0, 7L, "z"))).isTrue();
        assertThat(copy(1, null, "a").supersedes(copy(0, null, "b"))).isTrue();
    }

    @Test
    void noCopySupersedesItself() {
        assertThat(copy(0, 7L, "a").supersedes(copy(0, 7L, "a"))).isFalse();
    }

    @Test
    void theCanonicalRecordHasTheFieldsOfTheLogInTheirOrder() {
        MessageCopy copy = new MessageCopy(
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

    private static MessageCopy copy(long sentAtMs, @Nullable Long revisedAtMs, String text) {
        List<@Nullable String> texts = new ArrayList<>(Collections.nCopies(MessageCopy.TEXTS.size(), null));
        texts.set(MessageCopy.TEXTS.indexOf(MessagesTable.TEXT), text);
        return new MessageCopy(sentAtMs, revisedAtMs, null, texts);
    }
}
