package dev.threadline.dashboard.bench;

import static org.assertj.core.api.Assertions.assertThat;

import dev.threadline.dashboard.bench.Agreement.Difference;
import dev.threadline.dashboard.fixture.WarehouseFixture;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AgreementTest {

    @TempDir
    private static Path ours;

    @TempDir
    private static Path theirs;

    @BeforeAll
    static void publish() {
        WarehouseFixture.published(ours);
        WarehouseFixture.published(theirs).keepConversations("thread_id <> 't1'");
    }

    @Test
    void theSameTablesAgreeInEveryRow() throws SQLException {
        List<Difference> differences = Agreement.between(ours, Agreement.warehouse(ours));
        assertThat(differences).extracting(Difference::table).containsExactlyElementsOf(Agreement.TABLES);
        assertThat(differences).allMatch(Difference::isNone);
        assertThat(Agreement.inWords(differences)).startsWith("agree: ");
    }

    @Test
    void aRowTooFewIsCountedInItsTableAlone() throws SQLException {
        List<Difference> differences = Agreement.between(ours, Agreement.warehouse(theirs));
        assertThat(differences)
                .filteredOn(difference -> !difference.isNone())
                .singleElement()
                .satisfies(difference -> {
                    assertThat(difference.table()).isEqualTo("conversations");
                    assertThat(difference.onlyOurs()).isPositive();
                    assertThat(difference.onlyTheirs()).isZero();
                });
        assertThat(Agreement.inWords(differences)).startsWith("**differ**: conversations");
    }
}
