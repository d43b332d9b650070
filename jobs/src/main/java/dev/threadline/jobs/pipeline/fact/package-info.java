/** What threads tell their agents, customers and queues, and what these tell of them in return: plain Java. */
@org.jspecify.annotations.NullMarked
package dev.threadline.jobs.pipeline.fact;
