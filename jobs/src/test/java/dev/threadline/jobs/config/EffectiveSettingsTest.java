package dev.threadline.jobs.config;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EffectiveSettingsTest {

    @Test
    void theDefaultsAreShownWhole() {
        assertThat(Configuration.defaults().effective().json())
                .isEqualTo("{\"attention-cap\":\"5m\",\"channels\":{"
                        + "\"default\":{\"engagement-window\":\"1h\",\"reopen-window\":\"72h\",\"silence\":\"24h\"},"
                        + "\"email\":{\"engagement-window\":\"1h\",\"reopen-window\":\"72h\",\"silence\":\"72h\"},"
                        + "\"webchat\":{\"engagement-window\":\"10m\",\"reopen-window\":\"30m\",\"silence\":\"30m\"}},"
                        + "\"dashboard\":{\"show-text\":false},\"episode-gap\":\"5m\",\"give-up\":\"14d\","
                        + "\"max-rejects\":\"5%\",\"policy\":\"silence\",\"report-zone\":\"UTC\","
                        + "\"retain-publications\":\"30d\",\"schedules\":{},\"sync-switch\":\"2m\",\"targets\":{},"
                        + "\"text-retention\":\"none\",\"warehouse\":\"./warehouse\"}");
    }

    @Test
    void windowsThatOverlapAreShownAsOne() {
        assertThat(parse("schedules: { s: { zone: UTC, teams: [a, b], hours: { sat-sun: [08:00-24:00, 7:30-9:00] }}}")
                        .effective()
                        .json())
                .contains("\"hours\":{\"sat\":[\"07:30-24:00\"],\"sun\":[\"07:30-24:00\"]}", "\"teams\":[\"a\",\"b\"]");
    }

    @Test
    void whatIsShownCanBeReadBack() {
        Configuration configuration = parse("""
                give-up: 8d30m
                targets: { default: { webchat: 90s }, vip: { default: 15m } }
                channels: { sms: { silence: none, reopen-window: 1h0m5s } }
                schedules:
                  a: { zone: Asia/Kathmandu, channels: [sms], hours: { mon,wed: 9:00-17:00, fri-mon: 20:00-24:00 }, holidays: [2026-12-25, 2026-01-01] }
                  b: { zone: UTC, teams: [x], hours: { Sunday: 00:00-24:00 }, from: 2026-01-01 }
                """.replace("{ mon,wed:", "{ 'mon,wed':"));
        assertThat(parse(configuration.effective().json())).isEqualTo(configuration);
    }

    @Test
    void equalSettingsHaveOneFingerprintHoweverTheyAreWritten() {
        String one = "give-up: 14d\nchannels: { sms: { silence: 90m } }\nschedules: {}";
        String other = "channels:\n  sms:\n    silence: PT1H30M\ngive-up: 2w";
        assertThat(parse(one).effective().fingerprint())
                .isEqualTo(parse(other).effective().fingerprint())
                .matches("[0-9a-f]{64}");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "report-zone: Europe/Berlin",
                "policy: learned",
                "max-gap: 90d",
                "give-up: 13d",
                "attention-cap: 6m",
                "sync-switch: 3m",
                "episode-gap: 6m",
                "channels: { default: { silence: 23h } }",
                "channels: { webchat: { engagement-window: 9m } }",
                "channels: { sms: { reopen-window: 71h } }",
                "schedules: { s: { zone: UTC, teams: [a], hours: { mon: 09:00-17:00 } } }"
            })
    void whatChangesNumbersChangesTheFingerprint(String text) {
        assertThat(parse(text).effective().fingerprint())
                .isNotEqualTo(Configuration.defaults().effective().fingerprint());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "warehouse: elsewhere",
                "storage: { fs.s3a.endpoint: 'https://elsewhere' }",
                "max-rejects: 1%",
                "retain-publications: 7d",
                "text-retention: 90d",
                "targets: { default: { webchat: 2m } }",
                "dashboard: { show-text: true }"
            })
    void whatChangesNoNumberLeavesTheFingerprint(String text) {
        assertThat(parse(text).effective().fingerprint())
                .isEqualTo(Configuration.defaults().effective().fingerprint());
    }

    @Test
    void credentialsInTheWarehousesAddressAreMasked() {
        Configuration secret = Configuration.defaults().withWarehouse("s3a://key:secret@lake/threadline");
        Configuration container = Configuration.defaults().withWarehouse("abfss://lake@account.dfs/threadline");
        assertThat(secret.effective().json()).contains("\"warehouse\":\"s3a://***@lake/threadline\"");
        assertThat(container.effective().json()).contains("\"warehouse\":\"abfss://lake@account.dfs/threadline\"");
    }

    @Test
    void ofSettingsOfFileSystemsThoseThatAreSecretsAreMasked() {
        Configuration stored = parse("""
                storage:
                  fs.s3a.endpoint: https://lake.example.org
                  fs.s3a.secret.key: tell-nobody
                  fs.azure.sas.fixed.token.account: nor-this
                """);
        assertThat(stored.effective().json())
                .contains(
                        "\"fs.s3a.endpoint\":\"https://lake.example.org\"",
                        "\"fs.s3a.secret.key\":\"***\"",
                        "\"fs.azure.sas.fixed.token.account\":\"***\"");
    }

    private static Configuration parse(String text) {
        return Configurations.parse(text, "threadline.yml");
    }
}
