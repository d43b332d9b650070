package dev.threadline.sample.simulation;

import java.util.PriorityQueue;

/** What is to happen and when; the heart of the simulation, and its only clock. */
final class Agenda {

    private record Entry(long atMs, long serial, Runnable act) implements Comparable<Entry> {
        @Override
        public int compareTo(Entry other) {
            return atMs != other.atMs ? Long.compare(atMs, other.atMs) : Long.compare(serial, other.serial);
        }
    }

    private final PriorityQueue<Entry> entries = new PriorityQueue<>(1024);
    private long nowMs;
    private long serial;

    Agenda(long startMs) {
        this.nowMs = startMs;
    }

    long nowMs() {
        return nowMs;
    }

    /** Plans an act; what lies in the past happens at once, acts of one instant in the order of planning. */
    void at(long atMs, Runnable act) {
        entries.add(new Entry(Math.max(atMs, nowMs), serial++, act));
    }

    void in(long delayMs, Runnable act) {
        at(nowMs + delayMs, act);
    }

    /** Lets everything happen that is planned before this instant. */
    void runUntil(long endExclusiveMs) {
        for (Entry next = entries.peek(); next != null && next.atMs < endExclusiveMs; next = entries.peek()) {
            entries.remove();
            nowMs = next.atMs;
            next.act.run();
        }
    }
}
