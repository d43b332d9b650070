@org.jspecify.annotations.NullMarked
package dev.threadline.dashboard.alert;
