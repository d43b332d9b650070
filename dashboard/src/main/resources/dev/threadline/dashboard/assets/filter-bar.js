// The filter bar: reads the address, writes the address. The chips are what is set.
import { FILTERS, asked, change } from "./address.js";
import { el } from "./dom.js";
import { DAY, date, words } from "./format.js";
import { withYear } from "./year.js";

const DAY_MS = 86_400_000;
const STANDARD_PERIOD = "month";
const STANDARD_COMPARISON = "previous";

/** Filters whose values are words of ours; the values of the others are names, shown as they are. */
const WORDED = ["mode", "outcome"];
const ALL = ["channel", "team", "agent", "mode", "outcome"];

function shifted(iso, days) {
  return new Date(Date.parse(`${iso}T00:00:00Z`) + days * DAY_MS).toISOString().slice(0, 10);
}

function days(from, last) {
  return Math.round((Date.parse(last) - Date.parse(from)) / DAY_MS) + 1;
}

function askFor(from, last) {
  change((params) => {
    params.delete("period");
    params.set("from", from);
    params.set("until", shifted(last, 1));
  });
}

/** Makes the bar's fields say what the address says. */
function reflect(bar) {
  const params = asked();
  bar.elements.period.value = params.has("from") ? "" : (params.get("period") ?? STANDARD_PERIOD);
  for (const box of bar.querySelectorAll("input[type=checkbox]")) {
    box.checked = params.getAll(box.name).includes(box.value);
  }
  bar.elements.compare.value = params.get("compare") ?? STANDARD_COMPARISON;
  for (const radio of bar.querySelectorAll("input[name=clock]")) {
    radio.checked = radio.value === (params.get("clock") ?? "wall");
  }
  for (const pick of bar.querySelectorAll(".pick")) {
    const chosen = params.getAll(pick.dataset.filter).length;
    pick.querySelector("summary").textContent = chosen ? `${pick.dataset.label} · ${chosen}` : pick.dataset.label;
  }
  reflectChips(params);
}

function reflectChips(params) {
  const chip = (text, label, remove) =>
    el("li", {}, el("button", { type: "button", "aria-label": label, onclick: () => change(remove) }, text, el("span", { class: "take-away" }, " ×")));
  const chips = [];
  if (params.has("from")) {
    const [from, last] = [params.get("from"), shifted(params.get("until"), -1)];
    const format = withYear(DAY, [from, last]);
    const text = `${date(from, format)} – ${date(last, format)}`;
    chips.push(
      chip(text, `Remove period ${text}`, (edit) => {
        edit.delete("from");
        edit.delete("until");
      }),
    );
  }
  for (const name of ALL) {
    for (const value of params.getAll(name)) {
      const text = `${name}: ${(WORDED.includes(name) ? words(value) : value) || "none"}`;
      chips.push(chip(text, `Remove ${text}`, (edit) => edit.delete(name, value)));
    }
  }
  if (params.get("clock") === "business") {
    chips.push(chip("business time", "Remove business time", (edit) => edit.delete("clock")));
  }
  if (chips.length > 0) {
    // Which publication is shown is no filter.
    const reset = (edit) => FILTERS.filter((name) => name !== "publication").forEach((name) => edit.delete(name));
    chips.push(el("li", {}, el("button", { type: "button", onclick: () => change(reset) }, "Reset")));
  }
  document.getElementById("chips").replaceChildren(...chips);
}

function onChange(bar, field) {
  if (field.name === "period" && field.value) {
    change((params) => {
      params.delete("from");
      params.delete("until");
      params.set("period", field.value);
    });
  } else if (field.name === "from" || field.name === "last") {
    const from = bar.elements.from.value;
    const last = bar.elements.last.value;
    bar.elements.last.setCustomValidity(from && last && from > last ? "The last day is before the first." : "");
    if (from && last && bar.elements.last.reportValidity()) {
      askFor(from, last);
    }
  } else if (field.name === "clock") {
    change((params) => (field.value === "wall" ? params.delete("clock") : params.set("clock", field.value)));
  } else if (field.name === "compare") {
    change((params) => (field.value === STANDARD_COMPARISON ? params.delete("compare") : params.set("compare", field.value)));
  } else if (field.type === "checkbox") {
    change((params) => (field.checked ? params.append(field.name, field.value) : params.delete(field.name, field.value)));
  }
}

/** Leaves only the values to choose whose names contain what is typed. */
function mountFind(pick) {
  const field = pick.querySelector("input[type=search]");
  field?.addEventListener("input", () => {
    const wanted = field.value.trim().toLowerCase();
    for (const label of pick.querySelectorAll("label.value")) {
      label.hidden = !label.textContent.toLowerCase().includes(wanted);
    }
  });
}

export function mountFilterBar() {
  const bar = document.getElementById("bar");
  if (!bar) {
    return;
  }
  bar.addEventListener("submit", (event) => event.preventDefault());
  bar.addEventListener("change", (event) => onChange(bar, event.target));
  for (const step of bar.querySelectorAll(".step")) {
    step.addEventListener("click", () => {
      const from = bar.elements.from.value;
      const last = bar.elements.last.value;
      const length = days(from, last) * Number(step.dataset.step);
      askFor(shifted(from, length), shifted(last, length));
    });
  }
  bar.querySelectorAll(".pick").forEach(mountFind);
  const open = bar.querySelector(".bar-open");
  open.addEventListener("click", () => open.setAttribute("aria-expanded", String(open.getAttribute("aria-expanded") !== "true")));
  const closePicks = (except) => {
    for (const pick of bar.querySelectorAll(".pick[open]")) {
      if (pick !== except) {
        pick.open = false;
      }
    }
  };
  document.addEventListener("click", (event) => closePicks(event.target.closest(".pick")));
  bar.addEventListener("keydown", (event) => {
    const pick = event.key === "Escape" ? event.target.closest(".pick[open]") : null;
    if (pick) {
      pick.open = false;
      pick.querySelector("summary").focus();
    }
  });
  window.addEventListener("answered", ({ detail }) => {
    if (detail.from && detail.until) {
      bar.elements.from.value = detail.from;
      bar.elements.last.value = shifted(detail.until, -1);
    }
  });
  window.addEventListener("asked", () => reflect(bar));
  reflect(bar);
}
