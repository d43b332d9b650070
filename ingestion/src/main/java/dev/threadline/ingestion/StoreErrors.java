package dev.threadline.ingestion;

import java.util.Optional;

/** What can be wrong with the place where a warehouse lies: the problem, why, what to do. */
public final class StoreErrors {

    private StoreErrors() {}

    /** Of a file, or of what is called otherwise. */
    static UserError noRight(Optional<String> file, String otherwise, Throwable cause) {
        UserError mistake = noRight(file.orElse(otherwise), cause);
        return file.map(mistake::about).orElse(mistake);
    }

    public static UserError noRight(String what, Throwable cause) {
        return new UserError(
                "No right to read or write " + what,
                Reasons.of(cause),
                "Give yourself the right, or name another folder",
                cause);
    }

    public static UserError diskFull(Throwable cause) {
        return new UserError(
                "The disk is full",
                "Writing stopped with: " + Reasons.of(cause),
                "Make room in the warehouse's folder and in the folder for temporary files, and run again; what was in the"
                        + " warehouse before is untouched",
                cause);
    }

    public static UserError anotherRun(Throwable cause) {
        return UserError.passing(
                "Another run changed the warehouse at the same time",
                "This one began before that and does not know what it brought",
                "Run it again; what it had not finished is taken in then, and nothing twice",
                cause);
    }

    public static UserError notWritable(String warehouse, Throwable cause) {
        return new UserError(
                "Cannot write to the warehouse " + warehouse,
                Reasons.of(cause),
                "Name a folder that you may write to with --warehouse",
                cause);
    }

    public static UserError noConnector(String place, Throwable cause) {
        return new UserError(
                "There is no connector for " + place,
                Reasons.of(cause),
                "s3a: comes with Threadline; name the jars of others in THREADLINE_CLASSPATH, or --packages of spark-submit,"
                        + " as docs/cluster.md says",
                cause);
    }

    public static UserError noBucket(String place, Throwable cause) {
        return new UserError(
                "There is no bucket for " + place,
                "The store does not know it",
                "Make the bucket, or name another with --warehouse; if it is there, see that fs.s3a.endpoint is right",
                cause);
    }

    public static UserError noCredentials(String place, Throwable cause) {
        return new UserError(
                "Nothing says who asks the store for " + place,
                "Neither the configuration nor the environment has credentials",
                "Set AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY, or what docs/cluster.md names besides",
                cause);
    }

    public static UserError storeUnreachable(String place, Throwable cause) {
        return UserError.passing(
                "The store of " + place + " does not answer",
                Reasons.of(cause),
                "See that fs.s3a.endpoint is right and the network is up, then run it again",
                cause);
    }
}
