package dev.threadline.sample.simulation;

import java.util.Arrays;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What is to happen and when; the heart of the simulation, and its only clock.
 *
 * <p>A heap of four children a node over plain arrays: half of the simulation's time would go into a
 * {@code PriorityQueue} of objects.
 */
final class Agenda {

    private static final int CHILDREN = 4;

    private long[] times = new long[1024];
    private long[] serials = new long[1024];
    private @Nullable Runnable[] acts = new @Nullable Runnable[1024];
    private int size;
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
        if (size == times.length) {
            times = Arrays.copyOf(times, size * 2);
            serials = Arrays.copyOf(serials, size * 2);
            acts = Arrays.copyOf(acts, size * 2);
        }
        rise(size++, Math.max(atMs, nowMs), serial++, act);
    }

    void in(long delayMs, Runnable act) {
        at(nowMs + delayMs, act);
    }

    /** Lets everything happen that is planned before this instant. */
    void runUntil(long endExclusiveMs) {
        while (size > 0 && times[0] < endExclusiveMs) {
            nowMs = times[0];
            takeFirst().run();
        }
    }

    private Runnable takeFirst() {
        Runnable first = Objects.requireNonNull(acts[0]);
        size--;
        Runnable last = Objects.requireNonNull(acts[size]);
        acts[size] = null;
        if (size > 0) {
            sink(times[size], serials[size], last);
        }
        return first;
    }

    private void rise(int from, long time, long number, Runnable act) {
        int place = from;
        while (place > 0) {
            int parent = (place - 1) / CHILDREN;
            if (!isBefore(time, number, parent)) {
                break;
            }
            move(parent, place);
            place = parent;
        }
        put(place, time, number, act);
    }

    private void sink(long time, long number, Runnable act) {
        int place = 0;
        for (int child = first(place); child < size; child = first(place)) {
            int least = child;
            int end = Math.min(child + CHILDREN, size);
            for (int other = child + 1; other < end; other++) {
                if (isBefore(times[other], serials[other], least)) {
                    least = other;
                }
            }
            if (isBefore(time, number, least)) {
                break;
            }
            move(least, place);
            place = least;
        }
        put(place, time, number, act);
    }

    private static int first(int place) {
        return place * CHILDREN + 1;
    }

    private boolean isBefore(long time, long number, int place) {
        return time < times[place] || (time == times[place] && number < serials[place]);
    }

    private void move(int from, int to) {
        times[to] = times[from];
        serials[to] = serials[from];
        acts[to] = acts[from];
    }

    private void put(int place, long time, long number, Runnable act) {
        times[place] = time;
        serials[place] = number;
        acts[place] = act;
    }
}
