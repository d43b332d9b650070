package dev.threadline.jobs.pipeline.input;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.threadline.ingestion.warehouse.SparkSessions;
import dev.threadline.jobs.thread.Event;
import dev.threadline.jobs.thread.Kind;
import dev.threadline.jobs.thread.Role;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.StructType;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class MessageTraitsTest {

    /** The bits that are left for the length of a text. */
    private static final int LONGEST = (1 << 25) - 1;

    private static final StructType COLUMNS = StructType.fromDDL(
            "sender_role STRING, kind STRING, event STRING, is_acknowledgement_text BOOLEAN, ends_in_question BOOLEAN,"
                    + " cues INT, text_length INT");

    private record Said(
            Role role,
            Kind kind,
            @Nullable Event event,
            @Nullable Boolean acknowledgement,
            @Nullable Boolean question,
            @Nullable Integer cues,
            @Nullable Integer textLength) {

        Row row() {
            return RowFactory.create(
                    role.code(),
                    kind.code(),
                    event == null ? null : event.code(),
                    acknowledgement,
                    question,
                    cues,
                    textLength);
        }
    }

    @Test
    void whatColumnsSayIsReadOffTheNumber() {
        List<Said> messages = messages();
        List<MessageTraits> traits = traits(messages.stream().map(Said::row).toList());
        for (int i = 0; i < messages.size(); i++) {
            Said said = messages.get(i);
            MessageTraits read = traits.get(i);
            assertThat(read.role()).isEqualTo(said.role());
            assertThat(read.kind()).isEqualTo(said.kind());
            assertThat(read.event()).isEqualTo(said.event());
            assertThat(read.isAcknowledgement()).isEqualTo(Boolean.TRUE.equals(said.acknowledgement()));
            assertThat(read.endsInQuestion()).isEqualTo(Boolean.TRUE.equals(said.question()));
            assertThat(read.cues()).isEqualTo(said.cues() == null ? 0 : said.cues());
            assertThat(read.textLength()).isEqualTo(said.textLength() == null ? 0 : said.textLength());
        }
    }

    @Test
    void aTextLongerThanFitsIsAsLongAsFits() {
        List<MessageTraits> traits = traits(List.of(
                new Said(Role.CUSTOMER, Kind.MESSAGE, null, null, null, 1, LONGEST + 1).row(),
                new Said(Role.CUSTOMER, Kind.MESSAGE, null, null, null, 1, Integer.MAX_VALUE).row()));
        assertThat(traits).extracting(MessageTraits::textLength).containsExactly(LONGEST, LONGEST);
        assertThat(traits).extracting(MessageTraits::cues).containsExactly(1, 1);
    }

    @Test
    void whatNoBuildKnowsStopsItWithTheColumnsName() {
        MessageTraits none = traits(List.of(RowFactory.create(null, "poem", "sold", null, null, null, null)))
                .get(0);
        assertThatThrownBy(none::role).hasMessageContaining("sender_role");
        assertThatThrownBy(none::kind).hasMessageContaining("kind");
        assertThatThrownBy(none::event).hasMessageContaining("event");
    }

    private static List<MessageTraits> traits(List<Row> rows) {
        return SparkSessions.start(Map.of("spark.master", "local[2]"))
                .createDataFrame(rows, COLUMNS)
                .coalesce(1)
                .select(MessageTraits.column())
                .collectAsList()
                .stream()
                .map(row -> new MessageTraits(row.getLong(0)))
                .toList();
    }

    private static List<Said> messages() {
        Random random = new Random(7);
        List<Said> messages = new ArrayList<>();
        for (Role role : Role.values()) {
            for (Kind kind : Kind.values()) {
                for (Event event : Event.values()) {
                    messages.add(new Said(
                            role,
                            kind,
                            random.nextBoolean() ? event : null,
                            random.nextInt(3) == 0 ? null : random.nextBoolean(),
                            random.nextInt(3) == 0 ? null : random.nextBoolean(),
                            random.nextInt(3) == 0 ? null : random.nextInt(1 << 24),
                            random.nextInt(3) == 0 ? null : random.nextInt(LONGEST)));
                }
            }
        }
        messages.add(new Said(Role.AGENT, Kind.MESSAGE, null, true, true, (1 << 24) - 1, LONGEST));
        return messages;
    }
}
