import { durations } from "./durations.js";

export default durations({
  name: "first-response",
  title: "First response",
  metric: "first_response",
  by: "first_response",
  noun: "first response",
});
