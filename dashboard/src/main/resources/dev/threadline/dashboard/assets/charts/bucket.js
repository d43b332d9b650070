/** The date after the bucket that begins with a report date. */
function nextDate(iso, grain) {
  const day = new Date(`${iso}T00:00:00Z`);
  if (grain === "month") {
    day.setUTCMonth(day.getUTCMonth() + 1);
  } else {
    day.setUTCDate(day.getUTCDate() + (grain === "week" ? 7 : 1));
  }
  return day.toISOString().slice(0, 10);
}

/** The dates that a row of a chart over time counts: of a week or a month that the period cuts, those in the period. */
export function datesOf(row, { from, until, grain }) {
  const next = nextDate(row.report_date, grain);
  return { from: row.report_date < from ? from : row.report_date, until: next > until ? until : next };
}

/** Whether the period cuts the first bucket and the last: { first, last }. */
export function cut({ rows, from, until, grain }) {
  return { first: rows[0].report_date < from, last: nextDate(rows.at(-1).report_date, grain) > until };
}
