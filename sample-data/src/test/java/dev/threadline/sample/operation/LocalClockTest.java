package dev.threadline.sample.operation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.threadline.sample.chance.Dice;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LocalClockTest {

    private static final long DAY_MS = 86_400_000;

    @ParameterizedTest
    @ValueSource(strings = {"UTC", "Europe/Dublin", "America/New_York", "Asia/Kolkata"})
    void theClockAgreesWithTheZone(String zone) {
        LocalClock clock = new LocalClock(ZoneId.of(zone));
        Dice dice = Dice.seeded(1);
        for (int draw = 0; draw < 2_000; draw++) {
            long instantMs = dice.between(1_700_000_000_000L, 1_800_000_000_000L);
            LocalDateTime local = LocalDateTime.ofInstant(Instant.ofEpochMilli(instantMs), ZoneId.of(zone));
            assertThat(clock.localMs(instantMs))
                    .isEqualTo(local.toInstant(ZoneOffset.UTC).toEpochMilli());
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"UTC", "Europe/Dublin", "America/New_York", "Asia/Kolkata"})
    void nineInTheMorningIsNineInTheMorningOnEveryDay(String zone) {
        LocalClock clock = new LocalClock(ZoneId.of(zone));
        for (long day = 20_000; day < 21_000; day++) {
            long instantMs = clock.instantMs(day, 9 * 3_600_000);
            assertThat(clock.localMs(instantMs)).isEqualTo(day * DAY_MS + 9 * 3_600_000);
        }
    }
}
