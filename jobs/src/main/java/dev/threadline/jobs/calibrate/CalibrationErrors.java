package dev.threadline.jobs.calibrate;

import dev.threadline.ingestion.UserError;

/** What can be missing in a log to learn from. */
final class CalibrationErrors {

    private CalibrationErrors() {}

    static UserError nothingToLearn(Teacher from, long boundaries, long gaps) {
        return new UserError(
                "There is nothing to learn from " + from,
                "It decides " + gaps + " gaps, " + boundaries + " of them boundaries, and both kinds are needed",
                "Label threads with more than one conversation each and hand them in as --gold, or leave both --gold and"
                        + " --closes out to learn from the log alone");
    }
}
