import { durations } from "./durations.js";

export default durations({ name: "replies", title: "Replies, by turn", metric: "reply", by: "replied", noun: "reply", nouns: "replies" });
