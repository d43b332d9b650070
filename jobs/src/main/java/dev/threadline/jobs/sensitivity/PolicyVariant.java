package dev.threadline.jobs.sensitivity;

import java.io.Serializable;

/**
 * One of the policies that are compared.
 *
 * @param place its place in the comparison, from 1
 * @param policy {@code silence} or {@code learned}
 * @param setting its timer, or how far the model's threshold is moved, in logits
 */
public record PolicyVariant(int place, String policy, String setting) implements Serializable {}
