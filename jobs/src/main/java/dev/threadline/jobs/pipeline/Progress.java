package dev.threadline.jobs.pipeline;

/** Told of each step of a build, so that somebody who waits can see it go on. */
public interface Progress {

    void step(String what);
}
