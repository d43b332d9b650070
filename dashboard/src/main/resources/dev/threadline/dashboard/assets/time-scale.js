// Time with its silence compressed: live episodes are to scale, a longer silence is a break with its length.

const LIVE_GAP_MS = 5 * 60_000;
const BREAK_WIDTH = 64;
const LEAST_EPISODE_WIDTH = 14;
const GREATEST_PX_PER_MS = 1 / 400;

/**
 * @param times instants in milliseconds at which something happens
 * @param width pixels that there are
 * @returns { x(time), breaks: [{ from, to, x, width }], width }
 */
export function timeScale(times, width) {
  const sorted = [...new Set(times)].sort((a, b) => a - b);
  const episodes = [];
  for (const time of sorted) {
    const last = episodes.at(-1);
    if (last && time - last.to <= LIVE_GAP_MS) {
      last.to = time;
    } else {
      episodes.push({ from: time, to: time });
    }
  }
  const live = episodes.reduce((sum, episode) => sum + episode.to - episode.from, 0);
  const free = width - (episodes.length - 1) * BREAK_WIDTH - episodes.length * LEAST_EPISODE_WIDTH;
  const pxPerMs = live > 0 ? Math.min(GREATEST_PX_PER_MS, Math.max(free, 24 * episodes.length) / live) : 0;
  let at = 0;
  const breaks = [];
  episodes.forEach((episode, index) => {
    episode.x = at;
    at += LEAST_EPISODE_WIDTH + (episode.to - episode.from) * pxPerMs;
    const following = episodes[index + 1];
    if (following) {
      breaks.push({ from: episode.to, to: following.from, x: at, width: BREAK_WIDTH });
      at += BREAK_WIDTH;
    }
  });

  function x(time) {
    const gap = breaks.find((each) => time > each.from && time < each.to);
    if (gap) {
      return gap.x + (gap.width * (time - gap.from)) / (gap.to - gap.from);
    }
    const episode = episodes.findLast((each) => each.from <= time) ?? episodes[0];
    return episode.x + LEAST_EPISODE_WIDTH / 2 + (Math.min(time, episode.to) - episode.from) * pxPerMs;
  }

  return { x, breaks, width: Math.max(at, 1) };
}
