import { durations } from "./durations.js";

export default durations({
  name: "handoff-wait",
  title: "From the handoff to a human",
  metric: "first_response",
  by: "first_response",
  narrowed: { measure: "first_response_from_handoff", least: 0 },
  noun: "first answer after a handoff",
  nouns: "first answers after a handoff",
});
