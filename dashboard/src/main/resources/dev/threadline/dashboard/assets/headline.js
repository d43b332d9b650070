// The first sentences of a page: what was found, made from the numbers.

const NOTHING = "\u00a0";
const place = () => document.getElementById("headline");

export function say(text) {
  place().textContent = text || NOTHING;
  place().classList.remove("waiting");
}

/** What was said of other filters is dimmed until there is something new to say. */
window.addEventListener("asked", () => place().classList.add("waiting"));

/** Says what the answers for some charts come to, in their order: [[chart, sentence(body)], ...]. */
export function sayOf(...sentences) {
  const said = new Map();
  const due = sentences.filter(([{ name }]) => document.querySelector(`[data-chart="${name}"]`));
  window.addEventListener("asked", () => said.clear());
  return (body) => {
    const [chart, sentence] = sentences.find(([{ name }]) => name === body.name) ?? [];
    if (chart) {
      said.set(chart, sentence(body));
      if (due.every(([each]) => said.has(each)) || !place().classList.contains("waiting")) {
        say(sentences.map(([each]) => said.get(each)).filter(Boolean).join(" "));
      }
    }
  };
}
