// Every page's module imports this: theme, navigation, freshness, filter bar.
import { SESSION_OVER, answer } from "./answer.js";
import { link } from "./address.js";
import { el } from "./dom.js";
import { mountFilterBar } from "./filter-bar.js";
import { instant } from "./format.js";
import { mountPaper } from "./paper.js";
import { mountPinned } from "./pinned.js";
import { withYear } from "./year.js";

const THEMES = ["system", "light", "dark"];
const WATCH_MS = 15_000;
const UNTIL = { weekday: "short", day: "numeric", month: "short", hour: "2-digit", minute: "2-digit" };

function mountTheme() {
  const button = document.getElementById("theme");
  const show = () => {
    const theme = document.documentElement.dataset.theme ?? "system";
    button.textContent = `Theme: ${theme}`;
    button.setAttribute("aria-label", `Theme: ${theme}. Change it`);
  };
  button.addEventListener("click", () => {
    const theme = document.documentElement.dataset.theme ?? "system";
    const next = THEMES[(THEMES.indexOf(theme) + 1) % THEMES.length];
    if (next === "system") {
      delete document.documentElement.dataset.theme;
      localStorage.removeItem("theme");
    } else {
      document.documentElement.dataset.theme = next;
      localStorage.setItem("theme", next);
    }
    show();
    window.dispatchEvent(new Event("themed"));
  });
  matchMedia("(prefers-color-scheme: dark)").addEventListener("change", () => window.dispatchEvent(new Event("themed")));
  show();
}

function mountNavigation() {
  const carry = () => {
    for (const entry of document.querySelectorAll("nav a[data-page], a.name")) {
      entry.dataset.path ??= entry.getAttribute("href");
      entry.href = link(entry.dataset.path);
    }
  };
  window.addEventListener("asked", carry);
  carry();
  document.querySelector("nav a[aria-current]")?.scrollIntoView({ inline: "center", block: "nearest" });
}

function mountFreshness() {
  const line = document.getElementById("freshness");
  if (!line) {
    return;
  }
  let trouble = null;
  const show = () => {
    const { published, asOf, zone } = line.dataset;
    const until = instant(asOf, zone, withYear(UNTIL, [asOf], zone));
    // Breaks between the two, never inside one.
    line.textContent = [`published ${instant(published, zone)},`, `data to ${until}`].map((part) => part.replaceAll(" ", "\u00a0")).join(" ");
    if (trouble !== null) {
      line.append(" ", el("strong", { class: "worse", role: "alert" }, trouble));
    }
  };
  show();
  window.addEventListener("answered", ({ detail }) => {
    if (detail.publication_id > Number(line.dataset.publication)) {
      line.dataset.publication = detail.publication_id;
      line.dataset.published = detail.published_at;
      line.dataset.asOf = detail.as_of;
      show();
      window.dispatchEvent(new Event("asked"));
    }
  });
  // What failed meanwhile is asked again once the server answers.
  const watch = async () => {
    const before = trouble;
    trouble = await answer("health").then(
      // Who is not signed in hears nothing of publications.
      (health) => (health.publication_id === undefined ? SESSION_OVER : null),
      ({ message }) => message,
    );
    if (trouble !== before) {
      show();
    }
    if (before !== null && trouble === null) {
      window.dispatchEvent(new Event("asked"));
    }
  };
  setInterval(() => document.hidden || watch(), WATCH_MS);
}

/** An older publication is shown: says when it was published in the reader's words, and leads back to the newest. */
function mountLeaving() {
  const line = document.getElementById("pinned");
  const zone = document.getElementById("freshness")?.dataset.zone;
  if (!line || !zone) {
    return;
  }
  const time = line.querySelector("time");
  time.textContent = instant(time.dateTime, zone, { dateStyle: "long", timeStyle: "short" });
  const leave = line.querySelector("[data-newest]");
  const show = () => {
    const params = new URLSearchParams(location.search);
    params.delete("publication");
    leave?.setAttribute("href", `${location.pathname}?${params}`.replace(/\?$/, ""));
  };
  window.addEventListener("asked", show);
  show();
}

mountTheme();
mountPaper();
mountLeaving();
mountPinned();
mountNavigation();
mountFreshness();
mountFilterBar();
