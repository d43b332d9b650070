package dev.threadline.jobs.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.threadline.ingestion.UserError;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ConfigurationMistakesTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '"', textBlock = """
                    give-up: 14                        | give-up: '14' has no unit. Write for example 14s, 14m, 14h or 14d
                    give-up: 14 fortnights             | give-up: '14 fortnights' is no length of time. Write for example 30s, 5m
                    give-up: 5m1h                      | is no length of time
                    give-up: P1Y                       | is no length of time
                    give-up: 1.5h                      | is no length of time
                    give-up: -PT5M                     | is no length of time
                    give-up: PT-5M                     | is less than nothing. Write a length of time without a sign
                    give-up: 200000d                   | is longer than 100 years
                    give-up: PT0.0005S                 | is finer than a millisecond
                    give-up:                           | give-up: there is no value. Write one, or remove the key
                    give-up: ""                        | give-up: there is no value
                    give-up: [14d]                     | give-up: expected a single value. Remove the brackets
                    give-up: none                      | is no length of time
                    attention-cap: 0s                  | '0s' is no time at all. Write a length of time above 0
                    max-rejects: 5                     | '5' is no share. Write a percentage from 0% to 100%, for example 5%
                    max-rejects: 101%                  | '101%' is no share
                    policy: silense                    | 'silense' is no policy. Did you mean 'silence'?
                    policy: random                     | 'random' is no policy. Write silence or learned
                    report-zone: Europe/Berln          | 'Europe/Berln' is no IANA time zone. Did you mean 'Europe/Berlin'?
                    report-zone: "+02:00"              | is no IANA time zone. Write a region and city, for example America/New_York, or UTC
                    report-zone: EST                   | 'EST' is no IANA time zone. Write a region and city, for example America/New_York, or UTC
                    dashboard: { show-text: yes }      | dashboard.show-text: 'yes' is neither true nor false. Write true or false
                    storage: { spark.hadoop.fs.x: a }  | storage: 'spark.hadoop.fs.x' is no setting of a file system. Write its name as Hadoop has it
                    dashboard: true                    | dashboard: expected keys with values here
                    dashboard: { show_text: true }     | dashboard: unknown key 'show_text'. Did you mean 'show-text'?
                    report_zone: UTC                   | unknown key 'report_zone'. Did you mean 'report-zone'?
                    colour: red                        | unknown key 'colour'. Known here: attention-cap, channels, dashboard, episode-gap, give-up,
                    channels: { sms: { sillence: 1h }} | channels.sms: unknown key 'sillence'. Did you mean 'silence'?
                    channels: { sms: 24h }             | channels.sms: expected keys with values here
                    channels: { sms: { silence: 0m }}  | channels.sms.silence: '0m' would end a conversation after every message
                    channels: { sms: { silence: off }} | 'off' is no length of time. Write for example 30s, 5m, 24h, 14d, 1h30m or PT5M, or none
                    ? [a, b]                           | a key must be plain text
                    - give-up: 14d                     | expected keys with values here
                    """)
    void oneMistakeIsToldWithItsLineItsReasonAndItsCure(String yaml, String told) {
        assertThatThrownBy(() -> Configurations.parse("# settings\n" + yaml, "threadline.yml"))
                .isInstanceOf(UserError.class)
                .hasMessageStartingWith("threadline.yml has a mistake. Nothing was read or written. Correct this")
                .hasMessageContaining("\n  line 2: ")
                .hasMessageContaining(told);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '"', textBlock = """
                    zone: UTC, teams: [a], hours: { mon-fri: 22:00-06:00 }                | s.hours.mon-fri: '22:00-06:00' does not end after it starts. Split hours that pass midnight
                    zone: UTC, teams: [a], hours: { mon: 09:00-09:00 }                    | does not end after it starts
                    zone: UTC, teams: [a], hours: { mon: 09:00-24:01 }                    | is no window of a day
                    zone: UTC, teams: [a], hours: { mon: 09:60-17:00 }                    | is no window of a day
                    zone: UTC, teams: [a], hours: { mon: 9-17 }                           | '9-17' is no window of a day. Write start and end between 00:00 and 24:00, for example 09:00-17:00
                    zone: UTC, teams: [a], hours: { mon: [[09:00-17:00]] }                | expected a single value
                    zone: UTC, teams: [a], hours: { mo-fr: 09:00-17:00 }                  | s.hours: 'mo-fr' names no days of the week. Write mon, tue
                    zone: UTC, teams: [a], hours: { mon-wed-fri: 09:00-17:00 }            | names no days of the week
                    zone: UTC, teams: [a], hours: 09:00-17:00                             | s.hours: expected keys with values here
                    zone: UTC, teams: [a], hours: { }                                     | s.hours: the hours name no window, so this schedule is never open
                    zone: UTC, teams: [a]                                                 | s.hours: the hours name no window
                    zone: UTC, hours: { mon: 09:00-17:00 }                                | s: this schedule serves nobody. Name its teams: [...] or its channels
                    zone: UTC, team: [a], hours: { mon: 09:00-17:00 }                     | s: unknown key 'team'. Did you mean 'teams'?
                    zone: UTC, teams: [a], hours: { mon: 09:00-17:00 }, form: 2026-01-01  | s: unknown key 'form'. Did you mean 'from'?
                    teams: [a], hours: { mon: 09:00-17:00 }                               | s: 'zone' is missing. Write the IANA zone
                    zone: UTC, teams: [{}], hours: { mon: 09:00-17:00 }                   | s.teams: expected a single value
                    zone: UTC, teams: [a], hours: { mon: 09:00-17:00 }, from: 2026-02-30  | s.from: '2026-02-30' is no date of the calendar. Write year-month-day
                    zone: UTC, teams: [a], hours: { mon: 09:00-17:00 }, holidays: [25.12] | s.holidays: '25.12' is no date of the calendar
                    """)
    void aMistakeInAScheduleIsTold(String schedule, String told) {
        assertThatThrownBy(() -> Configurations.parse("schedules:\n  s: { " + schedule + " }", "threadline.yml"))
                .hasMessageStartingWith("threadline.yml has a mistake.")
                .hasMessageContaining("\n  line 2: schedules.")
                .hasMessageContaining(told);
    }

    @Test
    void severalMistakesAreToldAtOnceInTheOrderOfTheFile() {
        String text = """
                give-up: 14
                polcy: learned
                channels:
                  sms:
                    silence: soon
                    silence: 24h
                  webchat: { reopen-window: never }
                schedules:
                  us:
                    teams: [billing]
                    hours:
                      mon-fri:
                        - 09:00-12:00
                        - 13:00-12:00
                """;
        assertThatThrownBy(() -> Configurations.parse(text, "/etc/threadline.yml"))
                .hasMessage("""
                        /etc/threadline.yml has 7 mistakes. Nothing was read or written. Correct this (docs/configuration.md explains every key):
                          line 1: give-up: '14' has no unit. Write for example 14s, 14m, 14h or 14d
                          line 2: unknown key 'polcy'. Did you mean 'policy'?
                          line 5: channels.sms.silence: 'soon' is no length of time. Write for example 30s, 5m, 24h, 14d, 1h30m or PT5M, or none
                          line 6: channels.sms.silence: this key is given twice, first in line 5. Remove one of the two
                          line 7: channels.webchat.reopen-window: 'never' is no length of time. Write for example 30s, 5m, 24h, 14d, 1h30m or PT5M, or none
                          line 9: schedules.us: 'zone' is missing. Write the IANA zone that the hours are local to, for example zone: Europe/Berlin
                          line 14: schedules.us.hours.mon-fri: '13:00-12:00' does not end after it starts. Split hours that pass midnight: until 24:00 on one day, from 00:00 on the next.""");
    }

    @Test
    void aKeyThatIsGivenTwiceHidesNoOtherMistake() {
        assertThatThrownBy(() -> Configurations.parse("""
                give-up: 14
                polcy: silence
                give-up: 15
                """, "threadline.yml"))
                .hasMessageStartingWith("threadline.yml has 3 mistakes.")
                .hasMessageContaining("line 1: give-up: '14' has no unit")
                .hasMessageContaining("line 2: unknown key 'polcy'. Did you mean 'policy'?")
                .hasMessageContaining("line 3: give-up: this key is given twice, first in line 1");
    }

    @Test
    void twoSchedulesOfOneTeamMustNotBeginTogether() {
        String text = """
                schedules:
                  old: { zone: UTC, teams: [billing], hours: { mon: 09:00-17:00 } }
                  new: { zone: UTC, teams: [billing], hours: { mon: 09:00-18:00 }, from: 2026-01-01 }
                  newer: { zone: UTC, teams: [sales, billing], hours: { mon: 09:00-18:00 }, from: 2026-01-01 }
                """;
        assertThatThrownBy(() -> Configurations.parse(text, "threadline.yml"))
                .hasMessageContaining("has a mistake")
                .hasMessageContaining(
                        "line 4: schedules.newer: 'new' also sets the hours of team 'billing' from 2026-01-01. Give the newer of the two a later 'from'");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"a: [1, 2", "give-up: 1d\n\tpolicy: x", "a: b: c", "'", "%", "a: *b", "a: 1\n---\nb: 2", "\u0007"
            })
    void whatIsNotYamlIsToldAsSuch(String text) {
        assertThatThrownBy(() -> Configurations.parse(text, "threadline.yml"))
                .isInstanceOf(UserError.class)
                .hasMessageContaining("\n  line ")
                .hasMessageContaining("this is not YAML: ");
    }

    @Test
    void aMapThatContainsItselfEnds() {
        assertThatThrownBy(() -> Configurations.parse("channels: &a { sms: *a }", "threadline.yml"))
                .hasMessageContaining("channels.sms: unknown key 'sms'");
    }

    @Test
    void aLongValueIsCut() {
        assertThatThrownBy(() -> Configurations.parse("policy: " + "x".repeat(10_000), "threadline.yml"))
                .satisfies(error -> assertThat(error.getMessage()).hasSizeLessThan(400));
    }

    @Test
    void aFileThatCannotBeReadIsTheUsersMistake(@TempDir Path folder) throws Exception {
        Path latin1 = Files.write(folder.resolve("latin1.yml"), new byte[] {'a', ':', ' ', (byte) 0xE4});
        assertThatThrownBy(() -> Configurations.read(folder.resolve("none.yml")))
                .isInstanceOf(UserError.class)
                .hasMessageContaining("There is no configuration file " + folder.resolve("none.yml"));
        assertThatThrownBy(() -> Configurations.read(folder))
                .isInstanceOf(UserError.class)
                .hasMessageContaining("a file, not a folder");
        assertThatThrownBy(() -> Configurations.read(latin1))
                .isInstanceOf(UserError.class)
                .hasMessageContaining("not encoded in UTF-8");
    }
}
