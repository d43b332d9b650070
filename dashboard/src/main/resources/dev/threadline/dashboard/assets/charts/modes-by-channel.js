import { behind } from "../address.js";
import { shareColumn } from "../bar-cell.js";
import { number, percent } from "../format.js";

const share = (mode, rows) =>
  shareColumn({ key: `${mode}_share`, label: mode, text: (row) => percent(row[`${mode}_share`], 1), href: (row) => behind({ channel: row.channel, mode }) }, rows, mode);

export default {
  name: "modes-by-channel",
  title: "Rhythm by channel",
  metric: "mode",
  note: (body) => `share of n ${number(body.n)} with a switch of speaker; rhythm is measured, never taken from the channel`,
  columns: ({ rows }) => [
    { key: "channel", label: "Channel", given: true, href: (row) => behind({ channel: row.channel }) },
    { key: "n", label: "n", number: true, text: (row) => number(row.n) },
    share("sync", rows),
    share("mixed", rows),
    share("async", rows),
    { key: "without_rhythm", label: "no switch of speaker", number: true, text: (row) => number(row.without_rhythm) },
  ],
};
