// Going to the field a finding speaks of. A part that edits a place carries its address in
// `data-place`; this is the one way to it.

const FOCUSABLE =
  'input:not([type="hidden"]), textarea, select, button, [contenteditable="true"], [tabindex]';

/**
 * Moves focus to the part that edits a place (`entity/row#field`, or `entity/row` for a row as a
 * whole) and brings it into view; where it is folded away, that is opened first. Where no part
 * edits just that field, the first one that edits its row will do. False when none is shown.
 */
export function goToPlace(place: string): boolean {
  return focusAt(place) || unfold(place, () => focusAt(place));
}

function focusAt(place: string): boolean {
  const part = partFor(place);
  const target = part && targetIn(part);
  if (!target) return false;
  part.scrollIntoView({ block: "center", inline: "nearest" });
  target.focus({ preventScroll: true });
  return document.activeElement === target;
}

/** What has been folded away: it opens on `beforematch`, as when a browser finds words in it. */
const FOLDED = '.disclosure-panel[aria-hidden="true"]';

/**
 * Opens all that the part for a place is folded away in, and then goes on. It opens a moment later,
 * as this may be asked for while the screen is being drawn. False when nothing has to be opened.
 */
function unfold(place: string, then?: () => void): boolean {
  const part = partFor(place);
  if (!part?.closest(FOLDED)) return false;
  queueMicrotask(() => {
    for (let fold = part.closest(FOLDED); fold; fold = part.closest(FOLDED)) {
      fold.dispatchEvent(new Event("beforematch"));
      if (fold.matches(FOLDED)) break;
    }
    then?.();
  });
  return true;
}

/** How long a field that was asked for may take to appear, in milliseconds. */
const PATIENCE_MS = 5000;

/**
 * Moves focus to a place as soon as the part that edits it is shown. It gives up when the person
 * presses a key or a button meanwhile, so that focus is never taken from under their hands. Call
 * what is given back to give up too.
 */
export function goToPlaceSoon(place: string): () => void {
  if (focusAt(place)) return () => {};
  const observer = new MutationObserver(() => {
    if (focusAt(place)) stop();
    else unfold(place);
  });
  const timer = window.setTimeout(() => stop(), PATIENCE_MS);
  const stop = () => {
    observer.disconnect();
    window.clearTimeout(timer);
    window.removeEventListener("keydown", stop, true);
    window.removeEventListener("pointerdown", stop, true);
  };
  const attributeFilter = ["hidden", "aria-hidden"];
  observer.observe(document.body, { childList: true, subtree: true, attributeFilter });
  unfold(place);
  window.addEventListener("keydown", stop, true);
  window.addEventListener("pointerdown", stop, true);
  return stop;
}

function partFor(place: string): HTMLElement | null {
  const row = place.split("#")[0] ?? place;
  return (
    partAt(`[data-place="${CSS.escape(place)}"]`) ??
    partAt(`[data-place="${CSS.escape(row)}"]`) ??
    partAt(`[data-place^="${CSS.escape(row)}#"]`)
  );
}

function partAt(selector: string): HTMLElement | null {
  return document.querySelector<HTMLElement>(selector);
}

/**
 * What takes focus in a part. Where something is written, that is the text and never a tool over
 * it: the text may come later than its tools, and is waited for.
 */
function targetIn(part: HTMLElement): HTMLElement | undefined {
  if (part.matches(FOCUSABLE)) return part;
  return [...part.querySelectorAll<HTMLElement>(FOCUSABLE)].find(
    (element) =>
      element.tabIndex >= 0 &&
      element.offsetParent !== null &&
      (element.matches("[contenteditable]") || !element.closest("[data-writing]")),
  );
}
