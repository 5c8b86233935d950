// Looking at a screen in the real window: a picture of it in light and dark, and what is wrong.

import assert from "node:assert/strict";

import * as axe from "../harness/axe.mjs";

/** In the dark everything but the colours is as in the light. */
const COLOURS = {
  resultTypes: ["violations"],
  runOnly: { type: "rule", values: ["color-contrast"] },
};

/**
 * Looks at the screens of a window. `see` takes pictures of a state and notes what is wrong with it;
 * the test fails at its end for all that was noted, so that every picture is there to be looked at.
 * @param {import("node:test").TestContext} t
 */
export async function look(t, window) {
  const faults = [];
  t.after(() => assert.deepEqual(faults, []));
  assert(await window.run(isStill), "The window moves, though the system asks for stillness.");
  await window.run(noteComplaints);
  const see = async (name) => {
    const found = [];
    // A page that was loaded anew has nobody who notes.
    await window.run(noteComplaints);
    for (const scheme of ["light", "dark"]) {
      await window.run(paint, scheme);
      await window.picture(`${name}-${scheme}`);
      found.push(...(await window.violations(scheme === "light" ? axe.options : COLOURS)));
    }
    found.push(...(await window.run(complaintsNow)));
    faults.push(...found.map((fault) => `${name}: ${fault}`));
  };
  return see;
}

/** In the page: whether it knows that the system asks for stillness. */
function isStill() {
  return matchMedia("(prefers-reduced-motion: reduce)").matches;
}

/** In the page: paints it in light or dark, with no colour still on its way to another. */
function paint(scheme) {
  document.documentElement.dataset.theme = scheme;
  for (const animation of document.getAnimations()) {
    if (Number.isFinite(animation.effect?.getComputedTiming().endTime)) animation.finish();
  }
}

/** In the page: notes from now on what goes wrong in it, and what the content policy refuses. */
function noteComplaints() {
  if (window.complaints) return;
  window.complaints = [];
  const note = (text) => window.complaints.push(text);
  window.addEventListener("error", (event) => note(`${event.message}`));
  window.addEventListener("unhandledrejection", (event) => note(`${event.reason}`));
  window.addEventListener("securitypolicyviolation", (event) => {
    note(`The content policy refused ${event.blockedURI} (${event.violatedDirective}).`);
  });
}

/** In the page: what went wrong since the last time it was asked, and whether it fits. */
function complaintsNow() {
  const { scrollWidth, clientWidth } = document.documentElement;
  const isWide = scrollWidth > clientWidth;
  return [...window.complaints.splice(0), ...(isWide ? ["It is wider than the window."] : [])];
}
