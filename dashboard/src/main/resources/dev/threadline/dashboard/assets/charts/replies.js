import { durations } from "./durations.js";

export default durations({ name: "replies", title: "Replies, by turn", metric: "reply", noun: "reply", nouns: "replies" });
