import assert from "node:assert/strict";
import { test } from "node:test";

import { openDesk } from "./chromium.mjs";

for (const scheme of ["light", "dark"]) {
  test(`the first screen opens in ${scheme}, without a complaint or a fault`, async (t) => {
    const desk = await openDesk(t);
    const page = await desk.openPage({ scheme });
    await page.inside.locator("h1").waitFor();
    await page.picture(`start-${scheme}`);
    assert.deepEqual(await page.violations(), []);
    assert.deepEqual(page.complaints, []);
  });
}
