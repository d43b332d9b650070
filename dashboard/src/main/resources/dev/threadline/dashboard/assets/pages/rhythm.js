import "../frame.js";
import { mountCards } from "../card.js";
import { counted, duration, percent } from "../format.js";
import { sayOf } from "../headline.js";
import { mountTiles } from "../tiles.js";
import durationsByMode from "../charts/durations-by-mode.js";
import modes from "../charts/modes.js";
import modesByChannel from "../charts/modes-by-channel.js";
import rhythmSpread from "../charts/rhythm-spread.js";

function sentence({ rows, n }) {
  if (n === 0) {
    return "No conversation with a switch of speaker started in this period.";
  }
  const part = (row) => `${percent(row.share)} are ${row.mode}${row.resolutions > 0 ? `, half resolved within ${duration(row.resolution_median_ms)}` : ""}`;
  return `Of ${counted(n, "conversation")} with a switch of speaker ${rows.map(part).join("; ")}.`;
}

const toTiles = mountTiles(document.getElementById("tiles"), "rhythm", ["sync", "mixed", "async", "without_rhythm"]);
mountCards([durationsByMode, modes, rhythmSpread, modesByChannel], toTiles, sayOf([durationsByMode, sentence]));
