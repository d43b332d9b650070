import "../frame.js";
import { asked, change, whenAsked } from "../address.js";
import { mountCards } from "../card.js";
import { el } from "../dom.js";
import { counted, duration, instant, number } from "../format.js";
import { sayOf } from "../headline.js";
import { mountTiles } from "../tiles.js";
import { withYear } from "../year.js";
import backlog from "../charts/backlog.js";
import { unlessBeforeTheLog } from "../charts/before-the-log.js";
import backlogByQueue, { growthInWords } from "../charts/backlog-by-queue.js";
import waitingByAge from "../charts/waiting-by-age.js";
import waitingNow, { waitedInWords } from "../charts/waiting-now.js";

const HOUR_MS = 3_600_000;
const LONG = { weekday: "short", day: "numeric", month: "short", hour: "2-digit", minute: "2-digit" };
const { dataset } = document.getElementById("freshness");

const newest = () => Math.floor(Date.parse(dataset.asOf) / HOUR_MS) * HOUR_MS;
const hour = () => Math.min(newest(), Date.parse(asked().get("at") ?? "") || newest());

function inWords() {
  const iso = new Date(hour()).toISOString();
  return instant(iso, dataset.zone, withYear(LONG, [iso], dataset.zone));
}

function go(at) {
  change((params) => (at >= newest() ? params.delete("at") : params.set("at", new Date(at).toISOString())));
}

/** Steps to other hours; the chart's points lead there too. */
function showMoment() {
  const step = (label, name, at) => el("button", { type: "button", "aria-label": name, disabled: at > newest(), onclick: () => go(at) }, label);
  document
    .getElementById("moment")
    .replaceChildren(
      step("‹ day", "A day earlier", hour() - 24 * HOUR_MS),
      step("‹ hour", "An hour earlier", hour() - HOUR_MS),
      el("strong", {}, inWords()),
      step("hour ›", "An hour later", hour() + HOUR_MS),
      step("day ›", "A day later", hour() + 24 * HOUR_MS),
      asked().has("at") ? step("Newest", "The newest hour", newest()) : "",
    );
}

/** What the list of those who wait is narrowed to, to be taken away again. */
function showNarrowed() {
  const text = waitedInWords();
  const remove = () => change((params) => ["waited_least", "waited_below"].forEach((name) => params.delete(name)));
  const chip = () => el("li", {}, el("button", { type: "button", "aria-label": `Remove ${text}`, onclick: remove }, `listed: ${text}`, el("span", { class: "take-away" }, " ×")));
  document.getElementById("narrowed").replaceChildren(...(text ? [chip()] : []));
}

/** What was found, in a sentence. */
function sentence(body) {
  const { rows, n } = body;
  const waiting = rows.reduce((sum, row) => sum + row.awaiting_agent, 0);
  const worst = rows[0];
  const oldest = waiting > 0 ? ` The oldest wait is ${duration(worst.oldest_wait_ms)}, in ${worst.channel}, ${worst.team ?? "no team"}.` : "";
  if (n === 0) {
    return unlessBeforeTheLog(body, inWords(), `Nothing is open at ${inWords()}.`);
  }
  const open = `${counted(n, "conversation")} open at ${inWords()}, ${number(waiting)} of them awaiting an agent.${oldest}`;
  return [open, growthInWords(body)].filter(Boolean).join(" ");
}

whenAsked(showMoment);
whenAsked(showNarrowed);
const toTiles = mountTiles(document.getElementById("tiles"), "backlog", ["backlog", "awaiting_agent", "waiting", "oldest_wait"]);
mountCards([{ ...backlog, pick: (row) => go(Date.parse(row.hour_at)) }, waitingByAge, waitingNow, backlogByQueue], toTiles, sayOf([backlogByQueue, sentence]));
