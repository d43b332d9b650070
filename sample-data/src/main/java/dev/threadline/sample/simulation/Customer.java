package dev.threadline.sample.simulation;

import dev.threadline.sample.chance.Dice;
import dev.threadline.sample.operation.Channel;
import dev.threadline.sample.operation.Language;
import dev.threadline.sample.operation.LocalClock;
import java.time.ZoneId;
import java.util.List;
import java.util.stream.Stream;

/**
 * A person with habits. Nothing about customers is stored: whoever has this number is always the same person.
 *
 * @param european whether the European teams look after them
 * @param pace how slowly they answer, relative to others
 * @param burst the probability that they send one more message right away
 * @param politeness how likely they say thanks, relative to others
 * @param patience how long they wait, relative to others
 * @param wakeMs when their day starts, since local midnight
 * @param sleepMs when it ends
 * @param routineHour the local hour at which they usually see to such things
 */
record Customer(
        long number,
        String id,
        Language language,
        LocalClock clock,
        boolean european,
        Channel favourite,
        double pace,
        double burst,
        double politeness,
        double patience,
        long wakeMs,
        long sleepMs,
        int routineHour) {

    private static final long HOUR_MS = 3_600_000;
    private static final Channel[] CHANNELS = Channel.values();

    /** Where customers live, with the language most of them write there. */
    private enum Home {
        IRELAND("Europe/Dublin", Language.ENGLISH, 0.20),
        GERMANY("Europe/Berlin", Language.GERMAN, 0.22),
        SPAIN("Europe/Madrid", Language.SPANISH, 0.13),
        EAST("America/New_York", Language.ENGLISH, 0.22),
        CENTRAL("America/Chicago", Language.ENGLISH, 0.13),
        WEST("America/Los_Angeles", Language.SPANISH, 0.10);

        private static final Home[] ALL = values();

        private final String zone;
        private final Language language;
        private final double share;

        Home(String zone, Language language, double share) {
            this.zone = zone;
            this.language = language;
            this.share = share;
        }
    }

    /** All people who may write; their clocks are shared. */
    static final class Population {

        private final long seed;
        private final List<LocalClock> clocks = Stream.of(Home.ALL)
                .map(home -> new LocalClock(ZoneId.of(home.zone)))
                .toList();
        private final double[] homes =
                Stream.of(Home.ALL).mapToDouble(home -> home.share).toArray();
        private final double[] channels =
                Stream.of(CHANNELS).mapToDouble(Channel::share).toArray();

        Population(long seed) {
            this.seed = seed;
        }

        Customer customer(long number) {
            Dice dice = Dice.of(seed, number);
            int place = dice.weighted(homes);
            Home home = Home.ALL[place];
            Language language = dice.chance(0.9) ? home.language : Language.ENGLISH;
            long wakeMs = (long) ((7 + dice.normal() * 0.9) * HOUR_MS);
            long awakeMs = (long) ((15.5 + dice.normal() * 0.8) * HOUR_MS);
            return new Customer(
                    number,
                    "c" + (1_000_000 + number),
                    language,
                    clocks.get(place),
                    home.zone.startsWith("Europe/"),
                    CHANNELS[dice.weighted(channels)],
                    dice.lognormal(1, 0.4),
                    Math.min(0.6, dice.lognormal(0.2, 0.6)),
                    dice.lognormal(1, 0.3),
                    dice.lognormal(1, 0.5),
                    wakeMs,
                    wakeMs + awakeMs,
                    9 + dice.below(12));
        }
    }

    /** The first instant from this one on at which the customer is awake. */
    long awakeFrom(long instantMs) {
        long timeMs = clock.timeOfDayMs(instantMs);
        if ((timeMs >= wakeMs && timeMs < sleepMs) || timeMs + 24 * HOUR_MS < sleepMs) {
            return instantMs;
        }
        long toWakeMs = wakeMs - timeMs;
        return instantMs + (toWakeMs > 0 ? toWakeMs : toWakeMs + 24 * HOUR_MS);
    }
}
