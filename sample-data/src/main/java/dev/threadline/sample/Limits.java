package dev.threadline.sample;

/** Checks of options that are numbers, both ends of the range allowed. */
final class Limits {

    private Limits() {}

    static void check(String option, long value, long least, long most) {
        if (value < least) {
            throw SampleErrors.tooSmall(option, value, least);
        }
        if (value > most) {
            throw SampleErrors.tooLarge(option, value, most);
        }
    }

    static void checkShare(String option, double value, double most) {
        if (!(value >= 0)) {
            throw SampleErrors.tooSmall(option, value, 0);
        }
        if (value > most) {
            throw SampleErrors.tooLarge(option, value, most);
        }
    }
}
