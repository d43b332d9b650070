package dev.threadline.jobs.cli.session;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import org.junit.jupiter.api.Test;

class FailuresTest {

    @Test
    void whatALibrarySaysIsNotKeptSinceItMayQuoteARecord() {
        RuntimeException failure = new IllegalStateException("secret words", new IOException("more secret words"));

        assertThat(Failures.inOneLine(failure))
                .matches("IllegalStateException, caused by IOException at FailuresTest.java:\\d+");
    }
}
