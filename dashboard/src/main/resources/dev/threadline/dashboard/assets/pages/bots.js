import "../frame.js";
import { mountCards } from "../card.js";
import { counted, percent } from "../format.js";
import { sayOf } from "../headline.js";
import { mountTiles } from "../tiles.js";
import botDeadEnds from "../charts/bot-dead-ends.js";
import botsByQueue from "../charts/bots-by-queue.js";
import containment, { total } from "../charts/containment.js";
import handoffWait from "../charts/handoff-wait.js";

function sentence({ rows, n }) {
  if (n === 0) {
    return "No conversation with a bot started in this period.";
  }
  const share = (key) => percent(total(rows, key) / n, 1);
  return `Of ${counted(n, "conversation")} with a bot, ${share("contained")} ended there with an answer, ${share("with_human")} went to a human and ${share("abandoned")} came to a dead end.`;
}

const toTiles = mountTiles(document.getElementById("tiles"), "bots", ["with_bot", "bot_contained", "bot_with_human", "abandoned_in_bot", "handoff_wait"]);
mountCards([containment, handoffWait, botDeadEnds, botsByQueue], toTiles, sayOf([containment, sentence]));
