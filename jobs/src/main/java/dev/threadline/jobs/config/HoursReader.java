package dev.threadline.jobs.config;

import dev.threadline.jobs.calendar.WeeklyHours;
import dev.threadline.jobs.calendar.Window;
import dev.threadline.jobs.yaml.BadValue;
import dev.threadline.jobs.yaml.Section;
import java.time.DayOfWeek;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads {@code { mon-fri: 09:00-17:00, sat: [09:00-12:00, 13:00-15:00] }}. */
final class HoursReader {

    private static final Pattern WINDOW = Pattern.compile("(\\d{1,2}):(\\d{2})\\s*-\\s*(\\d{1,2}):(\\d{2})");
    private static final int MINUTES_PER_HOUR = 60;

    private HoursReader() {}

    /** The windows of all keys; a day named by several keys has the windows of them all. */
    static WeeklyHours read(Section hours) {
        Map<DayOfWeek, List<Window>> windows = new EnumMap<>(DayOfWeek.class);
        for (String key : hours.keys()) {
            List<Window> ofKey = hours.values(key, HoursReader::window);
            for (DayOfWeek day : hours.key(key, Set.<DayOfWeek>of(), HoursReader::days)) {
                windows.computeIfAbsent(day, any -> new ArrayList<>()).addAll(ofKey);
            }
        }
        return new WeeklyHours(windows);
    }

    /** {@code mon}, {@code mon-fri}, {@code sat-mon} around the week's end, {@code mon,wed,fri}. */
    static Set<DayOfWeek> days(String text) throws BadValue {
        Set<DayOfWeek> days = EnumSet.noneOf(DayOfWeek.class);
        for (String part : text.split(",", -1)) {
            String[] ends = part.split("-", -1);
            if (ends.length > 2) {
                throw ConfigurationErrors.notADay(text);
            }
            DayOfWeek last = day(ends[ends.length - 1], text);
            for (DayOfWeek day = day(ends[0], text); day != last; day = day.plus(1)) {
                days.add(day);
            }
            days.add(last);
        }
        return days;
    }

    private static DayOfWeek day(String name, String text) throws BadValue {
        String wanted = name.strip().toUpperCase(Locale.ROOT);
        for (DayOfWeek day : DayOfWeek.values()) {
            if (wanted.equals(day.name()) || wanted.equalsIgnoreCase(key(day))) {
                return day;
            }
        }
        throw ConfigurationErrors.notADay(text);
    }

    /** As a day is written in the file: {@code mon}. */
    static String key(DayOfWeek day) {
        return day.name().substring(0, 3).toLowerCase(Locale.ROOT);
    }

    /** {@code 09:00-17:00}; the end may be {@code 24:00}. */
    static Window window(String text) throws BadValue {
        Matcher window = WINDOW.matcher(text);
        if (!window.matches()) {
            throw ConfigurationErrors.notAWindow(text);
        }
        int start = minute(window.group(1), window.group(2), text);
        int end = minute(window.group(3), window.group(4), text);
        if (end <= start) {
            throw ConfigurationErrors.windowPassesMidnight(text);
        }
        return new Window(start, end);
    }

    private static int minute(String hours, String minutes, String text) throws BadValue {
        int minute = Integer.parseInt(hours) * MINUTES_PER_HOUR + Integer.parseInt(minutes);
        if (Integer.parseInt(minutes) >= MINUTES_PER_HOUR || minute > Window.MINUTES_PER_DAY) {
            throw ConfigurationErrors.notAWindow(text);
        }
        return minute;
    }
}
