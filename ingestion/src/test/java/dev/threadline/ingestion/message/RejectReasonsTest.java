package dev.threadline.ingestion.message;

import static dev.threadline.ingestion.SharedSpark.SPARK;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class RejectReasonsTest {

    @Test
    void everyReasonHasAMeaningAndNoOtherCodeHas() {
        assertThat(SPARK).isNotNull();
        List<String> codes =
                new ArrayList<>(Validation.conditions(Instant.EPOCH).keySet());
        codes.add(RejectReasons.ERASED);
        assertThat(RejectReasons.all().keySet()).containsExactlyElementsOf(codes);
    }

    @Test
    void thePageSaysWhatTheyMean() throws IOException {
        String page = Files.readString(Path.of("../docs/repair.md"));
        assertThat(RejectReasons.all())
                .allSatisfy((code, meaning) -> assertThat(page).contains("| `%s` | %s".formatted(code, meaning)));
    }

    @Test
    void aCodeOfAnotherVersionMeansItself() {
        assertThat(RejectReasons.meaning("no_such_code")).isEqualTo("no_such_code");
    }
}
