package dev.threadline.jobs.pipeline.progress;

/** Told of each step of a build, so that somebody who waits can see it go on. */
public interface Progress {

    /** A step is done. */
    void step(String what);

    /** A long step goes on: how far it is. */
    default void underway(String howFar) {
        step(howFar);
    }
}
