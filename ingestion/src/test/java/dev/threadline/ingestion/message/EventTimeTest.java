package dev.threadline.ingestion.message;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class EventTimeTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            2025-03-01T10:00:00Z              | 2025-03-01T10:00:00Z
            2025-03-01T10:00Z                 | 2025-03-01T10:00:00Z
            2025-03-01t10:00:00z              | 2025-03-01T10:00:00Z
            2025-03-01 10:00:00+00:00         | 2025-03-01T10:00:00Z
            2025-03-01 10:00:00 +0100         | 2025-03-01T09:00:00Z
            2025-03-01T10:00:00-05            | 2025-03-01T15:00:00Z
            2025-03-01T00:30:00+05:45         | 2025-02-28T18:45:00Z
            2025-03-01T10:00:00.1Z            | 2025-03-01T10:00:00.100Z
            2025-03-01T10:00:00,25Z           | 2025-03-01T10:00:00.250Z
            2025-03-01T10:00:00.123999999Z    | 2025-03-01T10:00:00.123Z
            20250301T100000Z                  | 2025-03-01T10:00:00Z
            20250301T1000+0200                | 2025-03-01T08:00:00Z
            2024-02-29T23:59:59Z              | 2024-02-29T23:59:59Z
            1740823200123                     | 2025-03-01T10:00:00.123Z
            10000000000                       | 1970-04-26T17:46:40Z
            1970-01-01T00:00:00Z              | 1970-01-01T00:00:00Z
            9999-12-31T23:59:59.999Z          | 9999-12-31T23:59:59.999Z
            """)
    void anInstantIsReadInWhateverWayIsoWritesIt(String text, Instant instant) {
        assertThat(EventTime.parse(text)).isEqualTo(instant.toEpochMilli());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "2025-03-01T10:00:00",
                "2025-03-01",
                "2025-03-01Z",
                "T10:00:00Z",
                "2025-02-29T10:00:00Z",
                "2025-13-01T10:00:00Z",
                "2025-03-01T24:30:00Z",
                "2025-03-01T10:60:00Z",
                "2025-3-1T10:00:00Z",
                "2025-03-01T10:00:00.Z",
                "2025-03-01T10:00:00Zulu",
                "2025-03-01T10:00:00 Europe/Berlin",
                "2025-03-01T10:00:00+99:00",
                "1969-12-31T23:59:59Z",
                "-1",
                "0",
                "1772442000",
                "9999999999",
                "9223372036854775807",
                "9223372036854775808",
                "1.7e12",
                "１７４０８２３２００１２３",
                "now",
                "-",
                ""
            })
    void whatNamesNoInstantOrOneOutOfRangeIsNone(String text) {
        assertThat(EventTime.parse(text)).isNull();
    }

    @Test
    void itReadsWhatJavaWrites() {
        Random random = new Random(1);
        for (int i = 0; i < 2_000; i++) {
            long millis = Math.floorMod(random.nextLong(), EventTime.LATEST_EXCLUSIVE_MS);
            ZoneOffset offset = ZoneOffset.ofTotalSeconds(60 * (random.nextInt(36 * 60) - 18 * 60));
            OffsetDateTime time = Instant.ofEpochMilli(millis).atOffset(offset);
            if (time.getYear() >= 1970 && time.getYear() <= 9999) {
                assertThat(EventTime.parse(DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(time)))
                        .as("%s", time)
                        .isEqualTo(millis);
            }
        }
    }
}
