import { durations } from "./durations.js";

export default durations({
  name: "customer-wait",
  title: "Customer wait",
  metric: "customer_wait",
  by: "started",
  noun: "conversation",
});
