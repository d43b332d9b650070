package dev.threadline.dashboard.bench;

import java.util.function.Supplier;

/**
 * Someone in the race.
 *
 * @param key how {@code --only} and targets name it
 * @param name for people
 * @param turn prepares and runs one turn; only the run is measured
 */
record Contender(String key, String name, Supplier<Measured> turn) {}
