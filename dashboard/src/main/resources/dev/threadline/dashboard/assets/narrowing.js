// What a click on a bar or a cell narrowed the list of conversations to, in words, each part to be taken away again.
import { asked, change } from "./address.js";
import { el } from "./dom.js";
import { duration, number, onWeekday, percent, words } from "./format.js";

/** What the list asks for beyond the filters. */
export const OWN = ["by", "sort", "order", "search", "weekday", "hour", "load", "due", "target", "bot", "measure", "least", "below"];

const IN_PLURAL = { customer_turns: "customer turns", sync_share: "quick switches", first_response_from_handoff: "handoff to human", handle: "handle time" };
const AS_WRITTEN = { customer_turns: (value) => number(value), sync_share: (value) => percent(value / 100) };

/** "first response 1 min – 2 min", "customer turns 8 or more". */
function range(params) {
  const measure = params.get("measure") ?? "first_response";
  const written = (value) => (AS_WRITTEN[measure] ?? duration)(Number(value));
  const name = IN_PLURAL[measure] ?? words(measure);
  const [least, below] = [params.get("least"), params.get("below")];
  if (below === null) {
    return Number(least) === 0 ? `with a ${name}` : `${name} ${written(least)} or more`;
  }
  if (measure === "customer_turns") {
    return `${name} ${written(least ?? 0)}`;
  }
  return `${name} ${least === null || Number(least) === 0 ? "under" : `${written(least)} –`} ${written(below)}`;
}

const PARTS = [
  { names: ["weekday"], say: (params) => onWeekday(Number(params.get("weekday"))) },
  { names: ["hour"], say: (params) => `from ${params.get("hour")} to ${Number(params.get("hour")) + 1}` },
  { names: ["load"], say: (params) => `${params.get("load")}${params.get("load") === "8" ? " or more" : ""} at once` },
  {
    names: ["due", "target"],
    when: "due",
    say: (params) => `first response ${params.get("due") === "met" ? "in time" : "missed"}${params.has("target") ? `, target ${number(Number(params.get("target")))} min` : ""}`,
  },
  { names: ["bot"], say: () => "with a bot" },
  { names: ["measure", "least", "below"], when: "least", say: range },
];

/** One chip for each part of the narrowing. */
export function chips() {
  const params = asked();
  return PARTS.filter((part) => params.has(part.when ?? part.names[0])).map((part) => {
    const text = part.say(params);
    const remove = () => change((edit) => part.names.forEach((name) => edit.delete(name)));
    return el("li", {}, el("button", { type: "button", "aria-label": `Remove ${text}`, onclick: remove }, text, el("span", { class: "take-away" }, " ×")));
  });
}
