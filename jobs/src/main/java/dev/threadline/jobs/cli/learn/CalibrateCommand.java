package dev.threadline.jobs.cli.learn;

import dev.threadline.ingestion.message.MessagesTable;
import dev.threadline.ingestion.warehouse.SparkSessions;
import dev.threadline.ingestion.warehouse.Warehouse;
import dev.threadline.jobs.JobErrors;
import dev.threadline.jobs.boundary.model.BoundaryModels;
import dev.threadline.jobs.calibrate.Calibration;
import dev.threadline.jobs.calibrate.CloseGaps;
import dev.threadline.jobs.calibrate.GoldGaps;
import dev.threadline.jobs.calibrate.LabelCalibration;
import dev.threadline.jobs.calibrate.LogCalibration;
import dev.threadline.jobs.cli.option.WarehouseOptions;
import dev.threadline.jobs.cli.session.Console;
import dev.threadline.jobs.config.Configuration;
import dev.threadline.jobs.gold.GoldLabels;
import dev.threadline.jobs.gold.LabelledThread;
import dev.threadline.jobs.pipeline.input.GoldFile;
import dev.threadline.jobs.pipeline.input.ThreadsInMemory;
import dev.threadline.jobs.run.WholeFile;
import dev.threadline.jobs.thread.Message;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code threadline calibrate}: a boundary model from the user's own log. */
@Command(
        name = "calibrate",
        description = {
            "Learns from the messages in the warehouse where conversations end, and writes a boundary model.",
            "",
            "There are three ways, the surest first: from true conversations that people labelled (--gold), from",
            "explicit closes (--closes), or from nothing but the log.",
            ""
        },
        footer = {
            "",
            "The same log gives the same file. Nothing in the warehouse changes. Measure the result with",
            "./threadline evaluate --policy learned:policy.yml on threads that it was not learned from.",
            "",
            "Examples:",
            "  ./threadline calibrate --gold labels.csv.gz --out policy.yml",
            "  ./threadline calibrate --warehouse /data/warehouse --closes"
        })
public final class CalibrateCommand implements Callable<Integer> {

    @Mixin
    WarehouseOptions warehouse = new WarehouseOptions();

    @ArgGroup
    Teachers teachers = new Teachers();

    @Option(
            names = "--out",
            paramLabel = "FILE",
            defaultValue = "policy.yml",
            description = "Where the model goes; a file that is there is replaced. Default: ${DEFAULT-VALUE}.")
    Path out = Path.of("policy.yml");

    @Spec
    @Nullable
    CommandSpec spec;

    /** One of them, or none. */
    static final class Teachers {

        @Option(
                names = "--gold",
                paramLabel = "GOLD",
                description = {
                    "True conversations: CSV with thread_id, message_id and gold_segment_id, gold_conversation_id",
                    "or conversation_id."
                })
        @Nullable
        String gold;

        @Option(names = "--closes", description = "Learn from explicit closes, for channels that have none.")
        boolean closes;
    }

    @Override
    public Integer call() {
        Console console = new Console(Instant.now(), System.err);
        WholeFile model = new WholeFile(out);
        Configuration configuration = warehouse.configuration();
        Warehouse tables =
                new Warehouse(SparkSessions.start(warehouse.sparkSettings(configuration)), configuration.warehouse());
        if (tables.isEmpty(MessagesTable.TABLE)) {
            throw JobErrors.nothingIngested(tables.root());
        }
        Calibration calibration = learn(tables, configuration, console);
        model.write(BoundaryModels.write(calibration.model()), UUID.randomUUID().toString());
        console.step("wrote " + out);
        print(calibration);
        return 0;
    }

    private Calibration learn(Warehouse tables, Configuration configuration, Console console) {
        Dataset<Row> messages = tables.read(MessagesTable.TABLE);
        LabelCalibration labels = new LabelCalibration(BoundaryModels.shipped());
        if (teachers.gold != null) {
            return labels.fromGold(GoldGaps.of(labelled(tables, messages, teachers.gold, console), configuration));
        }
        Collection<List<Message>> threads = ThreadsInMemory.read(ThreadsInMemory.sample(messages));
        return teachers.closes
                ? labels.fromCloses(CloseGaps.of(threads, configuration))
                : new LogCalibration(BoundaryModels.shipped()).fromLog(threads, configuration);
    }

    private static List<LabelledThread> labelled(
            Warehouse tables, Dataset<Row> messages, String file, Console console) {
        GoldLabels gold = GoldFile.read(tables.spark(), file);
        Collection<List<Message>> read = ThreadsInMemory.read(ThreadsInMemory.only(messages, gold.threadIds()));
        List<LabelledThread> threads = LabelledThread.join(read, gold);
        if (threads.isEmpty()) {
            throw JobErrors.goldOfAnotherLog(file, gold.size());
        }
        console.unmatched(gold, gold.without(read));
        return threads;
    }

    private void print(Calibration calibration) {
        CommandLine line = spec == null ? new CommandLine(this) : spec.commandLine();
        calibration.report().forEach((key, words) -> line.getOut().println(key + ": " + words));
        line.getOut().println("model: " + out + " (use it with policy: learned and policy-file: " + out + ")");
        line.getOut().flush();
    }
}
