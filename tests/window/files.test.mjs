// Files and the window: opened from outside, handed over by a second start, and left whole when the
// window closes.

import assert from "node:assert/strict";
import { existsSync, readdirSync, readFileSync, renameSync } from "node:fs";
import { basename, dirname, join } from "node:path";
import { test } from "node:test";

import { cli, packed, program } from "../harness/outturn.mjs";
import { start } from "../harness/processes.mjs";
import { until } from "../harness/wait.mjs";
import { field, openSection, write } from "./file.mjs";
import { openDesk } from "./window.mjs";

const TYPED = "Written a moment before the window went";

test("a second start hands its file to the window that is there, and ends", async (t) => {
  const desk = await openDesk(t);
  const first = packed(desk.folder, "indicator-report");
  const second = renamed(packed(desk.folder), "Children & Læring, two.outturn");
  const window = await desk.openWindow(first);
  await window.find("article");
  assert.ok(existsSync(noteOf(first)));
  const { id } = await openSection(window, "headlines");
  await write(window, `section/${id}#heading`, ` ${TYPED}`);

  const options = { env: desk.env, cwd: desk.folder };
  const other = await start(program("outturn"), [basename(second)], options);
  await until("the second start to end", () => other.hasEnded);
  assert.equal(await other.ended, 0);
  await until("the second file to be open", async () => {
    return (await window.ask({ do: "workspace" })).path === second;
  });
  await until("the window to say so", async () => {
    return (await window.title()) === "Children & Læring, two – Outturn";
  });
  assert.ok(!existsSync(noteOf(first)), "the first file is not in use any more");
  assert.ok(existsSync(noteOf(second)));
  assert.match(textOf(first, desk.folder), new RegExp(TYPED));
});

test("a second start without a file leaves what is open alone", async (t) => {
  const desk = await openDesk(t);
  const file = packed(desk.folder, "indicator-report");
  const window = await desk.openWindow(file);
  await window.find("article");
  const other = await start(program("outturn"), [], { env: desk.env });
  await until("the second start to end", () => other.hasEnded);
  assert.equal(await other.ended, 0);
  assert.equal((await window.ask({ do: "workspace" })).path, file);
});

test("a window that closes keeps what is still being typed, and lets the file go", async (t) => {
  const desk = await openDesk(t);
  const file = packed(desk.folder);
  const window = await desk.openWindow(file);
  await window.find("article");
  const { id } = await openSection(window, "narrative");
  await write(window, `section/${id}#text`, ` ${TYPED}`);
  await window.requestClose();
  await window.ends();
  assert.ok(!existsSync(noteOf(file)), "nobody is told that the file is in use");
  assert.match(textOf(file, desk.folder), new RegExp(TYPED));
});

test("a window asks before it closes over something that could not be saved", async (t) => {
  const desk = await openDesk(t);
  const file = packed(desk.folder, "indicator-report");
  const window = await desk.openWindow(file);
  await window.find("article");
  const { reports } = await window.ask({ do: "workspace" });
  await openSection(window, "cover");
  const place = `report/${reports[0].id}#meeting`;
  await (await field(window, place)).click();
  await window.press("Control+a");
  await window.type("31 June 2009");
  await window.requestClose();
  await window.get("alertdialog", "Something is not saved");
  await window.picture("leaving");
  assert.deepEqual(await window.violations(), []);
  await (await window.get("button", "Cancel")).click();
  const kept = await field(window, place);
  assert.equal(await kept.property("value"), "31 June 2009");

  await window.requestClose();
  const lose = await window.get("button", "Close and lose it");
  // The window may be gone before the driver can say that it clicked.
  await lose.click().catch(() => {});
  await window.ends();
  assert.ok(!existsSync(noteOf(file)));
  assert.match(textOf(file, desk.folder), /meeting = 2009-02-24/);
});

function renamed(file, name) {
  const to = join(dirname(file), name);
  renameSync(file, to);
  return to;
}

/** The note that tells others who has a file open. */
function noteOf(file) {
  return join(dirname(file), `.~lock.${basename(file)}#`);
}

/** Every word of a file, by its text form. */
function textOf(file, folder) {
  const unpacked = join(folder, `${basename(file)}.unpacked`);
  cli("unpack", file, unpacked);
  return readdirSync(unpacked, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => readFileSync(join(entry.parentPath ?? entry.path, entry.name), "utf8"))
    .join("\n");
}
