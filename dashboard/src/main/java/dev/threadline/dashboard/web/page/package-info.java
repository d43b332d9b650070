/**
 * The pages: the frame with its filter bar, what stands in it, and the tiles at the head. Their numbers come by fetch.
 */
@org.jspecify.annotations.NullMarked
package dev.threadline.dashboard.web.page;
