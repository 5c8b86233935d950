// A report laid out anew in the real window by mouse and keyboard: a table of its own, the council's
// logo, a template for others, and the paper.

import assert from "node:assert/strict";
import { existsSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { packed } from "../harness/outturn.mjs";
import { until } from "../harness/wait.mjs";
import { outline, stored } from "./file.mjs";
import { textOf } from "./paper.mjs";
import { steps } from "./steps.mjs";
import { openDesk } from "./window.mjs";

/** A picture of eight by four pixels. */
const LOGO =
  "iVBORw0KGgoAAAANSUhEUgAAAAgAAAAECAYAAACzzX7wAAAAGUlEQVR4nGPg9g9lgOL/2DADMQqwShCtAAD6PzHFopq7qwAAAABJRU5ErkJggg==";

test("a report is laid out anew", async (t) => {
  const desk = await openDesk(t);
  const window = await desk.openWindow(packed(desk.folder));
  const step = steps(t, () => window.picture("layout-failed"));
  await window.find("article");
  const before = await outline(window);
  let added;

  await step("a ready-made table is added and named", async () => {
    await (await window.get("button", "Add section")).click();
    await window.get("menu", "Add section");
    await window.type("Capital");
    await window.press("Enter");
    await window.get("grid", "Capital programme");
    await window.find(".editor-heading input:focus");
    await window.press("Control+a");
    await window.type("Buildings");
    await window.press("Tab");
    const sections = await stored(
      window,
      "the new heading",
      { do: "report", report: await report(window) },
      (answer) => answer.outline.some(({ heading }) => heading === "Buildings"),
    );
    added = sections.outline.find(({ heading }) => heading === "Buildings");
    assert.equal(sections.outline.length, before.length + 1);
  });

  await step("a column is added, taken back and brought back", async () => {
    await (await begins(window, "Columns")).click();
    await (await window.get("button", "Add column")).click();
    await window.find('[data-place^="column/"][data-place$="#heading"] input:focus');
    await window.type("Sponsor");
    await window.press("Tab");
    const columns = (is) =>
      stored(window, `${is} columns`, { do: "section", section: added.id }, ({ body }) => {
        return body.columns.some(({ heading }) => heading === "Sponsor") === (is === "all");
      });
    await columns("all");
    await window.press("Control+z");
    await columns("the earlier");
    await window.press("Control+Shift+z");
    await columns("all");
    await window.picture("layout-columns");
  });

  await step("the council's logo is chosen", async () => {
    const logo = join(desk.folder, "logo.png");
    writeFileSync(logo, Buffer.from(LOGO, "base64"));
    await (await window.get("button", "Report settings")).click();
    // The driver keeps the system's dialog for files of a page closed, and answers for it.
    await window.get("button", "Choose a picture…");
    await (await window.find("article input[type=file]")).type(logo);
    await stored(window, "the logo", { do: "workspace" }, ({ directorate }) => directorate.logo);
    await window.get("img", "Council’s logo");
    await window.picture("layout-logo");
  });

  await step("the layout is saved as a template", async () => {
    const template = join(desk.folder, "Overview.outturn-template");
    await (await window.get("button", "This report")).click();
    await (await window.get("menuitem", "Save as template…")).click();
    await window.get("dialog", "Save the layout as a template");
    await (await window.get("button", "Other place")).click();
    await window.answerDialog(template);
    const path = await window.get("textbox", "Where to keep it");
    await until("the path chosen", async () => (await path.property("value")) === template);
    await (await window.get("button", "Save the template")).click();
    await window.reads("The template is saved");
    assert.ok(existsSync(template));
  });

  await step("the paper has the table", async () => {
    const paper = join(desk.folder, "paper.pdf");
    await window.press("Control+e");
    await window.find(".counts");
    await window.tick("radio", "Draft");
    await (await window.get("button", "Export as PDF")).click();
    await window.answerDialog(paper);
    await window.find(".written", { seconds: 60 });
    const text = textOf(paper);
    assert.match(text, /Buildings/);
    assert.match(text, /Sponsor/);
  });
});

async function report(window) {
  return (await window.ask({ do: "workspace" })).reports[0].id;
}

/** The button whose words begin so. */
function begins(window, words) {
  return window.run((words) => {
    const buttons = [...document.querySelectorAll("article button")];
    return buttons.find((button) => button.textContent.trim().startsWith(words));
  }, words);
}
