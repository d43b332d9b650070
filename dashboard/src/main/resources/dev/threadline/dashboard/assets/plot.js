// Chart.js with our tokens: direct labels instead of legends, hatched provisional days, durations on the axis.
/* global Chart */
import { DAY, date, duration, number } from "./format.js";
import { withYear } from "./year.js";

const probe = document.createElement("span");
probe.hidden = true;
document.body.append(probe);

/** The colour that a token has in the theme of the moment. */
export function token(name) {
  probe.style.color = `var(--${name})`;
  return getComputedStyle(probe).color;
}

const DAY_S = 86_400;
const NICE_MS = [
  ...[1, 2, 5, 10, 15, 30, 60, 120, 300, 600, 900, 1_800, 3_600, 7_200, 10_800, 21_600, 43_200],
  ...[1, 2, 5, 10, 20, 50, 100, 200, 500, 1_000, 2_000, 5_000, 10_000].map((days) => days * DAY_S),
].map((seconds) => seconds * 1_000);

/** A zero-based axis of durations whose ticks fall on whole units. */
export function durationAxis(values) {
  const greatest = Math.max(0, ...values.filter((value) => value !== null));
  const step = NICE_MS.find((nice) => greatest / nice <= 5) ?? Math.ceil(greatest / 5);
  return { ...valueAxis(duration), ticks: { ...valueAxis(duration).ticks, stepSize: step }, suggestedMax: step };
}

/** A zero-based axis of values. */
export function valueAxis(format = (value) => number(value, 2)) {
  return {
    beginAtZero: true,
    border: { display: false },
    grid: { color: token("line"), drawTicks: false },
    ticks: { color: token("ink-faint"), maxTicksLimit: 6, padding: 6, callback: (value) => format(value) },
  };
}

/** A zero-based axis of things that are counted: where there are few, none of its ticks lies between two numbers. */
export function countAxis() {
  const axis = valueAxis(number);
  return { ...axis, ticks: { ...axis.ticks, precision: 0 } };
}

/** The axis of report dates, or of instants already written out. */
function timeAxis() {
  return {
    grid: { display: false },
    border: { color: token("line-strong") },
    ticks: { color: token("ink-faint"), maxRotation: 0, autoSkip: true, autoSkipPadding: 16 },
  };
}

/** Whether a row is of a time before the log begins, or after it ends: nothing was counted, which is not 0. */
export function isUnknown(row) {
  return (row?.report_date !== undefined && row.n === null) || row?.open === null;
}

function dateLabels(rows) {
  const format = withYear(DAY, rows.length > 0 ? [rows[0].report_date, rows.at(-1).report_date] : []);
  return rows.map((row) => date(row.report_date, format));
}

/** Draws the name of each line at its end, where there is room for it. */
const directLabels = {
  id: "directLabels",
  afterDatasetsDraw(chart) {
    const context = chart.ctx;
    context.save();
    context.font = `12px ${getComputedStyle(document.body).fontFamily}`;
    context.textBaseline = "middle";
    let taken = [];
    chart.data.datasets.forEach((dataset, index) => {
      if (!dataset.directLabel) {
        return;
      }
      const points = chart.getDatasetMeta(index).data;
      const last = points.findLast((point, place) => dataset.data[place] !== null && !point.skip);
      if (!last) {
        return;
      }
      let y = last.y;
      while (taken.some((other) => Math.abs(other - y) < 13)) {
        y -= 13;
      }
      taken.push(y);
      context.fillStyle = dataset.labelColor ?? dataset.borderColor;
      context.fillText(dataset.directLabel, chart.chartArea.right + 6, y);
    });
    context.restore();
  },
};

/** Hatches the days whose numbers can still change: behind lines, but over bars that fill the height. */
const provisionalDays = {
  id: "provisionalDays",
  beforeDatasetsDraw(chart, _, { provisional = [], over }) {
    if (!over) {
      hatch(chart, provisional, "hatch");
    }
  },
  afterDatasetsDraw(chart, _, { provisional = [], over }) {
    if (over) {
      hatch(chart, provisional, "hatch-on-bars");
    }
  },
};

function hatch(chart, provisional, ink) {
  const scale = chart.scales.x;
  const { top, bottom, left, right } = chart.chartArea;
  const half = provisional.length > 1 ? (scale.getPixelForValue(1) - scale.getPixelForValue(0)) / 2 : (right - left) / 2;
  const context = chart.ctx;
  context.save();
  context.strokeStyle = token(ink);
  context.beginPath();
  provisional.forEach((is, index) => {
    if (is) {
      const middle = scale.getPixelForValue(index);
      context.rect(Math.max(left, middle - half), top, Math.min(right, middle + half) - Math.max(left, middle - half), bottom - top);
    }
  });
  context.clip();
  context.beginPath();
  for (let x = left - (bottom - top); x < right; x += 6) {
    context.moveTo(x, bottom);
    context.lineTo(x + bottom - top, top);
  }
  context.stroke();
  context.restore();
}

/** A line that leaves gaps where there is no data, and shows lone points. */
export function line(label, data, color, extra = {}) {
  const lone = data.map((value, index) =>
    value !== null && (data[index - 1] ?? null) === null && (data[index + 1] ?? null) === null ? 2.5 : 0,
  );
  return {
    type: "line",
    label,
    data,
    borderColor: token(color),
    backgroundColor: token(color),
    borderWidth: 2,
    pointRadius: lone,
    pointHoverRadius: 4,
    pointHitRadius: 12,
    spanGaps: false,
    directLabel: label,
    ...extra,
  };
}

/** What the same was before, dashed: nothing where there is nothing to compare with. */
export function past(before, key, label) {
  const values = before.map((row) => row[key] ?? null);
  return values.some((value) => value !== null)
    ? [line(label, values, "ink-faint", { borderDash: [4, 3], borderWidth: 1, pointRadius: 0, directLabel: undefined })]
    : [];
}

export function bars(label, data, color, extra = {}) {
  return { type: "bar", label, data, backgroundColor: token(color), categoryPercentage: 0.9, barPercentage: 0.9, ...extra };
}

/** Median and p90 with the band between lightly filled. */
export function quantiles(rows) {
  return [
    line("median", rows.map((row) => row.median_ms), "accent"),
    line("p90", rows.map((row) => row.p90_ms), "accent", { borderWidth: 1, fill: "-1", backgroundColor: token("accent-band") }),
  ];
}

/** Letters of all labels of an axis together. */
const ROOM = 54;
const ROOM_ON_A_PHONE = 22;

/** The places to label where several rows share a label: the first of each, as many as there is room for. */
export function firstOfEach(labels) {
  const firsts = labels.map((label, index) => (index > 0 && label !== labels[index - 1] ? index : -1)).filter((index) => index >= 0);
  const longest = Math.max(...labels.map((label) => label.length));
  const step = Math.ceil((firsts.length * longest) / (document.body.clientWidth < 720 ? ROOM_ON_A_PHONE : ROOM));
  return new Set(firsts.filter((_, place) => place % step === 0));
}

/** What a tooltip says below its values. */
function afterwards(row, after) {
  return isUnknown(row) ? "nothing is known of this time" : (after?.(row) ?? []);
}

/** What all charts over time share; a spec adds datasets, axes and how its tooltips read. */
export function overTime(rows, { labels = dateLabels(rows), tick, ticksAt, datasets, y, format, after, stacked = false }) {
  const x = timeAxis();
  if (labels.length === 1) {
    // In the middle of its day, not on the axis.
    x.offset = true;
  }
  if (tick) {
    x.ticks.callback = tick;
  }
  if (ticksAt) {
    x.ticks.autoSkip = false;
    x.ticks.callback = (index) => (ticksAt.has(index) ? tick(index) : null);
  }
  return {
    data: { labels, datasets },
    options: {
      animation: false,
      maintainAspectRatio: false,
      interaction: { mode: "index", intersect: false },
      layout: { padding: { right: datasets.some((dataset) => dataset.directLabel) ? 62 : 4, top: 8 } },
      scales: { x: { ...x, stacked }, y: { ...y, stacked } },
      plugins: {
        legend: { display: false },
        tooltip: {
          callbacks: {
            label: (item) => (isUnknown(rows[item.dataIndex]) && item.parsed.y === null ? [] : `${item.dataset.label}: ${format(item.parsed.y)}`),
            afterBody: (items) => (items.length > 0 ? afterwards(rows[items[0].dataIndex], after) : []),
          },
        },
        provisionalDays: { provisional: rows.map((row) => row.provisional === true), over: stacked },
      },
    },
    plugins: [provisionalDays, directLabels],
  };
}

/** Draws a configuration; the caller destroys the chart that it gets. */
export function draw(canvas, configuration) {
  Chart.defaults.font.family = getComputedStyle(document.body).fontFamily;
  Chart.defaults.font.size = 12;
  return new Chart(canvas, configuration);
}
