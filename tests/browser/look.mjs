// Looking at a page in its states: what axe-core finds wrong with each, what the page complains of,
// and a picture of it for people to judge.
import assert from "node:assert/strict";

import { openDesk } from "./chromium.mjs";

/** The smallest screen at 200% zoom, as the page sees it. */
export const ZOOMED = { width: 640, height: 360 };

/**
 * A page, and `see`: takes a picture of a state and notes what is wrong with it. The test fails at
 * its end for all that was noted, so that every picture is there to be looked at.
 */
export async function look(t, { scheme, size }) {
  const desk = await openDesk(t);
  const page = await desk.openPage({ scheme, ...(size && { size }) });
  const faults = [];
  t.after(() => assert.deepEqual(faults, []));
  const see = async (name) => {
    await page.picture(`${name}-${scheme}`);
    const found = [...(await page.violations()), ...page.complaints.splice(0)];
    const widest = await page.inside.evaluate(() => document.documentElement.scrollWidth);
    if (widest > page.inside.viewportSize().width) found.push("It is wider than the window.");
    faults.push(...found.map((fault) => `${name}: ${fault}`));
  };
  return { desk, page, see };
}
