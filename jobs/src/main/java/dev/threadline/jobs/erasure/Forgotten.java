package dev.threadline.jobs.erasure;

import dev.threadline.ingestion.erasure.ErasureKey;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The customers who are to be forgotten, and what was found of them.
 *
 * @param customers as they were named
 * @param source the only one whose customers they are; without it those of all
 * @param threads theirs, one twice if two of them wrote in it
 * @param senderIds under which they wrote there
 */
record Forgotten(
        List<String> customers, Optional<String> source, List<ForgottenThread> threads, Set<String> senderIds) {

    boolean isEmpty() {
        return threads.isEmpty();
    }

    /** Every name that leads to one of them. */
    Set<String> names() {
        Set<String> names = new HashSet<>(customers);
        names.addAll(senderIds);
        threads.forEach(thread -> names.add(thread.threadId()));
        return names;
    }

    /** The hash of each customer, in the order in which they were named. */
    List<String> customerHashes(ErasureKey key) {
        return customers.stream().map(customer -> hash(key, customer)).toList();
    }

    /** The hashes of what was found: customers and threads. */
    Set<String> foundHashes(ErasureKey key) {
        return threads.stream()
                .flatMap(thread ->
                        Stream.of(hash(key, thread.customerId()), key.thread(thread.source(), thread.threadId())))
                .collect(Collectors.toSet());
    }

    /** Messages in their threads; those of a thread of two of them count once. */
    long messages() {
        Map<List<String>, Long> byThread = new HashMap<>();
        threads.forEach(thread -> byThread.put(List.of(thread.source(), thread.threadId()), thread.messages()));
        return byThread.values().stream().mapToLong(Long::longValue).sum();
    }

    /** What was found of each customer, in the order in which they were named. */
    List<Receipt.Customer> found(ErasureKey key) {
        return customers.stream()
                .map(customer -> {
                    List<ForgottenThread> theirs = threads.stream()
                            .filter(thread -> thread.customerId().equals(customer))
                            .toList();
                    long messages =
                            theirs.stream().mapToLong(ForgottenThread::messages).sum();
                    return new Receipt.Customer(hash(key, customer), theirs.size(), messages);
                })
                .toList();
    }

    private String hash(ErasureKey key, String customer) {
        return key.customer(source.orElse(""), customer);
    }
}
