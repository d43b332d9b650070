package dev.threadline.dashboard.access;

import java.net.InetAddress;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Slows guessing down. After some failures of one name from one address, or of an address with many names, each next try
 * must wait, twice as long every time. Nobody can lock out somebody at another address. Memory is bounded.
 */
final class LoginThrottle {

    static final int FREE_FAILURES = 5;
    static final int FREE_FAILURES_OF_ADDRESS = 50;
    static final Duration LONGEST_WAIT = Duration.ofMinutes(15);
    /** Twice the longest wait: who comes back right after it is still known. */
    static final Duration FORGOTTEN_AFTER = Duration.ofMinutes(30);

    static final int MOST_REMEMBERED = 10_000;

    private record Failures(int count, Instant lastAt) {

        Instant openAgainAt(int free) {
            if (count < free) {
                return lastAt;
            }
            long seconds = 1L << Math.min(count - free, 20);
            return lastAt.plusSeconds(Math.min(seconds, LONGEST_WAIT.toSeconds()));
        }
    }

    private final InstantSource time;
    private final Map<String, Failures> byPair = remembering();
    private final Map<String, Failures> byAddress = remembering();

    LoginThrottle(InstantSource time) {
        this.time = time;
    }

    /** How long a try must wait; zero if it need not. */
    synchronized Duration waitOf(String name, InetAddress address) {
        Instant now = time.instant();
        Instant pair = openAgainAt(byPair, pair(name, address), FREE_FAILURES, now);
        Instant all = openAgainAt(byAddress, network(address), FREE_FAILURES_OF_ADDRESS, now);
        Duration wait = Duration.between(now, pair.isAfter(all) ? pair : all);
        return wait.isNegative() ? Duration.ZERO : wait;
    }

    synchronized void failed(String name, InetAddress address) {
        count(byPair, pair(name, address));
        count(byAddress, network(address));
    }

    synchronized void succeeded(String name, InetAddress address) {
        byPair.remove(pair(name, address));
    }

    synchronized int remembered() {
        return byPair.size() + byAddress.size();
    }

    private void count(Map<String, Failures> failures, String key) {
        Instant now = time.instant();
        Failures before = known(failures, key, now);
        failures.put(key, new Failures(before.count + 1, now));
    }

    private static Instant openAgainAt(Map<String, Failures> failures, String key, int free, Instant now) {
        return known(failures, key, now).openAgainAt(free);
    }

    private static Failures known(Map<String, Failures> failures, String key, Instant now) {
        Failures known = failures.getOrDefault(key, new Failures(0, now));
        return known.lastAt.plus(FORGOTTEN_AFTER).isBefore(now) ? new Failures(0, now) : known;
    }

    private static String pair(String name, InetAddress address) {
        // Names come from outside: their hash is as good and not as long.
        return name.length() + ":" + name.hashCode() + "@" + network(address);
    }

    /** An address of version 4; of version 6 the half that one household has. */
    private static String network(InetAddress address) {
        byte[] bytes = address.getAddress();
        return Arrays.toString(bytes.length == 16 ? Arrays.copyOf(bytes, 8) : bytes);
    }

    private static Map<String, Failures> remembering() {
        return new LinkedHashMap<>(16, 0.75f, true) {
            private static final long serialVersionUID = 1;

            @Override
            protected boolean removeEldestEntry(Map.Entry<String, Failures> eldest) {
                return size() > MOST_REMEMBERED;
            }
        };
    }
}
