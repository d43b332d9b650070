import "../frame.js";
import { mountCards } from "../card.js";
import agents from "../charts/agents.js";
import concurrency from "../charts/concurrency.js";
import handleTime from "../charts/handle-time.js";
import loadAndSpeed, { tooManyInWords } from "../charts/load-and-speed.js";
import loadByHour from "../charts/load-by-hour.js";
import timeAtDepth from "../charts/time-at-depth.js";

mountCards([loadAndSpeed, loadByHour, timeAtDepth, concurrency, handleTime, agents], (body) => {
  if (body.name === loadAndSpeed.name) {
    document.getElementById("headline").textContent = tooManyInWords(body);
  }
});
