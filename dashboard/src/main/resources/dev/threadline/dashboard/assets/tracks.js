// Below the lanes of a timeline: for each number the intervals that count in it, and those that do not.
import { svg } from "./dom.js";
import { duration, words } from "./format.js";

export const TRACK_HEIGHT = 18;

/** What an interval says of itself. */
function intervalInWords(metric, { from, to, counted, why }) {
  return `${words(metric)}: ${duration(to - from) || "0 s"} ${counted ? "counted" : "not counted"}, ${why}.`;
}

/**
 * One row per number, the first at y; telling makes a shape say what it is.
 *
 * @param left where the names of the rows begin
 */
export function tracks(numbers, scale, y, left, telling) {
  return numbers.map(({ metric, intervals }, index) => {
    const top = y + index * TRACK_HEIGHT;
    const bars = intervals.map((interval) => {
      const x = scale.x(interval.from);
      const bar = svg("rect", {
        class: interval.counted ? "counted" : "uncounted",
        x,
        y: top + (interval.counted ? 3 : 6),
        width: Math.max(2, scale.x(interval.to) - x),
        height: interval.counted ? 10 : 4,
      });
      return telling(bar, intervalInWords(metric, interval));
    });
    return svg("g", {}, svg("line", { class: "lane", x1: 0, y1: top + 8, x2: scale.width, y2: top + 8 }), svg("text", { x: -left, y: top + 12 }, words(metric)), bars);
  });
}
