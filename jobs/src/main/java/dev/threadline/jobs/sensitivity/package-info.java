/** How much of the numbers is the data and how much is the policy that ends conversations. */
@org.jspecify.annotations.NullMarked
package dev.threadline.jobs.sensitivity;
