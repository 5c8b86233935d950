import assert from "node:assert/strict";
import { test } from "node:test";

import { packed } from "../harness/outturn.mjs";
import { openDesk } from "./window.mjs";

test("the window opens on its first screen, without a fault for assistive technology", async (t) => {
  const desk = await openDesk(t);
  const window = await desk.openWindow();
  await window.find("h1");
  await window.picture("start");
  assert.deepEqual(await window.violations(), []);
});

test("the window opens on the file that it is given, and again after it was killed", async (t) => {
  const desk = await openDesk(t);
  const file = packed(desk.folder);
  const first = await desk.openWindow(file);
  const heading = await (await first.find("h1")).text();
  await first.picture("report");
  assert.deepEqual(await first.violations(), []);
  await first.kill();

  const second = await desk.openWindow(file);
  assert.equal(await (await second.find("h1")).text(), heading);
});
