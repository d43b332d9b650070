@org.jspecify.annotations.NullMarked
package dev.threadline.dashboard.api;
