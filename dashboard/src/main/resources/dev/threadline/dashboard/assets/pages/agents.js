import "../frame.js";
import { mountCards } from "../card.js";
import { sayOf } from "../headline.js";
import { mountTiles } from "../tiles.js";
import agents from "../charts/agents.js";
import concurrency from "../charts/concurrency.js";
import handleTime from "../charts/handle-time.js";
import loadAndSpeed, { tooManyInWords } from "../charts/load-and-speed.js";
import loadByHour from "../charts/load-by-hour.js";
import timeAtDepth from "../charts/time-at-depth.js";

const toTiles = mountTiles(document.getElementById("tiles"), "agents", ["agents", "concurrency", "messages_per_hour", "stint_handle", "human_reply"]);
mountCards([loadAndSpeed, loadByHour, timeAtDepth, concurrency, handleTime, agents], toTiles, sayOf([loadAndSpeed, tooManyInWords]));
