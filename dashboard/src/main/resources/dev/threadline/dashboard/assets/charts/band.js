import { duration } from "../format.js";

/** The words of a band of durations, half-open; the last has no end. */
export function band(row) {
  if (row.from_ms === 0) {
    return `under ${duration(row.until_ms)}`;
  }
  return row.until_ms === null ? `${duration(row.from_ms)} or more` : `${duration(row.from_ms)} – ${duration(row.until_ms)}`;
}

/** The range of a band as the list of conversations takes it. */
export function between(row) {
  return row.until_ms === null ? { least: row.from_ms } : { least: row.from_ms, below: row.until_ms };
}
