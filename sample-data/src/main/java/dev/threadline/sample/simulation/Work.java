package dev.threadline.sample.simulation;

/**
 * One stretch of an agent's undivided attention.
 *
 * @param fresh whether the agent had not written the last human message before
 * @param messages in how many messages the agent says it
 * @param atOnce how many conversations were going on for the agent when it began
 */
record Work(
        Agent agent,
        Dialogue dialogue,
        Task task,
        boolean fresh,
        int messages,
        int atOnce,
        long startMs,
        long effortMs) {

    /** True if something was already said on the way to the answer. */
    boolean isBegun() {
        return messages > 1;
    }
}
