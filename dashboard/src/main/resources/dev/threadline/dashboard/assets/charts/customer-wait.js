import { observed } from "../address.js";
import { durations } from "./durations.js";

export default durations({
  name: "customer-wait",
  title: "Customer wait",
  metric: "customer_wait",
  by: "started",
  narrowed: observed("customer_wait"),
  noun: "conversation",
});
