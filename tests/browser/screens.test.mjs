// Every screen in its states: what axe-core finds wrong with it, what the page complains of, and a
// picture of it for people to judge.
import assert from "node:assert/strict";
import { join } from "node:path";
import { test } from "node:test";

import { packed } from "../harness/outturn.mjs";
import { ask, openRow, openSample, openSection, outline, pagesAreSet, showPane } from "./file.mjs";
import { look, ZOOMED } from "./look.mjs";

for (const scheme of ["light", "dark"]) {
  test(`the start screen and its dialogs in ${scheme}`, async (t) => {
    const { page, see } = await look(t, { scheme });
    await page.get("button", "New report file").waitFor();
    await see("start-empty");
    await page.press("Control+n");
    await page.get("dialog", "New report file").waitFor();
    await see("new-file");
    await page.get("button", "Other place").click();
    await page.get("textbox", "Path").waitFor();
    await see("path");
    await page.press("Escape");
    await page.press("Escape");
    await page.press("Control+o");
    await page.get("textbox", "Path").fill("/nowhere/there.outturn");
    await page.press("Enter");
    await page.inside.getByRole("alert").waitFor();
    await see("start-refused");
  });

  test(`every kind of section in ${scheme}`, async (t) => {
    const { page, see } = await look(t, { scheme });
    await openSample(page, /^Directorate overview/);
    for (const kind of [
      "cover",
      "narrative",
      "milestones",
      "measure-table",
      "statement",
      "symbol-key",
      "people-key",
    ]) {
      await openSection(page, kind);
      await pagesAreSet(page);
      await see(`section-${kind}`);
    }
    await page.get("button", "Report settings").click();
    await page.get("grid", "Status rules").waitFor();
    await see("settings");
    await page
      .get("tab", "Checks")
      .or(page.inside.getByRole("tab", { name: /^Checks/ }))
      .first()
      .click();
    await openSection(page, "statement");
    await page.inside.locator(".checks").waitFor();
    await see("checks");
  });

  test(`cards, headlines and the choice of a measure in ${scheme}`, async (t) => {
    const { page, see } = await look(t, { scheme });
    await openSample(page, /^Indicator report/);
    await openSection(page, "headlines");
    await pagesAreSet(page);
    await see("section-headlines");
    const cards = await openSection(page, "cards");
    await see("section-cards");
    await page.get("button", "Add card").click();
    await page.get("dialog", "Choose a measure").waitFor();
    await see("measure-choice");
    await page.inside.getByRole("tab", { name: /^New measure/ }).click();
    await see("measure-choice-new");
    await page.press("Escape");
    const [card] = cards.cards;
    await openRow(page, `entry/${card.id}`);
    await pagesAreSet(page);
    await see("card");
    await page.inside.locator('[aria-labelledby="card-plan"]').scrollIntoViewIfNeeded();
    await see("card-actions");
  });

  test(`measures, people, keys and export in ${scheme}`, async (t) => {
    const { page, desk, see } = await look(t, { scheme });
    await openSample(page, /^Directorate overview/);
    await page.get("button", "Measures").click();
    await page.inside.locator(".measure-form").waitFor();
    await see("measures");
    await page.get("button", "People").click();
    await page.get("grid", "Posts").waitFor();
    await see("people");
    await page.press("F1");
    await page.get("dialog", "Keys").waitFor();
    await see("keys");
    await page.press("Escape");
    await page.press("Control+e");
    await page.get("heading", "Check and export").waitFor();
    await page.inside.locator(".counts").waitFor();
    await see("export");
    await page.inside.getByText("Final paper", { exact: true }).click();
    await see("export-final");
    await page.inside.getByText("Draft", { exact: true }).click();
    await page.get("button", "Export as PDF").click();
    await page.get("textbox", "Path").fill(join(desk.folder, "paper.pdf"));
    await page.press("Enter");
    await page.inside.locator(".written").waitFor({ timeout: 120_000 });
    await see("export-written");
    await page.get("button", "Export as PDF").click();
    await page.get("textbox", "Path").fill(join(desk.folder, "paper.pdf"));
    await page.press("Enter");
    await page.inside.getByRole("alertdialog").waitFor({ timeout: 120_000 });
    await see("export-replace");
  });

  test(`a refused field, and a file that can be read only, in ${scheme}`, async (t) => {
    const { page, desk, see } = await look(t, { scheme });
    await openSample(page, /^Directorate overview/);
    await openSection(page, "cover");
    await page.get("textbox", "Date of the meeting").fill("31 June 2026");
    await page.press("Enter");
    await page.inside.locator(".field-error").waitFor();
    await see("field-refused");
    assert.equal(await page.get("textbox", "Date of the meeting").inputValue(), "31 June 2026");

    await page.press("Escape");
    const path = packed(desk.folder, "indicator-report");
    await ask(page, { do: "open", path, readOnly: true });
    await page.inside.reload();
    await page.inside.locator(".notice-care").waitFor();
    await pagesAreSet(page);
    await see("read-only");
  });

  test(`at 200% zoom in ${scheme}`, async (t) => {
    const { page, see } = await look(t, { scheme, size: ZOOMED });
    await page.get("button", "New report file").waitFor();
    await see("zoomed-start");
    await openSample(page, /^Indicator report/);
    await showPane(page, "Outline");
    await see("zoomed-outline");
    const section = (await outline(page)).find((item) => item.cards.length > 0);
    await openRow(page, `entry/${section.cards[0].id}`);
    await see("zoomed-card");
    await showPane(page, "Preview and checks");
    await pagesAreSet(page);
    await see("zoomed-side");
    await page.press("Control+e");
    await page.inside.locator(".counts").waitFor();
    await see("zoomed-export");
    await page.get("button", "Measures").click();
    await page.inside.locator(".measure-form").waitFor();
    await see("zoomed-measures");
  });
}
