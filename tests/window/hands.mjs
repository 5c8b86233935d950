// What hands on a keyboard can do in the window, and nothing else: no test that uses these clicks.

import { until } from "../harness/wait.mjs";

/** More presses of one key than any way on these screens needs. */
const MANY = 120;

/** Hands on the keyboard of a window. */
export function hands(window) {
  const isAt = (name) => window.run(focusIsNamed, name);
  const isAtPlace = (place) => window.run(focusIsAt, place);
  const pressUntil = async (key, what, isThere) => {
    for (let count = 0; count < MANY; count += 1) {
      if (await isThere()) return;
      await window.press(key);
    }
    throw new Error(`${key} does not lead to ${what}.`);
  };
  return {
    /** Waits until the focus is on what has this name. */
    at: (name) => until(`the focus on "${name}"`, () => isAt(name)),
    /** Waits until the focus is where this place, or the beginning of one, is edited. */
    atPlace: (place) => until(`the focus at ${place}`, () => isAtPlace(place)),
    /** Presses Tab, or another key, until the focus is on what has this name. */
    to: (name, key = "Tab") => pressUntil(key, `"${name}"`, () => isAt(name)),
    /** Presses a key until the focus is where this place is edited. */
    toPlace: (place, key) => pressUntil(key, place, () => isAtPlace(place)),
    /** Opens the closed list that has the focus, and chooses an option by the words it begins with. */
    choose: async (words) => {
      await window.press("Enter");
      await until("the list to open", () =>
        window.run(() => document.activeElement.closest("[role=listbox]") !== null),
      );
      await window.type(words);
      await until(`the focus on the option "${words}"`, () =>
        window.run((words) => document.activeElement.textContent.trim().startsWith(words), words),
      );
      await window.press("Enter");
      await until("the list to close", () =>
        window.run(() => document.querySelector("[role=listbox]") === null),
      );
    },
  };
}

/** In the page: whether what has the focus is called so. */
function focusIsNamed(name) {
  const { activeElement } = document;
  if (!activeElement || activeElement === document.body) return false;
  const ids = activeElement.getAttribute("aria-labelledby")?.split(" ") ?? [];
  const words = [
    activeElement.getAttribute("aria-label"),
    activeElement.textContent,
    ...[...(activeElement.labels ?? [])].map((label) => label.textContent),
    ...ids.map((id) => document.getElementById(id)?.textContent),
  ];
  return words.some((said) => said?.trim() === name);
}

/** In the page: whether the focus is where a place is edited, or one that begins so. */
function focusIsAt(place) {
  const at = document.activeElement?.closest("[data-place], [data-key]");
  return Boolean((at?.dataset.place ?? at?.dataset.key)?.startsWith(place));
}
