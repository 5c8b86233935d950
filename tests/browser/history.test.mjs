// History by keyboard: an edit is told in a sentence, taken back, undone, and any two states are
// compared; in both colour schemes, with what axe-core finds.
import assert from "node:assert/strict";
import { readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { test } from "node:test";

import { packed } from "../harness/outturn.mjs";
import { until } from "../harness/wait.mjs";
import { answer, ask, openRow, openSample } from "./file.mjs";
import { look, ZOOMED } from "./look.mjs";

for (const scheme of ["light", "dark"]) {
  test(`an edit is told, restored and undone, and two periods compared, in ${scheme}`, async (t) => {
    const { page, see } = await look(t, { scheme });
    await openSample(page, /^Indicator report/);
    const [report] = (await ask(page, { do: "workspace" })).reports;
    const { outline } = await ask(page, { do: "report", report: report.id });
    const section = outline.find((item) => item.cards.some((card) => card.measure === "ni-59"));
    const card = section.cards.find((each) => each.measure === "ni-59");
    const edit = (...changes) => ask(page, { do: "edit", changes });
    const figure = (text) => ({
      change: "set-figure",
      measure: "ni-59",
      series: "target",
      period: "2008-09-q3",
      text,
    });
    const figureNow = async () => {
      const { rows, columns } = await ask(page, { do: "measure", measure: "ni-59" });
      const target = rows.find((row) => row.series === "target");
      const column = columns.findIndex(({ period }) => period === "2008-09-q3");
      return target.cells[column].entered;
    };
    const before = await figureNow();
    await edit(figure("66.1"));
    await edit({ change: "set", place: `section/${section.id}#heading`, text: "Critical things" });
    await page.inside.reload();
    await page.inside.locator("article").first().waitFor();

    // What someone writes is told as soon as it is stored, of the field that they ask about.
    await openRow(page, `entry/${card.id}`);
    const place = `entry/${card.id}#commentary`;
    const field = page.inside.locator(`[data-place="${place}"] [contenteditable]`);
    await field.focus();
    await page.press("Control+End");
    await page.inside.keyboard.type(" Both teams are at full strength.");
    await page.press("Alt+h");
    const detail = page.inside.locator(".history-one");
    await detail.getByRole("heading", { name: "Commentary on NI 059: 6 words added" }).waitFor();
    await detail.locator("ins", { hasText: "Both teams are at full strength." }).waitFor();
    await see("history-field");

    // The card’s own history has its figure too, and that one is taken back after it was shown what
    // would change.
    await page.get("button", "Report").click();
    await openRow(page, `entry/${card.id}`);
    await page.inside.getByRole("button", { name: "History" }).last().click();
    const item = page.inside.getByRole("option", { name: /Target for NI 059, Quarter 3/ }).first();
    await item.waitFor();
    await page.inside.getByRole("option").first().focus();
    for (let count = 0; (await item.getAttribute("aria-selected")) !== "true"; count += 1) {
      assert.ok(count < 20, "the arrow keys lead through the list");
      await page.press("ArrowDown");
    }
    await detail.getByRole("heading", { name: /67\.0% → 66\.1%$/ }).waitFor();
    await see("history-card");
    await page.get("button", "Take this change back").click();
    await page.get("dialog", "Restore an earlier state?").waitFor();
    await page.inside.locator(".dialog .redline-row").first().waitFor();
    await see("history-restore");
    await page.get("button", "Restore").click();
    await until("the figure to be back", async () => (await figureNow()) === before);
    await page.inside.getByRole("option", { name: /Restored: Target for NI 059/ }).waitFor();
    await page.get("dialog", "Restore an earlier state?").waitFor({ state: "detached" });
    await page.press("Control+z");
    await until("the restore to be undone", async () => (await figureNow()) === "66.1");
    await page.inside.getByRole("option", { name: /Undone: Target for NI 059/ }).waitFor();

    // The whole file, as it was at its beginning.
    await page.get("button", "Report").click();
    await page.get("button", "History").first().click();
    await page.inside.getByRole("option", { name: /File begun/ }).click();
    await page.inside.getByText(/^With this change the file began/).waitFor();
    await see("history-file");
    await page.get("button", "Restore a moment").click();
    await page.inside.getByRole("menuitem", { name: "Whole file, as it was after this" }).click();
    await page.get("dialog", "Restore an earlier state?").waitFor();
    await page.inside.locator(".dialog .redline-group").first().waitFor();
    await see("history-restore-file");
    await page.press("Escape");

    await page.get("button", "Compare with now").click();
    await page.inside.locator(".compare .redline-group").first().waitFor();
    await see("history-compare");

    // Two periods.
    await ask(page, { do: "start-next-period", report: report.id, period: "2008-09-q4" });
    await edit({ ...figure("72.4"), series: "actual", period: "2008-09-q4" });
    await page.inside.reload();
    await page.inside.locator("article").first().waitFor();
    await page.get("button", "History").first().click();
    await page.get("tab", "Compare").click();
    await page.inside.getByText("Two periods", { exact: true }).click();
    const outturn = page.inside.locator(".redline-row", { hasText: "Card for NI 059" });
    await outturn.getByText("72.4%").waitFor();
    await outturn.scrollIntoViewIfNeeded();
    await see("history-periods");
  });

  test(`history at 200% zoom in ${scheme}`, async (t) => {
    const { page, see } = await look(t, { scheme, size: ZOOMED });
    await openSample(page, /^Indicator report/);
    const [report] = (await ask(page, { do: "workspace" })).reports;
    const place = `report/${report.id}#title`;
    await ask(page, { do: "edit", changes: [{ change: "set", place, text: "Another title" }] });
    await page.inside.reload();
    await page.inside.locator("article").first().waitFor();
    await page.get("button", "History").first().click();
    await page.inside.getByRole("option").first().waitFor();
    await see("zoomed-history");
    await page.get("tab", "Compare").click();
    await page.inside.locator(".redline-group").first().waitFor();
    await see("zoomed-compare");
  });
}

for (const scheme of ["light", "dark"]) {
  test(`early history is left out, and a copy made without any, in ${scheme}`, async (t) => {
    const { desk, page, see } = await look(t, { scheme });
    await openSample(page, /^Indicator report/);
    const [report] = (await ask(page, { do: "workspace" })).reports;
    const place = `report/${report.id}#title`;
    await ask(page, { do: "edit", changes: [{ change: "set", place, text: "Another title" }] });
    await page.inside.reload();
    await page.inside.locator("article").first().waitFor();
    await page.get("button", "History").first().click();
    await page.get("tab", "What is kept").click();
    await page.inside.getByText(/^The file keeps 2 changes/).waitFor();

    // By keyboard: a day that is none, then one that has everything before it.
    const day = page.inside.getByLabel("Leave out what was done before");
    await day.focus();
    await page.inside.keyboard.type("31 June 2027");
    await page.press("Enter");
    await page.inside.getByText(/^“31 June 2027” is not a date/).waitFor();
    assert.equal(await page.get("button", "Leave out…").isDisabled(), true);
    await day.fill("1 January 2190");
    await page.press("Enter");
    await page.inside.getByText(/^2 changes before 1 January 2190/).waitFor();
    await see("kept");
    await page.get("button", "Leave out…").focus();
    await page.press("Enter");
    const sure = page.get("alertdialog", "Leave early history out?");
    await sure.waitFor();
    await see("kept-sure");
    await sure.getByRole("button", { name: "Leave out", exact: true }).click();
    await page.inside.getByText(/2 earlier ones were left out on/).waitFor();
    await see("kept-thinned");
    await page.get("tab", "Changes").click();
    await page.inside.getByRole("option", { name: /without what was done until then/ }).waitFor();
    await see("kept-base");

    const copy = join(desk.folder, "without.outturn");
    await page.get("tab", "What is kept").click();
    await page.get("button", "Make a copy…").click();
    await answer(page, copy);
    await page.inside.getByText(`The copy is at ${copy}`).first().waitFor();
  });
}

for (const scheme of ["light", "dark"]) {
  test(`history that somebody wrote over says so, in ${scheme}`, async (t) => {
    const { desk, page, see } = await look(t, { scheme });
    const file = packed(desk.folder, "indicator-report");
    await page.inside.locator("main").first().waitFor();
    await ask(page, { do: "open", path: file, readOnly: false });
    const [report] = (await ask(page, { do: "workspace" })).reports;
    const place = `report/${report.id}#title`;
    for (const text of ["First said", "Then said"]) {
      await ask(page, { do: "edit", changes: [{ change: "set", place, text }] });
    }
    await ask(page, { do: "close" });
    const bytes = await readFile(file, "latin1");
    assert.ok(bytes.includes("First said"));
    await writeFile(file, bytes.replaceAll("First said", "Never said"), "latin1");

    await ask(page, { do: "open", path: file, readOnly: false });
    await page.inside.reload();
    await page.inside.locator("article").first().waitFor();
    await page.get("button", "History").first().click();
    await page.inside.getByText("The history cannot be relied on from change 2 on").waitFor();
    await page.inside.getByRole("option").first().waitFor();
    await see("history-broken");
  });
}
