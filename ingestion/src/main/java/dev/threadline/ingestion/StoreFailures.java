package dev.threadline.ingestion;

import java.net.ConnectException;
import java.net.UnknownHostException;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.hadoop.fs.UnsupportedFileSystemException;
import org.jspecify.annotations.Nullable;

/** What is wrong when an object store, or what connects with it, refuses. Connectors need not be there: classes go by name. */
final class StoreFailures {

    private static final String CONNECTORS = "org.apache.hadoop.fs.";

    private static final Pattern ADDRESS = Pattern.compile("\\w+://[^\\s`']+");

    private static final Set<String> NO_CREDENTIALS =
            Set.of("NoAuthWithAWSException", "NoAwsCredentialsException", "CredentialInitializationException");

    private StoreFailures() {}

    /**
     * The user error that a failure is, if it is one of these.
     *
     * @param warehouse what is meant where the failure names no address
     */
    static @Nullable UserError mistake(Throwable cause, String warehouse) {
        String place = place(cause, warehouse);
        String name = cause.getClass().getSimpleName();
        if (cause instanceof UnsupportedFileSystemException || isMissingConnector(cause)) {
            return StoreErrors.noConnector(place, cause);
        }
        if (name.equals("UnknownStoreException")) {
            return StoreErrors.noBucket(place, cause);
        }
        if (NO_CREDENTIALS.contains(name)) {
            return StoreErrors.noCredentials(place, cause);
        }
        boolean isAway = cause instanceof ConnectException || cause instanceof UnknownHostException;
        return isAway && isRemote(warehouse) ? StoreErrors.storeUnreachable(place, cause) : null;
    }

    private static boolean isMissingConnector(Throwable cause) {
        return cause instanceof ClassNotFoundException
                && String.valueOf(cause.getMessage()).contains(CONNECTORS);
    }

    private static String place(Throwable cause, String otherwise) {
        Matcher address = ADDRESS.matcher(String.valueOf(cause.getMessage()));
        return address.find() ? address.group() : otherwise;
    }

    private static boolean isRemote(String warehouse) {
        return warehouse.contains("://") && !warehouse.startsWith("file:");
    }
}
