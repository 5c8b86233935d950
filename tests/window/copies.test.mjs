// Two people at two computers, by mouse and keyboard: a copy is handed out, both write, the copy's
// changes come back, what they wrote apart is decided, and the paper goes with its certificate.

import assert from "node:assert/strict";
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";

import { PASSPHRASE } from "../harness/approve.mjs";
import { cli, packed } from "../harness/outturn.mjs";
import { until } from "../harness/wait.mjs";
import { field, openRow, outline, stored } from "./file.mjs";
import { look } from "./look.mjs";
import { textOf } from "./paper.mjs";
import { steps } from "./steps.mjs";
import { openDesk } from "./window.mjs";

const DIRECTOR = "Corporate Director, Children and Learning";
const CLERK = "Committee Services Officer";
const OFFICE = "As the office says";
const THEIRS = "As the director says";
const BOTH = "As both say";
const REASON = "Signed on paper.";

test("a copy goes to another computer and comes back, and the paper goes to committee", async (t) => {
  const office = await openDesk(t);
  const home = await openDesk(t);
  const file = packed(office.folder, "decision-report");
  const copy = join(home.folder, "director.outturn");
  const sent = join(home.folder, "director.outturn-changes");
  const paper = join(office.folder, "paper.pdf");
  const window = await office.openWindow(file);
  await window.find("article");
  const see = await look(t, window);
  let other;
  const step = steps(t, async () => {
    await window.picture("copies-failed");
    await other?.picture("copies-failed-other");
  });
  const [{ id: report }] = (await window.ask({ do: "workspace" })).reports;
  const { id: section } = (await outline(window)).find(({ kind }) => kind === "narrative");

  await step("the office hands a copy out, and writes", async () => {
    await window.press("Alt+c");
    await window.choose("For", DIRECTOR);
    await (await window.get("button", "Hand out…")).click();
    await window.answerDialog(copy);
    await window.reads(`Handed out: ${copy}`);
    await rename(window, section, OFFICE);
  });

  await step("the director writes in the copy, and sends the changes back", async () => {
    other = await home.openWindow(copy);
    await other.reads("This is a working copy for");
    const seeOther = await look(t, other);
    await rename(other, section, THEIRS);
    await other.press("Alt+c");
    await seeOther("copies-of-director");
    await (await other.get("button", "Save your changes…")).click();
    await other.answerDialog(sent);
    await other.reads(`One change is in ${sent}`);
    await other.press("Alt+w");
    await other.reads("My work");
    await seeOther("work-of-director");
  });

  await step("the office brings them in, and decides", async () => {
    await window.press("Alt+c");
    await (await window.get("button", "Choose a copy or a changes file…")).click();
    await window.answerDialog(sent);
    await window.reads("one thing would have to be decided");
    await (await window.get("button", "Bring in")).click();
    await window.find(".conflict");
    await see("conflict");
    await (await window.get("button", "Write it anew")).click();
    const words = await window.get("textbox", "What it is to say");
    await words.click();
    await window.press("Control+a");
    await window.type(BOTH);
    await (await window.get("button", "Take what I wrote")).click();
    await stored(window, "what was decided", { do: "section", section }, ({ fields }) => {
      return fields.heading === BOTH;
    });
  });

  await step("the clerk lets the paper go, with a key of their own", async () => {
    await window.press("Control+e");
    await window.choose("You are", CLERK);
    const rest = await until("the clerk's button", () =>
      window.run(buttonThatBegins, "Let the rest go"),
    );
    await rest.click();
    await window.get("dialog", "Make a signing key");
    await window.type(PASSPHRASE);
    await window.press("Tab");
    await window.type(PASSPHRASE);
    await window.press("Enter");
    await window.get("dialog", "Exception");
    await window.type(REASON);
    await window.press("Control+Enter");
    await stored(window, "nothing to wait for", { do: "agreement", report }, ({ waitsFor }) => {
      return waitsFor === "";
    });
    await see("agreed");
    await window.tick("radio", "Final paper");
    await (await window.get("button", "Export as PDF")).click();
    await window.answerDialog(paper);
    await window.find(".written", { seconds: 60 });
  });

  const certificate = join(office.folder, "paper.certificate.json");
  assert.ok(existsSync(certificate));
  assert.ok(textOf(paper).includes(BOTH));
  const { sections } = JSON.parse(readFileSync(certificate, "utf8"));
  assert.ok(sections.every(({ agreement }) => agreement.reason === REASON));
  assert.match(cli("verify", certificate), /paper\.pdf/);
});

/** Gives a section another heading, by hand. */
async function rename(window, section, words) {
  await openReport(window);
  await openRow(window, `section/${section}`);
  const place = `section/${section}#heading`;
  await (await field(window, place)).click();
  await window.press("Control+a");
  await window.type(words);
  await window.press("Tab");
  await stored(window, "the heading", { do: "section", section }, ({ fields }) => {
    return fields.heading === words;
  });
}

/** Goes to the report from wherever the window is. */
async function openReport(window) {
  await (
    await until("the way to the report", () => window.run(buttonThatBegins, "Report"))
  ).click();
}

/** In the page: the visible button whose words begin so. */
function buttonThatBegins(words) {
  const buttons = [...document.querySelectorAll("button, a")];
  return buttons.find(
    (button) => button.offsetParent && button.textContent.trim().startsWith(words),
  );
}
