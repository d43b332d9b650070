package dev.threadline.jobs.cli.learn;

import dev.threadline.ingestion.intake.IngestJob;
import dev.threadline.ingestion.intake.IngestReport;
import dev.threadline.ingestion.intake.IngestRequest;
import dev.threadline.ingestion.message.MessagesTable;
import dev.threadline.ingestion.warehouse.SparkSessions;
import dev.threadline.ingestion.warehouse.Warehouse;
import dev.threadline.jobs.JobErrors;
import dev.threadline.jobs.cli.option.SparkSettings;
import dev.threadline.jobs.cli.session.Console;
import dev.threadline.jobs.config.Configuration;
import dev.threadline.jobs.config.Configurations;
import dev.threadline.jobs.evaluate.Bootstrap;
import dev.threadline.jobs.evaluate.Contender;
import dev.threadline.jobs.evaluate.Evaluation;
import dev.threadline.jobs.evaluate.ScoredLog;
import dev.threadline.jobs.gold.GoldLabels;
import dev.threadline.jobs.pipeline.input.GoldFile;
import dev.threadline.jobs.pipeline.input.ThreadsInMemory;
import dev.threadline.jobs.thread.Message;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.apache.spark.sql.SparkSession;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code threadline evaluate}: how well policies find boundaries that are known. */
@Command(
        name = "evaluate",
        description = {
            "Measures how well policies find the ends of conversations, against known ones.",
            "",
            "GOLD is a CSV file (gzip too) with the columns thread_id, message_id and gold_segment_id,",
            "gold_conversation_id or conversation_id; truth/messages.csv.gz of a generated sample is one.",
            ""
        },
        footer = {
            "",
            "The log is read into a temporary warehouse; yours is not touched. Progress goes to the standard",
            "error, the result to the standard output. docs/evaluation.md defines the measures.",
            "",
            "Examples:",
            "  ./threadline evaluate --input log.csv.gz --gold labels.csv.gz --source helpdesk.sql",
            "  ./threadline evaluate --input log/ --gold truth/messages.csv.gz --policy learned --policy 36h --k-fold 5"
        })
public final class EvaluateCommand implements Callable<Integer> {

    @Option(
            names = "--input",
            paramLabel = "PATH",
            arity = "1..*",
            required = true,
            description = "The log: files, folders or globs of JSON lines, CSV or Parquet, gzip too.")
    List<String> inputs = new ArrayList<>();

    @Option(names = "--gold", paramLabel = "GOLD", required = true, description = "True conversations of its messages.")
    String gold = "";

    @Option(
            names = "--source",
            paramLabel = "NAME|FILE.sql",
            defaultValue = "canonical",
            description = "Source mapping of the log. Default: ${DEFAULT-VALUE}.")
    String source = "canonical";

    @Option(
            names = "--policy",
            paramLabel = "POLICY",
            description = {
                "silence (as configured), learned (the configured model, else the one that ships), learned:FILE, or",
                "a fixed gap such as 36h; may be repeated. Default: silence and learned.",
                "Fixed gaps from 30 min to 7 d are always there to compare with."
            })
    List<String> policies = new ArrayList<>();

    @Option(
            names = "--k-fold",
            paramLabel = "N",
            description = {
                "Cross-validate by thread: what is fitted, the best gap and the learned policy, is fitted without",
                "the fold that it is scored on."
            })
    @Nullable
    Integer folds;

    @Option(
            names = "--format",
            paramLabel = "table|csv|json",
            defaultValue = "table",
            description = "Default: ${DEFAULT-VALUE}.")
    ReportFormat format = ReportFormat.TABLE;

    @Option(
            names = "--config",
            paramLabel = "FILE",
            description = "Configuration, for what silence means. Default: ./threadline.yml if there is one.")
    @Nullable
    Path config;

    @Option(
            names = "--seed",
            paramLabel = "S",
            defaultValue = "1",
            description = "Of the bootstrap and the folds: the same seed, the same figures. Default: ${DEFAULT-VALUE}.")
    long seed;

    @Option(
            names = "--worst",
            paramLabel = "N",
            defaultValue = "5",
            description = "How many threads with the most mistakes to name per policy. Default: ${DEFAULT-VALUE}.")
    int worst;

    @Option(names = "--conf", paramLabel = "KEY=VALUE", description = "Any Spark setting; may be repeated.")
    Map<String, String> conf = new LinkedHashMap<>();

    @Spec
    @Nullable
    CommandSpec spec;

    @Override
    public Integer call() {
        Instant startedAt = Instant.now();
        Console console = new Console(startedAt, System.err);
        if (worst < 0) {
            throw JobErrors.negativeWorst(worst);
        }
        Configuration configuration = Configurations.of(config);
        Contenders contenders = new Contenders(configuration);
        List<Contender> named = contenders.named(policies);
        if (folds != null && folds < 2) {
            throw JobErrors.tooFewFolds(folds);
        }
        SparkSession spark = SparkSessions.start(SparkSettings.of(configuration, conf));
        GoldLabels labels = GoldFile.read(spark, gold);
        try (TemporaryWarehouse temporary = TemporaryWarehouse.open(spark)) {
            IngestReport report = ingest(temporary.warehouse(), configuration, startedAt);
            console.ingested(report);
            if (report.state() == IngestReport.State.REFUSED) {
                throw JobErrors.tooManyRejects(report, configuration.maxRejects(), Optional.empty());
            }
            Collection<List<Message>> threads = ThreadsInMemory.read(
                    ThreadsInMemory.only(temporary.warehouse().read(MessagesTable.TABLE), labels.threadIds()));
            ScoredLog log = ScoredLog.of(configuration, threads, labels);
            if (log.threads().isEmpty()) {
                throw JobErrors.goldOfAnotherLog(gold, labels.size());
            }
            console.unmatched(labels, labels.without(threads));
            List<Contender> all = new ArrayList<>(named);
            if (folds != null) {
                all.addAll(contenders.crossValidated(log, folds, seed));
            }
            Evaluation evaluation = Evaluation.of(log, all, new Bootstrap(seed, Bootstrap.DRAWS), worst);
            console.step("scored");
            print(format.text(evaluation));
        }
        return 0;
    }

    private IngestReport ingest(Warehouse warehouse, Configuration configuration, Instant now) {
        return new IngestJob(warehouse)
                .run(new IngestRequest(
                        inputs,
                        source,
                        now,
                        "evaluate",
                        false,
                        configuration.maxRejects().share()));
    }

    private void print(String text) {
        CommandLine line = spec == null ? new CommandLine(this) : spec.commandLine();
        line.getOut().print(text);
        line.getOut().flush();
    }
}
