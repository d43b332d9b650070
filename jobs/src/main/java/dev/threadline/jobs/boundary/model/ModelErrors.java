package dev.threadline.jobs.boundary.model;

import dev.threadline.ingestion.UserError;
import dev.threadline.jobs.yaml.BadValue;
import dev.threadline.jobs.yaml.YamlErrors;
import java.math.BigInteger;
import java.nio.file.Path;
import java.util.regex.Pattern;

/** Every mistake that a model file can hold: the problem, why, what to do. */
final class ModelErrors {

    static final String NAME = "Write what the model is called, for example name: ours";
    static final String VERSION = "Write a whole number, for example version: 1";
    static final String INTERCEPT = "Write the score of a gap of which nothing is known";
    static final String THRESHOLD = "Write the score from which a gap is a boundary";
    static final String WEIGHT = "Write its coefficient; 0 leaves it out of account";

    private static final Pattern WHOLE = Pattern.compile("[+-]?\\d{1,100}");

    private ModelErrors() {}

    static UserError missingFile(Path file) {
        return new UserError(
                "There is no model file " + file,
                "A model that is named must exist",
                "Correct the path, make one with ./threadline calibrate, or name none to use the model that comes with"
                        + " Threadline");
    }

    /** A score or a coefficient. */
    static int figure(String text) throws BadValue {
        return between(text, -Scorecard.LARGEST, Scorecard.LARGEST);
    }

    static int perMille(String text) throws BadValue {
        return between(text, 0, 1000);
    }

    static int whole(String text) throws BadValue {
        return between(text, 1, Integer.MAX_VALUE);
    }

    static String noConfidence() {
        return "'confidence' is missing. Write scores with the share of boundaries among gaps of such a score, in"
                + " thousandths, for example confidence: { -5000: 350, 5000: 650 }";
    }

    static String fallingConfidence() {
        return "a higher score has a smaller share of boundaries. Let the shares rise with the scores";
    }

    private static int between(String text, int least, int greatest) throws BadValue {
        if (!WHOLE.matcher(text).matches()) {
            throw YamlErrors.bad(text, "is no whole number", "Write one from " + least + " to " + greatest);
        }
        BigInteger number = new BigInteger(text);
        if (number.compareTo(BigInteger.valueOf(least)) < 0 || number.compareTo(BigInteger.valueOf(greatest)) > 0) {
            throw YamlErrors.bad(text, "is out of range", "Write a whole number from " + least + " to " + greatest);
        }
        return number.intValueExact();
    }
}
