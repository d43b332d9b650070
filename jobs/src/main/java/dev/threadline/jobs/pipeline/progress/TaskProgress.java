package dev.threadline.jobs.pipeline.progress;

import java.util.function.Supplier;
import org.apache.spark.SparkContext;
import org.apache.spark.scheduler.SparkListener;
import org.apache.spark.scheduler.SparkListenerStageSubmitted;
import org.apache.spark.scheduler.SparkListenerTaskEnd;

/** Says every few seconds how far a long Spark job has come; a short one ends before there is anything to say. */
public final class TaskProgress extends SparkListener {

    private static final long EVERY_MS = 10_000;

    private final Progress progress;
    private final String what;
    private long saidAt;
    private int stages;
    private int tasks;
    private int ended;

    private TaskProgress(Progress progress, String what) {
        this.progress = progress;
        this.what = what;
    }

    /** Runs a job and tells how far it is. */
    public static <T> T during(SparkContext context, Progress progress, String what, Supplier<T> job) {
        TaskProgress listener = new TaskProgress(progress, what);
        context.addSparkListener(listener);
        try {
            return job.get();
        } finally {
            context.removeSparkListener(listener);
        }
    }

    @Override
    public void onStageSubmitted(SparkListenerStageSubmitted stage) {
        stages++;
        tasks = stage.stageInfo().numTasks();
        ended = 0;
        if (saidAt == 0) {
            saidAt = (long) stage.stageInfo().submissionTime().get();
        }
    }

    @Override
    public void onTaskEnd(SparkListenerTaskEnd task) {
        ended++;
        long now = task.taskInfo().finishTime();
        if (now - saidAt >= EVERY_MS) {
            saidAt = now;
            progress.underway(String.format("%s, stage %d: %d of %d tasks done", what, stages, ended, tasks));
        }
    }
}
