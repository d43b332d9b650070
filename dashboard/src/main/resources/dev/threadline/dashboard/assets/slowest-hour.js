// The hour of the week when customers wait longest for a first response.
import { duration, number, onWeekday } from "./format.js";

/** So few conversations of an hour say nothing of it; headline.sql knows the same bounds. */
const LEAST_N = 10;
const LEAST_SHARE = 1 / 500;

const MUCH = 1.5;

export function isMuchSlower(ms, usual) {
  return ms !== null && ms >= usual * MUCH;
}

/** "on Mondays from 9 to 10". */
export function inHourOfWeek(isoWeekday, hour) {
  return `${onWeekday(isoWeekday)} from ${hour} to ${hour + 1}`;
}

/** The slowest hour of the rows by weekday and hour, in a sentence; none where all rest on a handful. */
export function slowestHourInWords({ rows, n }) {
  const least = Math.ceil(Math.max(LEAST_N, n * LEAST_SHARE));
  const slowestOf = (some) => some.reduce((slow, row) => (slow === null || row.median_ms > slow.median_ms ? row : slow), null);
  const slowest = slowestOf(rows.filter((row) => row.n >= least));
  if (slowest === null) {
    return "";
  }
  const among = slowestOf(rows).median_ms > slowest.median_ms ? ` (of the hours with ${number(least)} conversations or more)` : "";
  return `Who writes ${inHourOfWeek(slowest.weekday, slowest.hour)} waits longest${among}: half of ${number(slowest.n)} more than ${duration(slowest.median_ms)}.`;
}
