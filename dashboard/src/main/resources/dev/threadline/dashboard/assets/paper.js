// A browser lays a page out for paper only after it has said that it will print: until then charts must have been drawn
// for it, in black on white and as wide as there is room.
function turn(isPaper) {
  document.documentElement.classList.toggle("paper", isPaper);
  window.dispatchEvent(new Event("themed"));
}

export function mountPaper() {
  window.addEventListener("beforeprint", () => turn(true));
  window.addEventListener("afterprint", () => turn(false));
}
