import "../frame.js";
import { answer, oneAtATime } from "../answer.js";
import { filters, whenAsked } from "../address.js";
import { mountAlerts } from "../alerts.js";
import { mountCards } from "../card.js";
import { counted, duration, number } from "../format.js";
import { say } from "../headline.js";
import { inHourOfWeek, isMuchSlower } from "../slowest-hour.js";
import { mountTiles } from "../tiles.js";
import backlog from "../charts/backlog.js";
import concurrency from "../charts/concurrency.js";
import firstResponse from "../charts/first-response.js";
import handleTime from "../charts/handle-time.js";
import modes from "../charts/modes.js";
import outcomes from "../charts/outcomes.js";
import queues from "../charts/queues.js";
import resolution from "../charts/resolution.js";
import startedAndResolved from "../charts/started-and-resolved.js";

const CHARTS = [startedAndResolved, firstResponse, resolution, handleTime, concurrency, backlog, modes, outcomes, queues];

/** What was found, in a sentence. */
function sentence(row, clock) {
  if (row.n === 0 && row.answered === 0) {
    return "No conversation started in this period.";
  }
  if (row.answered === 0) {
    return `${counted(row.n, "conversation")} started; no human answered any in this period.`;
  }
  const time = clock === "business" ? " of business time" : "";
  const length = `${duration(row.median_ms)}${time}`;
  const parts = [row.answered === 1 ? `One first response came, after ${length}` : `Half of ${number(row.answered)} first responses came within ${length}`];
  if (isMuchSlower(row.slowest_median_ms, row.median_ms)) {
    parts.push(`; who writes ${inHourOfWeek(row.slowest_weekday, row.slowest_hour)} waits ${duration(row.slowest_median_ms)}`);
  }
  parts.push(row.unanswered > 0 ? `. Of ${counted(row.n, "conversation")} that started ${number(row.unanswered)} ended unanswered.` : ".");
  return parts.join("");
}

const nextSignal = oneAtATime();
whenAsked(async () => {
  try {
    const body = await answer("headline", filters(), nextSignal());
    say(sentence(body.rows[0], body.clock));
  } catch (failure) {
    if (failure.name !== "AbortError") {
      say(failure.message);
    }
  }
});

mountAlerts();
mountCards(CHARTS, mountTiles(document.getElementById("tiles"), "overview", ["started", "resolved", "first_response", "resolution", "handle", "concurrency"]));
