package dev.threadline.jobs.cli;

import dev.threadline.ingestion.source.file.ByteOrderMark;
import dev.threadline.jobs.JobErrors;
import dev.threadline.jobs.cli.option.RunOptions;
import dev.threadline.jobs.cli.session.Session;
import dev.threadline.jobs.run.WholeFile;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code threadline forget}: a customer's text and names go. */
@Command(
        name = "forget",
        description = {"Forgets customers: their text goes, their ids become tokens that lead nowhere, times stay.", ""
        },
        footer = {
            "",
            "No number changes. Earlier publications keep their aggregates and lose the tables with rows of customers. Records",
            "of them that were sent until now are refused as `erased` when a log is read again. It cannot be undone. The",
            "configuration must be that of the last run.",
            "",
            "Examples:",
            "  ./threadline forget --customer c-1042 --receipt c-1042.json",
            "  ./threadline forget --file requests.txt --source helpdesk"
        })
final class ForgetCommand implements Callable<Integer> {

    private static final Path STANDARD_INPUT = Path.of("-");

    /** Who it is: named here, or in a file. */
    static final class Customers {

        @Option(
                names = "--customer",
                paramLabel = "ID",
                arity = "1..*",
                description = "A customer_id; several if need be.")
        List<String> named = new ArrayList<>();

        @Option(
                names = "--file",
                paramLabel = "FILE",
                description = "A file with one customer_id per line; - for the standard input.")
        @Nullable
        Path file;

        List<String> ids() {
            List<String> ids = new ArrayList<>(named);
            if (file != null) {
                lines(file).stream()
                        .map(ByteOrderMark::removed)
                        .filter(line -> !line.isBlank())
                        .forEach(ids::add);
            }
            if (ids.isEmpty()) {
                throw JobErrors.noCustomers();
            }
            return ids.stream().distinct().toList();
        }

        private static List<String> lines(Path file) {
            try (InputStream in = file.equals(STANDARD_INPUT) ? System.in : Files.newInputStream(file)) {
                return new String(in.readAllBytes(), StandardCharsets.UTF_8)
                        .lines()
                        .toList();
            } catch (IOException cause) {
                throw JobErrors.unreadableCustomers(file, cause);
            }
        }
    }

    @Mixin
    RunOptions options = new RunOptions();

    @ArgGroup(exclusive = false, multiplicity = "1")
    Customers customers = new Customers();

    @Option(
            names = "--source",
            paramLabel = "NAME",
            description = "Only this source's customers of these ids. Default: those of all sources.")
    @Nullable
    String source;

    @Option(
            names = "--receipt",
            paramLabel = "FILE",
            description = "Where the receipt goes. Default: forget-RUN.json in the current folder.")
    @Nullable
    Path receipt;

    @Option(
            names = "--exclusive",
            description =
                    "No other run is at work on this warehouse: files of runs that came to no end can go at once.")
    boolean exclusive;

    @Override
    public Integer call() {
        Optional<WholeFile> chosen = Optional.ofNullable(receipt).map(WholeFile::new);
        return Session.runOnTables(
                "forget",
                options,
                session -> session.forget(customers.ids(), Optional.ofNullable(source), exclusive, chosen));
    }
}
