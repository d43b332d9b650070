// The first sentences of a page: what was found, made from the numbers.

const NOTHING = "\u00a0";

export function say(text) {
  document.getElementById("headline").textContent = text || NOTHING;
}

/** Says what the answers for some charts come to, in their order: [[chart, sentence(body)], ...]. */
export function sayOf(...sentences) {
  const said = new Map();
  return (body) => {
    const [chart, sentence] = sentences.find(([{ name }]) => name === body.name) ?? [];
    if (chart) {
      said.set(chart, sentence(body));
      say(sentences.map(([each]) => said.get(each)).filter(Boolean).join(" "));
    }
  };
}
