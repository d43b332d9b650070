// Which metrics count an interval, and why or why not: METRICS in words, beside the interval itself.
import { counted, duration, instant, percent, words } from "./format.js";

/** What a customer turn counts for. */
export function turnInWords(turn, conversation, zone) {
  const began = instant(turn.started_at, zone, { timeStyle: "medium" });
  if (turn.answered_at === null) {
    const open = conversation.outcome === "open";
    return [
      `Turn ${turn.turn} from ${began}: not answered.`,
      open
        ? "The customer waits still: counted in customer wait up to the end of the data."
        : "Its wait was not observed to its end: counted in unanswered turns; in customer wait only up to a close.",
    ].join(" ");
  }
  const human = turn.answered_by_kind === "agent";
  const counts = ["reply", "customer wait"];
  if (turn.is_first_of_spell && turn.spell === 1 && human) {
    counts.unshift("first response");
  } else if (turn.is_first_of_spell && turn.spell > 1) {
    counts.unshift("first reply after reopening");
  }
  const not = [];
  if (turn.is_first_of_spell && turn.spell === 1 && !human) {
    not.push("not in first response, which takes a human");
  }
  if (turn.spell > 1) {
    not.push("not in first response, which is of the first spell only");
  } else if (!turn.is_first_of_spell) {
    not.push("not in first response, which is of the first turn only");
  }
  return [
    `Turn ${turn.turn} from ${began}: ${turn.answered_by_kind} ${turn.answered_by ?? ""} answered after ${duration(turn.reply_ms)}.`,
    turn.reply_business_ms === null ? "" : `In business time ${duration(turn.reply_business_ms) || "0 s"}.`,
    `Counted in ${counts.join(", ")}; ${not.join("; ") || "in nothing else"}.`,
  ].join(" ");
}

/** What a stint counts for. */
export function stintInWords(stint) {
  return [
    `Stint ${stint.stint} of ${stint.agent_id ?? "an agent"}: ${words(stint.start_reason)}, ${words(stint.end_reason)}.`,
    `Assigned ${duration(stint.assigned_ms)}, of which engaged ${duration(stint.engaged_ms)}, handled ${duration(stint.handle_ms)}`,
    `with ${counted(stint.messages, "message")}. Assigned time counts in load, not in handle time.`,
  ].join(" ");
}

/** What a silence counts for: nothing by itself. */
export function silenceInWords(gap, turns) {
  const length = duration(gap.to - gap.from);
  const waiting = turns.some(
    (turn) => Date.parse(turn.started_at) < gap.to && (turn.answered_at === null || Date.parse(turn.answered_at) > gap.from),
  );
  return waiting
    ? `${length} of silence while the customer waited: counted in customer wait.`
    : `${length} of silence while nobody waited: counted in no wait.`;
}

/** Why a conversation ends where it does. */
export function boundaryInWords(reason, confidence, explanation) {
  const sure = confidence === null || confidence === undefined ? "" : ` (confidence ${percent(confidence)})`;
  return `${words(reason)}${sure}${explanation ? `: ${explanation}` : ""}`;
}
