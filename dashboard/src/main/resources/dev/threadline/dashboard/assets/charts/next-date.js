/** The date after the bucket that begins with a report date. */
export function nextDate(iso, grain) {
  const day = new Date(`${iso}T00:00:00Z`);
  if (grain === "month") {
    day.setUTCMonth(day.getUTCMonth() + 1);
  } else {
    day.setUTCDate(day.getUTCDate() + (grain === "week" ? 7 : 1));
  }
  return day.toISOString().slice(0, 10);
}
