import { durations } from "./durations.js";

export default durations({
  name: "handle-time",
  title: "Handle time",
  metric: "handle",
  by: "started",
  noun: "handled conversation",
});
