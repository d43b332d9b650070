package dev.threadline.jobs.config;

import static org.assertj.core.api.Assertions.assertThat;

import dev.threadline.ingestion.UserError;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ConfigurationLawsTest {

    private static final String WHOLE = """
            warehouse: ./warehouse
            report-zone: Europe/Berlin
            policy: silence
            give-up: 14d
            attention-cap: 5m
            max-rejects: 5%
            channels:
              default:  { silence: 24h, reopen-window: 72h, engagement-window: 60m }
              webchat:
                silence: none
            schedules:
              a:
                zone: America/New_York
                teams: [billing, "sales"]
                hours: { mon-fri: 09:00-17:00, sat: [09:00-12:00, 13:00-24:00] }
                holidays: [2026-12-25, 2027-01-01]
                from: 2026-01-01
            dashboard: { show-text: false }
            """;

    private static final String LETTERS = "az09 :-[]{},%&*!|>'\"#\n\t?@`\\\u00e4\u0000\uD83D";

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void anyTextIsReadOrRefusedWithItsMistakes(long seed) {
        Random random = new Random(seed);
        int read = 0;
        int refused = 0;
        for (int i = 0; i < 1_000; i++) {
            String text = damaged(random);
            try {
                Configuration configuration = Configurations.parse(text, "threadline.yml");
                assertThat(Configurations.parse(configuration.effective().json(), "effective"))
                        .as(text)
                        .isEqualTo(configuration);
                read++;
            } catch (UserError e) {
                assertThat(e).as(text).hasMessageContaining("\n  line ");
                refused++;
            }
        }
        assertThat(read).isPositive();
        assertThat(refused).isPositive();
    }

    /** A file with one to three places overwritten, cut out, or filled with something that stands elsewhere. */
    private static String damaged(Random random) {
        StringBuilder text = new StringBuilder(WHOLE);
        for (int times = 1 + random.nextInt(3); times > 0; times--) {
            int start = random.nextInt(text.length());
            int end = Math.min(text.length(), start + random.nextInt(4));
            int from = random.nextInt(WHOLE.length());
            String other = switch (random.nextInt(3)) {
                case 0 -> String.valueOf(LETTERS.charAt(random.nextInt(LETTERS.length())));
                case 1 -> "";
                default -> WHOLE.substring(from, Math.min(WHOLE.length(), from + random.nextInt(40)));
            };
            text.replace(start, end, other);
        }
        return text.toString();
    }
}
