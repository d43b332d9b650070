// An older publication is asked for: whatever is followed from here is asked of it too.
import { asked } from "./address.js";

const NAME = "publication";

/** Adds the publication to a link of ours just before it is followed, opened elsewhere or copied. */
function keep({ target }) {
  const link = target.closest?.("a[href^='/']:not([data-newest])");
  if (link && asked().has(NAME)) {
    const url = new URL(link.href);
    url.searchParams.set(NAME, asked().get(NAME));
    link.href = url.pathname + url.search + url.hash;
  }
}

export function mountPinned() {
  for (const event of ["pointerdown", "focusin", "click"]) {
    document.addEventListener(event, keep, { capture: true });
  }
}
