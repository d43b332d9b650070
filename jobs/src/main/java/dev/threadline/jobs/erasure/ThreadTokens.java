package dev.threadline.jobs.erasure;

import dev.threadline.jobs.thread.Utf8Order;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;

/**
 * Random names for threads, in the place of those they had. Where two threads share an instant of one agent or customer the
 * order of their names decides which is first, so there, and only there, a token keeps the order of the name it replaces.
 */
final class ThreadTokens {

    /** Of 62 letters, 24 make guessing as hopeless as trying keys. */
    static final int LETTERS = 24;

    private static final String ALPHABET = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";

    /** Two names may leave no room between them; the numbers then may move between the threads of one instant. */
    private static final int MOST_DRAWS = 10_000;

    private final Random random;
    private final Map<String, String> tokens = new HashMap<>();

    private ThreadTokens(Random random) {
        this.random = random;
    }

    /**
     * Two threads of one source of which the order counts.
     *
     * @param first whose name comes first, in the order of UTF-8 bytes
     */
    record Order(String first, String second) {}

    /**
     * Draws tokens.
     *
     * @param threads the names of threads of one source to be replaced
     * @param orders of which at least one thread is among them
     */
    static ThreadTokens draw(Set<String> threads, List<Order> orders) {
        return draw(threads, orders, new SecureRandom());
    }

    static ThreadTokens draw(Set<String> threads, List<Order> orders, Random random) {
        ThreadTokens drawn = new ThreadTokens(random);
        Map<String, List<Order>> byThread = new HashMap<>();
        for (Order order : orders) {
            byThread.computeIfAbsent(order.first(), first -> new ArrayList<>()).add(order);
            byThread.computeIfAbsent(order.second(), second -> new ArrayList<>())
                    .add(order);
        }
        Set<String> inOrder = new TreeSet<>(Utf8Order.COMPARATOR);
        inOrder.addAll(threads);
        for (String thread : inOrder) {
            drawn.add(thread, byThread.getOrDefault(thread, List.of()), threads);
        }
        return drawn;
    }

    /** A name like these, of nothing. */
    static String token(Random random) {
        StringBuilder token = new StringBuilder(LETTERS);
        for (int i = 0; i < LETTERS; i++) {
            token.append(ALPHABET.charAt(random.nextInt(ALPHABET.length())));
        }
        return token.toString();
    }

    /** The token of each thread by its name. */
    Map<String, String> byThread() {
        return Map.copyOf(tokens);
    }

    /** Draws until the token lies where it should; of threads that are yet to be replaced, each sees to its own. */
    private void add(String thread, List<Order> orders, Set<String> replaced) {
        Optional<String> above = orders.stream()
                .filter(order -> order.second().equals(thread))
                .map(Order::first)
                .filter(other -> isSettled(other, replaced))
                .map(other -> tokens.getOrDefault(other, other))
                .max(Utf8Order.COMPARATOR);
        Optional<String> below = orders.stream()
                .filter(order -> order.first().equals(thread))
                .map(Order::second)
                .filter(other -> isSettled(other, replaced))
                .map(other -> tokens.getOrDefault(other, other))
                .min(Utf8Order.COMPARATOR);
        for (int draw = 0; draw < MOST_DRAWS; draw++) {
            String token = token(random);
            if (above.stream().allMatch(first -> Utf8Order.compare(first, token) < 0)
                    && below.stream().allMatch(second -> Utf8Order.compare(token, second) < 0)) {
                tokens.put(thread, token);
                return;
            }
        }
        tokens.put(thread, token(random));
    }

    private boolean isSettled(String other, Set<String> replaced) {
        return tokens.containsKey(other) || !replaced.contains(other);
    }
}
