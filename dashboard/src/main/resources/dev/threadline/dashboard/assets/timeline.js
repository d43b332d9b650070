// One conversation's timeline: lanes, turns as bars while the customer waits, stints behind, events as ticks.
import { boundaryInWords, silenceInWords, stintInWords, turnInWords } from "./counted.js";
import { el, svg } from "./dom.js";
import { duration, instant, words } from "./format.js";
import { timeScale } from "./time-scale.js";
import { TRACK_HEIGHT, tracks } from "./tracks.js";

const LANES = { customer: 62, agent: 110, bot: 158 };
const EVENTS = 26;
const LANES_END = 188;
const HEIGHT = LANES_END + 4 * TRACK_HEIGHT + 28;
const LEFT = 100;
const RIGHT = 84;

const at = (iso) => Date.parse(iso);

function lane(role) {
  return LANES[role] ?? EVENTS;
}

/** A shape that says in the readout what it is, by mouse and by keyboard. */
function telling(shape, text, readout) {
  shape.setAttribute("tabindex", "0");
  shape.setAttribute("role", "img");
  shape.setAttribute("aria-label", text);
  const tell = () => (readout.textContent = text);
  shape.addEventListener("mouseenter", tell);
  shape.addEventListener("focus", tell);
  return shape;
}

function turnBars(body, scale, end, readout) {
  return body.turns.map((turn) => {
    const from = scale.x(at(turn.started_at));
    const to = scale.x(turn.answered_at ? at(turn.answered_at) : end);
    const shape = svg("rect", {
      class: turn.answered_at ? "turn" : "turn unanswered",
      x: from,
      y: LANES.customer - 8,
      width: Math.max(3, to - from),
      height: 16,
    });
    return telling(shape, turnInWords(turn, body.conversation, body.report_zone), readout);
  });
}

function stintBars(body, scale, end, readout) {
  return body.stints.map((stint) => {
    const from = scale.x(at(stint.started_at));
    const to = scale.x(stint.ended_at ? at(stint.ended_at) : end);
    const bar = svg("rect", { class: "stint", x: from, y: LANES.agent - 17, width: Math.max(3, to - from), height: 34 });
    const name = to - from > 40 ? svg("text", { x: from + 4, y: LANES.agent + 30 }, stint.agent_id) : null;
    return svg("g", {}, telling(bar, stintInWords(stint), readout), name);
  });
}

function record(message, scale, zone, readout) {
  const time = instant(message.sent_at, zone, { dateStyle: "medium", timeStyle: "medium" });
  const who = `${message.sender_role} ${message.sender_id ?? ""}`.trim();
  const x = scale.x(at(message.sent_at));
  if (message.kind === "event") {
    const text = `${time}: ${message.event}${message.assignee_id ? ` to ${message.assignee_id}` : ""}, by ${who}`;
    return svg(
      "g",
      {},
      telling(svg("rect", { class: "system", x: x - 2, y: EVENTS - 6, width: 4, height: 12 }), text, readout),
      svg("line", { class: "tick", x1: x, y1: EVENTS + 6, x2: x, y2: LANES_END, "stroke-dasharray": "1 4" }),
    );
  }
  const loud = message.kind === "message";
  const dot = svg("circle", {
    class: loud ? message.sender_role : `quiet ${message.sender_role}`,
    cx: x,
    cy: lane(message.sender_role),
    r: loud ? 5 : 4,
  });
  return telling(dot, `${time}: ${loud ? "message" : message.kind} of ${who}`, readout);
}

/** About as wide as a letter of a label. */
const LETTER = 6;
const APART = 12;

/** The names of events; those too close to be read apart share one label. */
function eventNames(messages, scale) {
  const groups = [];
  for (const message of messages.filter((each) => each.kind === "event")) {
    const x = scale.x(at(message.sent_at));
    const last = groups.at(-1);
    if (last && x - last.x < [...last.names].join(", ").length * LETTER + APART) {
      last.names.add(message.event);
    } else {
      groups.push({ x, names: new Set([message.event]) });
    }
  }
  return groups.map((group) => svg("text", { x: group.x, y: EVENTS - 10 }, [...group.names].join(", ")));
}

/** A silence: a strip across all lanes with its length below, in which nothing is to scale. */
function breaks(body, scale, readout) {
  return scale.breaks.map((gap) => {
    const middle = gap.x + gap.width / 2;
    const strip = svg("rect", { class: "break", x: middle - 9, y: EVENTS + 8, width: 18, height: HEIGHT - EVENTS - 30 });
    const edge = (x) => svg("line", { class: "break-mark", x1: x - 3, y1: HEIGHT - 22, x2: x + 3, y2: EVENTS + 8 });
    return svg(
      "g",
      {},
      telling(strip, silenceInWords(gap, body.turns), readout),
      edge(middle - 9),
      edge(middle + 9),
      svg("text", { x: middle, y: HEIGHT - 8, "text-anchor": "middle" }, duration(gap.to - gap.from)),
    );
  });
}

function boundary(x, text, anchor, readout) {
  const mark = svg("line", { class: "boundary", x1: x, y1: EVENTS + 10, x2: x, y2: HEIGHT - 22 });
  const label = svg("text", { x: x + (anchor === "start" ? 6 : -6), y: LANES_END - 6, "text-anchor": anchor }, words(text.split(":")[0]));
  return svg("g", {}, telling(mark, text, readout), label);
}

function picture(body, numbers, width, readout) {
  const { conversation, messages, turns, stints, report_zone: zone } = body;
  const times = [
    ...messages.map((message) => at(message.sent_at)),
    ...turns.flatMap((turn) => [at(turn.started_at), turn.answered_at ? at(turn.answered_at) : at(turn.started_at)]),
    ...stints.flatMap((stint) => [at(stint.started_at), stint.ended_at ? at(stint.ended_at) : at(stint.started_at)]),
    at(conversation.started_at),
    at(conversation.ended_at),
    ...numbers.flatMap(({ intervals }) => intervals.filter(({ counted }) => counted).flatMap(({ from, to }) => [from, to])),
  ];
  const scale = timeScale(times, width - LEFT - RIGHT);
  const end = Math.max(...times);
  const total = LEFT + scale.width + RIGHT;
  const lanes = Object.entries(LANES).map(([role, y]) => [
    svg("line", { class: "lane", x1: LEFT, y1: y, x2: LEFT + scale.width, y2: y }),
    svg("text", { x: 0, y: y + 4 }, role === "agent" ? "agents" : role),
  ]);
  const reason = boundaryInWords(conversation.end_reason, conversation.end_confidence, conversation.end_explanation);
  return svg(
    "svg",
    { width: total, height: HEIGHT, viewBox: `0 0 ${total} ${HEIGHT}`, role: "group", "aria-label": "Timeline; the table below says the same" },
    lanes.flat(),
    svg(
      "g",
      { transform: `translate(${LEFT},0)` },
      breaks(body, scale, readout),
      stintBars(body, scale, end, readout),
      turnBars(body, scale, end, readout),
      messages.map((message) => record(message, scale, zone, readout)),
      eventNames(messages, scale),
      tracks(numbers, scale, LANES_END, LEFT, (shape, text) => telling(shape, text, readout)),
      boundary(scale.width + 4, conversation.end_reason === "open" ? `Still ${reason}` : `Ends here: ${reason}`, "start", readout),
    ),
  );
}

/** The timeline in a section of its own, with the intervals behind its numbers, drawn anew when its width changes. */
export function timeline(body, numbers) {
  const readout = el("output", { class: "readout", "aria-live": "polite" }, "Point at a bar, a dot or a silence to see what counts it. Below the lanes: filled counts in the number, hollow does not.");
  const scroll = el("div", { class: "timeline-scroll" });
  let drawnAt = 0;
  const draw = () => {
    const width = Math.floor(scroll.clientWidth);
    if (width !== drawnAt) {
      drawnAt = width;
      scroll.replaceChildren(picture(body, numbers, width, readout));
    }
  };
  new ResizeObserver(draw).observe(scroll);
  window.addEventListener("themed", draw);
  return el("section", { class: "timeline", "aria-label": "Timeline" }, scroll, readout);
}
