import "../frame.js";
import { asked, change, whenAsked } from "../address.js";
import { mountCards } from "../card.js";
import { counted, percent } from "../format.js";
import { sayOf } from "../headline.js";
import { mountTiles } from "../tiles.js";
import attainment, { total } from "../charts/attainment.js";
import attainmentByQueue from "../charts/attainment-by-queue.js";
import customerWait from "../charts/customer-wait.js";
import firstResponse from "../charts/first-response.js";
import hoursOfArrival from "../charts/hours-of-arrival.js";
import hoursOfWaiting from "../charts/hours-of-waiting.js";
import replies from "../charts/replies.js";
import responseSpread from "../charts/response-spread.js";
import waitByOwner from "../charts/wait-by-owner.js";

const STANDARD_TARGET_MIN = "60";
const field = document.getElementById("target-field");
const target = () => asked().get("target") ?? STANDARD_TARGET_MIN;

/** What was found, in a sentence. */
function sentence(body) {
  const { met, n } = total(body);
  const time = body.clock === "business" ? " of business time" : "";
  return n === 0 ? "No first response was due in this period." : `${percent(met / n, 1)} of ${counted(n, "first response")} due came within ${target()} min${time}.`;
}

document.getElementById("target").addEventListener("submit", (event) => event.preventDefault());
field.addEventListener("change", () => {
  if (field.reportValidity()) {
    change((params) => (field.value === STANDARD_TARGET_MIN ? params.delete("target") : params.set("target", field.value)));
  }
});
whenAsked(() => {
  field.value = target();
});
const toTiles = mountTiles(document.getElementById("tiles"), "responses", ["first_response", "attainment", "reply", "customer_wait", "unanswered"]);
mountCards(
  [attainment, responseSpread, firstResponse, replies, customerWait, waitByOwner, hoursOfWaiting, hoursOfArrival, attainmentByQueue],
  toTiles,
  sayOf(attainment, sentence),
);
