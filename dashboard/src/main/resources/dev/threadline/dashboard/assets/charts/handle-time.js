import { observed } from "../address.js";
import { durations } from "./durations.js";

export default durations({
  name: "handle-time",
  title: "Handle time",
  metric: "handle",
  by: "started",
  narrowed: observed("handle"),
  noun: "handled conversation",
});
