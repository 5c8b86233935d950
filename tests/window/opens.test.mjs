import assert from "node:assert/strict";
import { test } from "node:test";

import { packed } from "../harness/outturn.mjs";
import { openDesk } from "./window.mjs";

test("the window opens on its first screen, without a fault for assistive technology", async (t) => {
  const desk = await openDesk(t);
  const window = await desk.openWindow();
  await window.get("button", "New report file");
  await window.picture("start");
  assert.deepEqual(await window.violations(), []);
});

test("the window opens on the file that it is given, and again after it was killed", async (t) => {
  const desk = await openDesk(t);
  const file = packed(desk.folder);
  const first = await desk.openWindow(file);
  await first.find("article");
  const { path } = await first.ask({ do: "workspace" });
  assert.equal(path, file);
  await first.kill();

  const second = await desk.openWindow(file);
  await second.find("article");
  assert.equal((await second.ask({ do: "workspace" })).readOnly, null);
});
