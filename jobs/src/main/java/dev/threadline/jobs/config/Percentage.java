package dev.threadline.jobs.config;

import java.io.Serializable;
import java.math.BigDecimal;

/**
 * A share of a whole, exact.
 *
 * @param percent from 0 to 100
 */
public record Percentage(BigDecimal percent) implements Serializable {

    static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    public Percentage {
        if (percent.signum() < 0 || percent.compareTo(HUNDRED) > 0) {
            throw new IllegalArgumentException(percent + " % is no share of a whole; hand in 0 to 100");
        }
        // One value, one form: 5, 5.0 and 5.00 are equal.
        percent = percent.signum() == 0 ? BigDecimal.ZERO : percent.stripTrailingZeros();
    }

    /** The share of 1: 0.05 for 5 %. */
    public double share() {
        return percent.divide(HUNDRED).doubleValue();
    }

    /** As it is written in the file: {@code 5%}. */
    @Override
    public String toString() {
        return percent.toPlainString() + "%";
    }
}
