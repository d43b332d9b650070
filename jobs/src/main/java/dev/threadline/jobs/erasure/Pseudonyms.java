package dev.threadline.jobs.erasure;

import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * The tokens that take the places of names.
 *
 * @param customers the token of each customer
 * @param threads the token of each thread
 */
record Pseudonyms(Map<String, String> customers, List<OfThread> threads) {

    /**
     * A thread under another name.
     *
     * @param token of the thread
     * @param customerToken of its customer
     */
    record OfThread(String source, String threadId, String token, String customerToken) {}

    /**
     * Draws tokens for customers and their threads.
     *
     * @param orders the pairs of threads whose order has to be kept, by source
     */
    static Pseudonyms draw(Forgotten forgotten, Map<String, List<ThreadTokens.Order>> orders) {
        SecureRandom random = new SecureRandom();
        Map<String, String> customers = forgotten.customers().stream()
                .distinct()
                .collect(Collectors.toMap(customer -> customer, customer -> ThreadTokens.token(random)));
        Map<String, Map<String, String>> customerOf = new TreeMap<>();
        forgotten
                .threads()
                .forEach(thread -> customerOf
                        .computeIfAbsent(thread.source(), source -> new HashMap<>())
                        .putIfAbsent(thread.threadId(), thread.customerId()));
        List<OfThread> threads = new ArrayList<>();
        customerOf.forEach((source, ofThreads) -> {
            Set<String> names = new HashSet<>(ofThreads.keySet());
            ThreadTokens.draw(names, orders.getOrDefault(source, List.of()))
                    .byThread()
                    .forEach((thread, token) -> threads.add(
                            new OfThread(source, thread, token, String.valueOf(customers.get(ofThreads.get(thread))))));
        });
        return new Pseudonyms(customers, threads);
    }
}
