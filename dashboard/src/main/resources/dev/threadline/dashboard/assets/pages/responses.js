import "../frame.js";
import { asked, change, whenAsked } from "../address.js";
import { mountCards } from "../card.js";
import { counted, duration, percent } from "../format.js";
import { sayOf } from "../headline.js";
import { slowestHourInWords } from "../slowest-hour.js";
import { mountTiles } from "../tiles.js";
import attainment from "../charts/attainment.js";
import attainmentByQueue from "../charts/attainment-by-queue.js";
import customerWait from "../charts/customer-wait.js";
import firstResponse from "../charts/first-response.js";
import hoursOfArrival from "../charts/hours-of-arrival.js";
import hoursOfWaiting from "../charts/hours-of-waiting.js";
import replies from "../charts/replies.js";
import responseSpread from "../charts/response-spread.js";
import waitByOwner from "../charts/wait-by-owner.js";

const field = document.getElementById("target-field");

/** "60 min", or "their targets of 2 min to 8 h". */
function targetsInWords(rows) {
  const targets = rows.map((row) => row.target_ms);
  const [least, greatest] = [Math.min(...targets), Math.max(...targets)];
  return least === greatest ? duration(least) : `their targets of ${duration(least)} to ${duration(greatest)}`;
}

/** What was found, in a sentence. */
function sentence({ rows, n, clock }) {
  if (n === 0) {
    return "No first response was due in this period.";
  }
  const met = rows.reduce((sum, row) => sum + row.met, 0);
  const time = clock === "business" ? " of business time" : "";
  return `${percent(met / n, 1)} of ${counted(n, "first response")} due came within ${targetsInWords(rows)}${time}.`;
}

document.getElementById("target").addEventListener("submit", (event) => event.preventDefault());
field.addEventListener("change", () => {
  if (field.reportValidity()) {
    change((params) => (field.value === "" ? params.delete("target") : params.set("target", field.value)));
  }
});
whenAsked(() => {
  field.value = asked().get("target") ?? "";
});
const toTiles = mountTiles(document.getElementById("tiles"), "responses", ["first_response", "attainment", "reply", "customer_wait", "unanswered"]);
mountCards(
  [attainment, responseSpread, firstResponse, replies, customerWait, waitByOwner, hoursOfWaiting, hoursOfArrival, attainmentByQueue],
  toTiles,
  sayOf([attainmentByQueue, sentence], [hoursOfWaiting, slowestHourInWords]),
);
