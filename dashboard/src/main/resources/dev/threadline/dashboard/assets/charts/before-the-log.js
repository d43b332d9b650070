import { asked } from "../address.js";
import { date, reportDate } from "../format.js";

/** Whether the hour of the address lies before the log: nothing was counted, which is not 0. */
function isBeforeTheLog({ first_date: first, report_zone: zone }) {
  const at = Date.parse(asked().get("at") ?? "");
  return !Number.isNaN(at) && reportDate(new Date(at).toISOString(), zone) < first;
}

/** What is said of the hour of the address; of one before the log, that nothing is known of it. */
export function unlessBeforeTheLog(body, hour, said) {
  return isBeforeTheLog(body) ? `Nothing is known of ${hour}: the log begins on ${date(body.first_date, { dateStyle: "medium" })}.` : said;
}
