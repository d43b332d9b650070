/** What the API answers questions with: the rows of charts, conversations, alerts, health, as JSON or CSV. */
@org.jspecify.annotations.NullMarked
package dev.threadline.dashboard.web.answer;
