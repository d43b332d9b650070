// The frame says in which year the numbers were published: times of that year are told without it, others with it.
import { instant } from "./format.js";

const YEAR = { year: "numeric" };

/** A format for these report dates, or instants in a zone, all alike: with the year where any lies in another one. */
export function withYear(format, times, zone = "UTC") {
  const { published, zone: reportZone } = document.getElementById("freshness").dataset;
  const told = instant(published, reportZone, YEAR);
  return times.every((time) => instant(time, zone, YEAR) === told) ? format : { ...format, ...YEAR };
}
