package dev.threadline.jobs.thread;

import java.util.Comparator;

/**
 * Orders strings as their UTF-8 bytes do, which is by code point. {@link String#compareTo} goes by UTF-16 units and
 * differs beyond the basic plane.
 */
public final class Utf8Order {

    public static final Comparator<String> COMPARATOR = Utf8Order::compare;

    private Utf8Order() {}

    public static int compare(String left, String right) {
        int length = Math.min(left.length(), right.length());
        for (int i = 0; i < length; i++) {
            char a = left.charAt(i);
            char b = right.charAt(i);
            if (a != b) {
                boolean bothSurrogateOrNeither = Character.isSurrogate(a) == Character.isSurrogate(b);
                return bothSurrogateOrNeither ? Character.compare(a, b) : Character.isSurrogate(a) ? 1 : -1;
            }
        }
        return Integer.compare(left.length(), right.length());
    }
}
