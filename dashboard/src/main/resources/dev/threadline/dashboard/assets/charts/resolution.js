import { durations } from "./durations.js";

export default durations({
  name: "resolution",
  title: "Resolution time",
  metric: "resolution",
  by: "resolved",
  noun: "resolved conversation",
});
