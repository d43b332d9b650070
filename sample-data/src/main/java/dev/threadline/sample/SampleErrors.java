package dev.threadline.sample;

import dev.threadline.sample.operation.Scenario;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.Path;
import java.time.Instant;

/** All mistakes that a user of this command can make: the problem, why it is one, what to do. */
final class SampleErrors {

    private SampleErrors() {}

    static SampleException notEmpty(Path out) {
        return new SampleException(
                "The folder " + out + " is not empty, and what is in it would be mixed with the sample."
                        + " Name another with --out, or add --force to replace the sample in it.");
    }

    static SampleException notASample(Path out) {
        return new SampleException("The folder " + out
                + " is not empty and holds no sample, so nothing in it is replaced." + " Name another with --out.");
    }

    static SampleException notAFolder(Path out) {
        return new SampleException(
                out + " is a file, but the sample is a folder of files. Name a folder with --out, it will be made.");
    }

    static SampleException cannotWrite(FileSystemException denied) {
        String why = denied instanceof AccessDeniedException
                ? "permission denied"
                : denied.getReason() == null ? "no such folder" : denied.getReason();
        return new SampleException("Cannot write to " + denied.getFile() + " (" + why
                + "). Name a folder with --out in which you may create files.");
    }

    static SampleException tooSmall(String option, Object value, Object least) {
        return new SampleException(
                option + " is " + value + ", but has to be at least " + least + ". Give a larger one.");
    }

    static SampleException tooLarge(String option, Object value, Object most) {
        return new SampleException(option + " is " + value + ", but can be at most " + most + ". Give a smaller one.");
    }

    static SampleException periodGivenTwice() {
        return new SampleException("--from, --until and --days are given together, but two of them say it all."
                + " Leave one of them out.");
    }

    static SampleException emptyPeriod(Instant from, Instant until) {
        return new SampleException("The period ends at " + until + ", which is not after its start at " + from
                + ". Give a later --until.");
    }

    static SampleException overloaded(long conversations, long days, int agents) {
        return new SampleException(agents + " agents cannot answer " + conversations + " conversations in " + days
                + " days: they would never catch up. Give --days " + Scenario.daysNeeded(conversations, agents)
                + " or --agents " + Scenario.agentsNeeded(conversations, days) + ", or leave one of the two out.");
    }
}
