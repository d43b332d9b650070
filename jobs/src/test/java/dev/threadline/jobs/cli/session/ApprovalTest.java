package dev.threadline.jobs.cli.session;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ApprovalTest {

    @ParameterizedTest
    @ValueSource(strings = {"y", "Yes", " yes "})
    void yesIsYes(String answer) {
        assertThatCode(Approval.by(question -> answer)::get).doesNotThrowAnyException();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "n", "yesterday"})
    void whateverElseIsNo(String answer) {
        assertThatThrownBy(Approval.by(question -> answer)::get).hasMessageContaining("not wanted");
    }

    @Test
    void whereNobodyCanBeAskedItHasToBeSaidBeforehand() {
        assertThatThrownBy(Approval.by(null)::get).hasMessageContaining("--yes");
        assertThatThrownBy(Approval.by(question -> null)::get).hasMessageContaining("--yes");
    }
}
