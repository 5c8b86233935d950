// A user's own templates, several reports in one file, and what lapses when a final paper's report is
// laid out anew.
import assert from "node:assert/strict";
import { access } from "node:fs/promises";
import { join } from "node:path";
import { test } from "node:test";

import { approve } from "../harness/approve.mjs";
import { until } from "../harness/wait.mjs";
import { openDesk } from "./chromium.mjs";
import { ask, openSample, openSection, outline } from "./file.mjs";

test("a layout is saved as a template, and a file and a report start from it", async (t) => {
  const desk = await openDesk(t);
  const page = await desk.openPage();
  await openSample(page, /^Directorate overview/);
  const headings = (await outline(page)).map(({ heading }) => heading);
  const template = join(desk.folder, "Overview.outturn-template");
  await saveTemplate(page, template);
  await page.inside.locator(".status", { hasText: "The template is saved" }).waitFor();
  await access(template);

  await saveTemplate(page, template);
  await page.inside.locator(".field-error", { hasText: "already" }).waitFor();
  await page.press("Escape");

  await page.get("button", "This report").click();
  await page.get("menuitem", "New report in this file…").click();
  const dialog = page.get("dialog", "New report in this file");
  await dialog.waitFor();
  await useTemplate(page, template);
  await page.picture("new-report");
  assert.deepEqual(await page.violations(), []);
  await page.get("button", "Add the report").click();
  await dialog.waitFor({ state: "detached" });
  await until("two reports", async () => (await reports(page)).length === 2);
  const added = (await reports(page)).find(({ id }) => !id.startsWith("2013-14-q2"));
  const { outline: sections } = await ask(page, { do: "report", report: added.id });
  assert.deepEqual(
    sections.map(({ heading }) => heading),
    headings,
  );
  await page.press("Control+z");
  await until("one report", async () => (await reports(page)).length === 1);

  await page.get("button", "Close file").click();
  await page.get("button", "New report file").click();
  await page.get("dialog", "New report file").waitFor();
  await useTemplate(page, template);
  await page.get("textbox", "Council").fill("Westmere Borough Council");
  await page.get("textbox", "Directorate").fill("Adults");
  await page.get("button", "Make the file").click();
  await page.inside.locator("article").first().waitFor();
  assert.deepEqual(
    (await outline(page)).map(({ heading }) => heading),
    headings,
  );
});

test("a report file is no template, and says so", async (t) => {
  const page = await (await openDesk(t)).openPage();
  await openSample(page, /^Directorate overview/);
  const { path } = await ask(page, { do: "workspace" });
  await page.get("button", "This report").click();
  await page.get("menuitem", "New report in this file…").click();
  await page.get("button", "Use a template file…").click();
  await page.get("textbox", "Path").fill(path);
  await page.press("Enter");
  await page.inside.locator(".field-error", { hasText: "not a template" }).waitFor();
});

test("a change of layout after the final paper asks first, and says what lapses", async (t) => {
  const desk = await openDesk(t);
  const page = await desk.openPage();
  await openSample(page, /^Directorate overview/);
  const [{ id: report }] = await reports(page);
  await approve((request) => ask(page, request), report);
  await ask(page, {
    do: "export",
    report,
    path: join(desk.folder, "paper.pdf"),
    draft: false,
    overwrite: false,
  });
  const section = await openSection(page, "statement");
  const heading = page.inside.locator(`[data-place="section/${section.id}#heading"] input`);
  const mark = async () => (await ask(page, { do: "report", report })).fields.exported_on;
  assert.notEqual(await mark(), "");

  await heading.fill("Money");
  await page.press("Tab");
  await page.get("alertdialog", "This changes what was agreed to").waitFor();
  await page.picture("layout-after-final");
  assert.deepEqual(await page.violations(), []);
  await page.get("button", "Cancel").click();
  assert.notEqual(await mark(), "");
  await heading.fill("The money");
  await page.press("Tab");
  await page.get("button", "Change it").click();
  await until("the mark to lapse", async () => (await mark()) === "");
  const { fields } = await ask(page, { do: "section", section: section.id });
  assert.equal(fields.heading, "The money");
});

async function reports(page) {
  return (await ask(page, { do: "workspace" })).reports;
}

async function saveTemplate(page, path) {
  await page.get("button", "This report").click();
  await page.get("menuitem", "Save as template…").click();
  await page.get("dialog", "Save the layout as a template").waitFor();
  await page.get("textbox", "Where to keep it").fill(path);
  await page.get("button", "Save the template").click();
}

async function useTemplate(page, path) {
  await page.get("button", "Use a template file…").click();
  await page.get("textbox", "Path").fill(path);
  await page.press("Enter");
  const own = page.inside.getByRole("radio", { name: /^Directorate Performance Overview/ });
  await until("the template to be chosen", () => own.last().isChecked());
}
