package dev.threadline.jobs.cli.learn;

import dev.threadline.jobs.JobErrors;
import dev.threadline.jobs.boundary.BoundaryPolicy;
import dev.threadline.jobs.boundary.model.BoundaryModel;
import dev.threadline.jobs.boundary.model.BoundaryModels;
import dev.threadline.jobs.calibrate.GoldGaps;
import dev.threadline.jobs.calibrate.LabelCalibration;
import dev.threadline.jobs.calibrate.LabelledGap;
import dev.threadline.jobs.config.Configuration;
import dev.threadline.jobs.config.Durations;
import dev.threadline.jobs.evaluate.Contender;
import dev.threadline.jobs.evaluate.FixedGaps;
import dev.threadline.jobs.evaluate.ScoredLog;
import dev.threadline.jobs.evaluate.TimerPolicy;
import dev.threadline.jobs.gold.Folds;
import dev.threadline.jobs.walk.ConfiguredDefinitions;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/** The policies that {@code --policy} can name. */
final class Contenders {

    private static final String SILENCE = "silence";
    private static final String LEARNED = "learned";

    /** What is compared where nothing is named. */
    private static final List<String> USUAL = List.of(SILENCE, LEARNED);

    private final Configuration configuration;

    Contenders(Configuration configuration) {
        this.configuration = configuration;
    }

    /** The fixed gaps, and policies by their names, each once; a user error if there is none of a name. */
    List<Contender> named(List<String> names) {
        Map<String, Contender> byName = new LinkedHashMap<>();
        FixedGaps.BASELINE.forEach(gap -> add(FixedGaps.contender(gap), byName));
        (names.isEmpty() ? USUAL : names).forEach(name -> add(named(name), byName));
        return List.copyOf(byName.values());
    }

    private static void add(Contender contender, Map<String, Contender> byName) {
        byName.putIfAbsent(contender.name(), contender);
    }

    private Contender named(String name) {
        if (name.equals(SILENCE)) {
            return Contender.of(name, ConfiguredDefinitions.silence(configuration));
        }
        if (name.equals(LEARNED)) {
            return Contender.of(name, policy(configuration.inference().model()));
        }
        if (name.startsWith(LEARNED + ":") && name.length() > LEARNED.length() + 1) {
            return Contender.of(name, policy(BoundaryModels.read(Path.of(name.substring(LEARNED.length() + 1)))));
        }
        if (!name.isEmpty() && Character.isDigit(name.charAt(0))) {
            Duration gap = Durations.ofOption("--policy", name);
            return Contender.of(FixedGaps.name(gap), new TimerPolicy(gap));
        }
        throw JobErrors.unknownPolicy(name);
    }

    /** What is fitted on all folds but the one that it is scored on. */
    List<Contender> crossValidated(ScoredLog log, int count, long seed) {
        int threads = log.threads().size();
        if (count > threads) {
            throw JobErrors.tooManyFolds(count, threads);
        }
        Folds folds = new Folds(threads, count, seed);
        return List.of(FixedGaps.tunedOnOtherFolds(log, folds), learnedOnOtherFolds(log, folds));
    }

    private Contender learnedOnOtherFolds(ScoredLog log, Folds folds) {
        LabelCalibration calibration = new LabelCalibration(BoundaryModels.shipped());
        List<LabelledGap> gaps = GoldGaps.of(log.threads(), configuration);
        List<BoundaryPolicy> policies = IntStream.range(0, folds.count())
                .mapToObj(fold -> policy(calibration.model(gaps.stream()
                        .filter(gap -> folds.of(gap.thread()) != fold)
                        .toList())))
                .toList();
        return new Contender("learned on the other folds", false, thread -> policies.get(folds.of(thread)));
    }

    private BoundaryPolicy policy(BoundaryModel model) {
        return ConfiguredDefinitions.learned(configuration, model);
    }
}
