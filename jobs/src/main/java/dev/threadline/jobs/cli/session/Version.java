package dev.threadline.jobs.cli.session;

import dev.threadline.jobs.metric.Glossary;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import picocli.CommandLine.IVersionProvider;

/** The version of this build, from the jar's manifest, and of what it stands on. */
public final class Version implements IVersionProvider {

    static String current() {
        return Optional.ofNullable(Version.class.getPackage().getImplementationVersion())
                .orElse("development");
    }

    /** The versions of whatever makes the tables, by name. */
    static Map<String, String> ofEverything() {
        Map<String, String> versions = new LinkedHashMap<>();
        versions.put("threadline", current());
        versions.put("definitions", Glossary.DEFINITION_VERSION);
        versions.put("spark", org.apache.spark.package$.MODULE$.SPARK_VERSION());
        versions.put("delta", io.delta.package$.MODULE$.VERSION());
        versions.put("java", Runtime.version().toString());
        return versions;
    }

    @Override
    public String[] getVersion() {
        return new String[] {"threadline " + current()};
    }
}
