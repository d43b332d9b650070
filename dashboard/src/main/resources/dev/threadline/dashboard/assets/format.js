// Numbers, durations and instants as people read them, in the reader's locale.

const UNITS = [
  ["d", 86_400_000],
  ["h", 3_600_000],
  ["min", 60_000],
  ["s", 1_000],
];

/** A duration in its two largest units: 372000 is "6 min 12 s". What was not observed is empty, not 0. */
export function duration(ms) {
  if (ms === null || ms === undefined) {
    return "";
  }
  if (ms > 0 && ms < 1_000) {
    return `${number(ms / 1_000, 1)} s`;
  }
  const largest = UNITS.findIndex(([, size]) => ms >= size);
  if (largest < 0) {
    return "0 s";
  }
  const last = Math.min(largest + 1, UNITS.length - 1);
  let rest = Math.round(ms / UNITS[last][1]) * UNITS[last][1];
  const parts = [];
  for (const [name, size] of UNITS.slice(Math.max(0, largest - 1), last + 1)) {
    const count = Math.floor(rest / size);
    rest -= count * size;
    if (count > 0) {
      parts.push(`${number(count)} ${name}`);
    }
  }
  return parts.slice(0, 2).join(" ");
}

/** A duration in its largest unit, where there is little room: "6m", "1.3h". */
export function brief(ms) {
  if (ms === null || ms === undefined) {
    return "";
  }
  const [name, size] = UNITS.find(([, least]) => ms >= least) ?? UNITS.at(-1);
  const value = ms / size;
  return `${number(value, value < 10 && name !== "s" ? 1 : 0)}${name[0]}`;
}

export function number(value, digits = 0) {
  if (value === null || value === undefined) {
    return "";
  }
  return new Intl.NumberFormat(undefined, { maximumFractionDigits: digits }).format(value);
}

/** A change: "+12", "−3", "0". */
export function signed(value) {
  if (value === null || value === undefined) {
    return "";
  }
  return new Intl.NumberFormat(undefined, { signDisplay: "exceptZero" }).format(value);
}

export function percent(share, digits = 0) {
  if (share === null || share === undefined) {
    return "";
  }
  return new Intl.NumberFormat(undefined, { style: "percent", maximumFractionDigits: digits }).format(share);
}

/** A day of a year that is told elsewhere. */
export const DAY = { day: "numeric", month: "short" };

/** A report date such as 2026-03-31. */
export function date(iso, options = DAY) {
  return new Intl.DateTimeFormat(undefined, { ...options, timeZone: "UTC" }).format(new Date(`${iso}T00:00:00Z`));
}

/** The last report date of a period, which ends before its until. */
export function lastDay({ until }) {
  return new Date(Date.parse(`${until}T00:00:00Z`) - 1).toISOString().slice(0, 10);
}

/** The report date of an instant, such as 2026-03-31. */
export function reportDate(iso, zone) {
  const part = Object.fromEntries(new Intl.DateTimeFormat("en-US-u-ca-gregory-nu-latn", { timeZone: zone, year: "numeric", month: "2-digit", day: "2-digit" }).formatToParts(new Date(iso)).map(({ type, value }) => [type, value]));
  return `${part.year}-${part.month}-${part.day}`;
}

/** An instant in a zone. */
export function instant(iso, zone, options = { dateStyle: "medium", timeStyle: "short" }) {
  return iso ? new Intl.DateTimeFormat(undefined, { ...options, timeZone: zone }).format(new Date(iso)) : "";
}

export function words(name) {
  return name ? name.replaceAll("_", " ") : "";
}

/** "1 conversation", "2 conversations". */
export function counted(count, noun) {
  return `${number(count)} ${noun}${count === 1 ? "" : "s"}`;
}

/** An ISO weekday, 1 being Monday, in short. */
export function weekday(isoWeekday) {
  return date(`2024-01-0${isoWeekday}`, { weekday: "short" });
}

const WEEKDAYS = ["Mondays", "Tuesdays", "Wednesdays", "Thursdays", "Fridays", "Saturdays", "Sundays"];

/** An ISO weekday, 1 being Monday, as something that happens on it every week. */
export function onWeekday(isoWeekday) {
  return `on ${WEEKDAYS[isoWeekday - 1]}`;
}
