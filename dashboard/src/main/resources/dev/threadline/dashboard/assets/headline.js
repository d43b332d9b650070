// The first sentence of a page: what was found, made from the numbers.

export function say(text) {
  document.getElementById("headline").textContent = text;
}

/** Says what the answer for one chart comes to. */
export function sayOf(chart, sentence) {
  return (body) => {
    if (body.name === chart.name) {
      say(sentence(body));
    }
  };
}
