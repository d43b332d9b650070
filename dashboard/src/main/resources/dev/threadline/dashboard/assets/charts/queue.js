// A channel and a team, as rows of several tables name them.

/** "sms, billing"; some conversations have no team. */
export function queue(row) {
  return `${row.channel}, ${row.team ?? "no team"}`;
}

/** The filters that leave this queue alone. */
export function of(row) {
  return { channel: row.channel, team: row.team ?? "" };
}
