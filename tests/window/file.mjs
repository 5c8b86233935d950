// The open file, as a test finds its way about in it.

import { until } from "../harness/wait.mjs";

/** The report's outline, as the program gives it. */
export async function outline(window) {
  const { reports } = await window.ask({ do: "workspace" });
  return (await window.ask({ do: "report", report: reports[0].id })).outline;
}

/** The first section of a kind. */
export async function sectionOf(window, kind) {
  const item = (await outline(window)).find((each) => each.kind === kind);
  if (!item) throw new Error(`The report has no section of the kind ${kind}.`);
  return item;
}

/** Opens the first section of a kind from the outline, and waits until it is the one edited. */
export async function openSection(window, kind) {
  const section = await sectionOf(window, kind);
  await openRow(window, `section/${section.id}`);
  return section;
}

/** Opens a section or a card by its name in the outline, and waits until it is the one edited. */
export async function openRow(window, key) {
  await (await window.find(`[data-key=${JSON.stringify(key)}]`)).click();
  const field = key.startsWith("entry/") ? "commentary" : "heading";
  await window.find(`[data-place=${JSON.stringify(`${key}#${field}`)}]`);
}

/** Waits until the pages beside the editor are those of what stands in it now. */
export function pagesAreSet(window) {
  return until("the pages to be set", () =>
    window.run(() => {
      const pages = [...document.querySelectorAll(".sheet img")];
      const isSet = document.querySelector(".preview-working")?.textContent === "";
      return isSet && pages.length > 0 && pages.every((page) => page.complete);
    }),
  );
}

/** Waits until the file holds what is asked for. `isThere` is given the answer to a request. */
export function stored(window, what, request, isThere) {
  return until(what, async () => {
    const answer = await window.ask(request);
    return isThere(answer) && answer;
  });
}

/** The part of a field that is typed into. */
export function field(window, place) {
  const parts = ["input", "textarea", '[contenteditable="true"]'];
  return window.find(parts.map((part) => `[data-place="${place}"] ${part}`).join(", "));
}

/** Types into a field, as a person does who clicks it first. */
export async function write(window, place, text) {
  await (await field(window, place)).click();
  await window.type(text);
}
