package dev.threadline.jobs.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.threadline.ingestion.UserError;
import dev.threadline.jobs.boundary.model.BoundaryModels;
import dev.threadline.jobs.calendar.Calendars;
import dev.threadline.jobs.calendar.Schedule;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ConfigurationTest {

    private static final String SCHEDULE = """
            schedules:
              support-us: { zone: America/New_York, teams: [billing], channels: [sms], hours: { mon-fri: 09:00-17:00, sat: [09:00-12:00, 13:00-15:00] }, holidays: [2026-12-25], from: 2026-01-01 }
            """;

    @Test
    void everyKeyHasItsDefault() {
        Configuration defaults = Configuration.defaults();
        assertThat(defaults.warehouse()).isEqualTo("./warehouse");
        assertThat(defaults.reportZone()).isEqualTo(ZoneId.of("UTC"));
        assertThat(defaults.policy()).isEqualTo(Policy.SILENCE);
        assertThat(defaults.giveUp()).isEqualTo(Duration.ofDays(14));
        assertThat(defaults.attentionCap()).isEqualTo(Duration.ofMinutes(5));
        assertThat(defaults.syncSwitch()).isEqualTo(Duration.ofMinutes(2));
        assertThat(defaults.episodeGap()).isEqualTo(Duration.ofMinutes(5));
        assertThat(defaults.maxRejects()).hasToString("5%");
        assertThat(defaults.schedules()).isEmpty();
        assertThat(defaults.dashboard().showText()).isFalse();
        assertThat(defaults.rules("sms")).isEqualTo(rules("PT24H", "PT72H", "PT60M"));
        assertThat(defaults.rules(null)).isEqualTo(rules("PT24H", "PT72H", "PT60M"));
        assertThat(defaults.rules("webchat")).isEqualTo(rules("PT30M", "PT30M", "PT10M"));
        assertThat(defaults.rules("email")).isEqualTo(rules("PT72H", "PT72H", "PT60M"));
    }

    @Test
    void aFileThatSaysNothingLeavesTheDefaults() {
        for (String text :
                new String[] {"", "# nothing\n", "---\n", "{}", "channels:\nschedules:\ntargets:\ndashboard:\n"}) {
            assertThat(parse(text)).as(text).isEqualTo(Configuration.defaults());
        }
    }

    @Test
    void theDocumentedExamplesAreTrue() throws Exception {
        String page = Files.readString(Path.of("../docs/configuration.md"));
        List<Configuration> examples = Pattern.compile("```yaml\n(.*?)```", Pattern.DOTALL)
                .matcher(page)
                .results()
                .map(block -> parse(block.group(1)))
                .toList();
        assertThat(examples).hasSize(5);
        assertThat(examples.get(0)).isEqualTo(Configuration.defaults());
        assertThat(examples.get(1).inference().maxGap()).isEqualTo(Duration.ofDays(90));
        assertThat(examples.get(2).rules("email")).isEqualTo(rules("PT72H", "PT48H", "PT60M"));
        assertThat(examples.get(3).schedules()).hasSize(2);
        assertThat(examples.get(4).targets().byTeam().get("vip")).containsEntry("webchat", Duration.ofSeconds(30));
    }

    @Test
    void everyKeyCanBeSet() {
        Configuration configuration = parse("""
                warehouse: s3a://lake/threadline
                report-zone: Europe/Berlin
                policy: learned
                max-gap: 60d
                give-up: 7d
                attention-cap: 90s
                sync-switch: PT1M
                episode-gap: 1h30m
                max-rejects: 0.5%
                dashboard: { show-text: true, users: [{ name: lea, role: lead, password: x }] }
                """);
        assertThat(configuration.warehouse()).isEqualTo("s3a://lake/threadline");
        assertThat(configuration.reportZone()).isEqualTo(ZoneId.of("Europe/Berlin"));
        assertThat(configuration.policy()).isEqualTo(Policy.LEARNED);
        assertThat(configuration.inference().maxGap()).isEqualTo(Duration.ofDays(60));
        assertThat(configuration.giveUp()).isEqualTo(Duration.ofDays(7));
        assertThat(configuration.attentionCap()).isEqualTo(Duration.ofSeconds(90));
        assertThat(configuration.syncSwitch()).isEqualTo(Duration.ofMinutes(1));
        assertThat(configuration.episodeGap()).isEqualTo(Duration.ofMinutes(90));
        assertThat(configuration.maxRejects()).hasToString("0.5%");
        assertThat(configuration.dashboard().showText()).isTrue();
    }

    @Test
    void aModelsFileIsLookedForBesideTheConfiguration(@TempDir Path folder) throws Exception {
        String lenient =
                BoundaryModels.write(BoundaryModels.shipped()).replaceFirst("next_greeting: \\d+", "next_greeting: 1");
        Files.writeString(folder.resolve("ours.yml"), lenient);
        Path file = folder.resolve("threadline.yml");
        Files.writeString(file, "policy: learned\npolicy-file: ours.yml\n");

        Configuration configuration = Configurations.read(file);

        assertThat(BoundaryModels.write(configuration.inference().model())).isEqualTo(lenient);
        assertThat(configuration.effective().json()).contains("\"policy-file\":\"ours.yml\"");
        assertThat(configuration.effective().fingerprint())
                .isNotEqualTo(parse("policy: learned").effective().fingerprint());
        assertThatThrownBy(() -> parse("policy-file: no-such.yml"))
                .isInstanceOf(UserError.class)
                .hasMessageContaining("There is no model file no-such.yml");
    }

    @Test
    void aChannelKeepsWhatItDoesNotSet() {
        Configuration configuration = parse("""
                channels:
                  webchat: { silence: 20m }
                  sms: { reopen-window: 24h }
                """);
        assertThat(configuration.rules("webchat")).isEqualTo(rules("PT20M", "PT30M", "PT10M"));
        assertThat(configuration.rules("sms")).isEqualTo(rules("PT24H", "PT24H", "PT60M"));
        assertThat(configuration.rules("email")).isEqualTo(rules("PT72H", "PT72H", "PT60M"));
    }

    @Test
    void theDefaultIsInheritedKeyByKeyWhereverItStands() {
        Configuration configuration = parse("""
                channels:
                  sms: { silence: 6h }
                  default: { silence: 12h, reopen-window: 48h, engagement-window: 30m }
                """);
        assertThat(configuration.rules("sms")).isEqualTo(rules("PT6H", "PT48H", "PT30M"));
        assertThat(configuration.rules("whatsapp")).isEqualTo(rules("PT12H", "PT48H", "PT30M"));
        assertThat(configuration.rules("email")).isEqualTo(rules("PT72H", "PT48H", "PT30M"));
        assertThat(configuration.rules("webchat")).isEqualTo(rules("PT30M", "PT30M", "PT10M"));
    }

    @Test
    void noneSwitchesSilenceAndReopeningOff() {
        Configuration configuration = parse("channels: { default: { silence: none, reopen-window: none } }");
        assertThat(configuration.rules("sms").silence()).isNull();
        assertThat(configuration.rules("sms").reopenWindow()).isZero();
        assertThat(configuration.rules("webchat").silence()).isEqualTo(Duration.ofMinutes(30));
    }

    @Test
    void aScheduleIsReadAsWritten() {
        Schedule schedule = parse(SCHEDULE).schedules().get(0);
        assertThat(schedule.name()).isEqualTo("support-us");
        assertThat(schedule.zone()).isEqualTo(ZoneId.of("America/New_York"));
        assertThat(schedule.teams()).containsExactly("billing");
        assertThat(schedule.channels()).containsExactly("sms");
        assertThat(schedule.hours().windows()).hasSize(6);
        assertThat(schedule.hours().windows().toString())
                .contains("FRIDAY=[09:00-17:00]", "SATURDAY=[09:00-12:00, 13:00-15:00]");
        assertThat(schedule.holidays()).containsExactly(LocalDate.parse("2026-12-25"));
        assertThat(schedule.from()).isEqualTo(LocalDate.parse("2026-01-01"));
    }

    @Test
    void aScheduleFollowsTheClockChanges() {
        Calendars calendars = new Calendars(
                parse(SCHEDULE.replace("2026-01-01", "2024-01-01")).schedules());
        long fridayAt16 = Instant.parse("2024-03-08T21:00:00Z").toEpochMilli();
        long mondayAt10 = Instant.parse("2024-03-11T14:00:00Z").toEpochMilli();
        assertThat(calendars.of("billing", "sms").openMillis(fridayAt16, mondayAt10))
                .isEqualTo(Duration.ofHours(1 + 5 + 1).toMillis());
    }

    @Test
    void whatYamlTakesForSomethingElseIsReadAsText() {
        Configuration configuration = parse("""
                warehouse: 0x1F
                channels: { no: { silence: 1h }, 010: { silence: 2h } }
                schedules:
                  1: { zone: UTC, teams: [on, off, 007, 1_000, 2026-01-01, ~x], hours: { sat: 00:00-24:00 }, holidays: 2026-12-25 }
                """);
        assertThat(configuration.warehouse()).isEqualTo("0x1F");
        assertThat(configuration.rules("no").silence()).isEqualTo(Duration.ofHours(1));
        assertThat(configuration.rules("010").silence()).isEqualTo(Duration.ofHours(2));
        assertThat(configuration.schedules().get(0).teams())
                .containsExactlyInAnyOrder("on", "off", "007", "1_000", "2026-01-01", "~x");
        assertThat(configuration.schedules().get(0).holidays()).containsExactly(LocalDate.parse("2026-12-25"));
    }

    @Test
    void aByteOrderMarkAndWindowsLineEndsDoNoHarm(@TempDir Path folder) throws Exception {
        Path file = folder.resolve("threadline.yml");
        Files.writeString(file, "\uFEFFgive-up: 3d\r\npolicy: silence\r\n");
        assertThat(Configurations.read(file).giveUp()).isEqualTo(Duration.ofDays(3));
    }

    @Test
    void itSurvivesBeingSent() throws Exception {
        Configuration configuration = parse(SCHEDULE + "channels: { sms: { silence: none } }");
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ObjectOutputStream out = new ObjectOutputStream(bytes)) {
            out.writeObject(configuration);
        }
        try (ObjectInputStream in = new ObjectInputStream(new ByteArrayInputStream(bytes.toByteArray()))) {
            assertThat(in.readObject()).isEqualTo(configuration);
        }
    }

    private static Configuration parse(String text) {
        return Configurations.parse(text, "threadline.yml");
    }

    private static ChannelRules rules(String silence, String reopenWindow, String engagementWindow) {
        return new ChannelRules(
                Duration.parse(silence), Duration.parse(reopenWindow), Duration.parse(engagementWindow));
    }
}
