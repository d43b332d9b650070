import { observed } from "../address.js";
import { durations } from "./durations.js";

export default durations({
  name: "handoff-wait",
  title: "From the handoff to a human",
  metric: "first_response",
  by: "first_response",
  narrowed: observed("first_response_from_handoff"),
  noun: "first answer after a handoff",
  nouns: "first answers after a handoff",
});
