package dev.threadline.sample.operation;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * A team with its zone, its hours and its languages.
 *
 * @param name what the log calls it
 * @param zone where its wall clock hangs
 * @param week the window of each weekday it works
 * @param holidays local dates on which it does not
 * @param languages what its members speak, the common one first
 * @param share of all agents who work in it
 */
public record Team(
        String name,
        ZoneId zone,
        Map<DayOfWeek, OpeningHours.Window> week,
        List<LocalDate> holidays,
        List<Language> languages,
        double share) {

    private static final ZoneId DUBLIN = ZoneId.of("Europe/Dublin");
    private static final ZoneId NEW_YORK = ZoneId.of("America/New_York");
    private static final List<Language> EUROPE = List.of(Language.ENGLISH, Language.GERMAN, Language.SPANISH);
    private static final List<Language> AMERICA = List.of(Language.ENGLISH, Language.SPANISH, Language.GERMAN);

    /** The four teams of the sample, with the holidays between two local dates. */
    public static List<Team> all(LocalDate fromInclusive, LocalDate untilInclusive) {
        List<LocalDate> irish = Holidays.irish(fromInclusive, untilInclusive);
        List<LocalDate> american = Holidays.american(fromInclusive, untilInclusive);
        return List.of(
                new Team("orders-eu", DUBLIN, week(8, 20, 9, 17, 0, 0), irish, EUROPE, 0.26),
                new Team("billing-eu", DUBLIN, week(9, 18, 0, 0, 0, 0), irish, EUROPE, 0.26),
                new Team("orders-us", NEW_YORK, week(8, 21, 9, 18, 10, 17), american, AMERICA, 0.24),
                new Team("technical-us", NEW_YORK, week(7, 19, 9, 15, 0, 0), american, AMERICA, 0.24));
    }

    private static Map<DayOfWeek, OpeningHours.Window> week(
            int from, int until, int saturdayFrom, int saturdayUntil, int sundayFrom, int sundayUntil) {
        Map<DayOfWeek, OpeningHours.Window> week = new EnumMap<>(DayOfWeek.class);
        for (DayOfWeek day : DayOfWeek.values()) {
            if (day.getValue() <= DayOfWeek.FRIDAY.getValue()) {
                week.put(day, new OpeningHours.Window(from * 60, until * 60));
            }
        }
        if (saturdayUntil > 0) {
            week.put(DayOfWeek.SATURDAY, new OpeningHours.Window(saturdayFrom * 60, saturdayUntil * 60));
        }
        if (sundayUntil > 0) {
            week.put(DayOfWeek.SUNDAY, new OpeningHours.Window(sundayFrom * 60, sundayUntil * 60));
        }
        return week;
    }

    /** The hours as a question that can be asked of any instant. */
    public OpeningHours openingHours() {
        return new OpeningHours(new LocalClock(zone), week, holidays);
    }
}
