// Every kind of section that a report can be laid out with, each with something in it.
import assert from "node:assert/strict";
import { test } from "node:test";

import { ask, openSample, openSection, outline, pagesAreSet, showPane } from "./file.mjs";
import { look, ZOOMED } from "./look.mjs";

const KINDS = [
  "schedule",
  "action-plan",
  "risk-register",
  "summary",
  "recommendations",
  "implication",
  "background-papers",
  "restatements",
];

for (const scheme of ["light", "dark"]) {
  test(`sections of every new kind in ${scheme}`, async (t) => {
    const { page, see } = await look(t, { scheme });
    await openSample(page, /^Directorate overview/);
    await layOut(page);
    for (const kind of KINDS) {
      await openSection(page, kind);
      await pagesAreSet(page);
      await unfold(page);
      await see(`kind-${kind}`);
      await scrollDown(page);
      await see(`kind-${kind}-below`);
    }
    await openSection(page, "measure-table");
    await page.get("button", /^Columns/).click();
    await page.get("button", "Lay the columns out").click();
    await page.get("grid", "Columns").waitFor();
    await see("measure-columns");
    await openSection(page, "cover");
    await unfold(page);
    await scrollDown(page);
    await see("cover-decision");
  });

  test(`the new kinds at 200% zoom in ${scheme}`, async (t) => {
    const { page, see } = await look(t, { scheme, size: ZOOMED });
    await openSample(page, /^Directorate overview/);
    await layOut(page);
    for (const kind of KINDS) {
      await openSection(page, kind);
      await unfold(page);
      await see(`zoomed-${kind}`);
      await scrollDown(page);
      await see(`zoomed-${kind}-below`);
    }
  });
}

test("a section is added from the ready-made tables and left out of the paper by keyboard", async (t) => {
  const { page, see } = await look(t, { scheme: "light" });
  await openSample(page, /^Directorate overview/);
  await showPane(page, "Outline");
  await page.get("button", "Add section").focus();
  await page.press("Enter");
  await page.get("menu", "Add section").waitFor();
  await page.inside.keyboard.type("Capital", { delay: 20 });
  await see("ready-made");
  await page.press("Enter");
  await page.get("grid", "Capital programme").waitFor();
  await page.inside.waitForFunction(() => document.activeElement?.matches(".editor-heading input"));
  const before = await outline(page);
  const added = before.find(({ heading }) => heading === "Capital programme");
  assert.equal(added.kind, "schedule");

  await page.get("button", /^Lead and layout/).focus();
  await page.press("Enter");
  await page.get("checkbox", "Left out of the paper").focus();
  await page.press("Space");
  await page.inside.locator(".outline-note").first().waitFor();
  await see("left-out");
  const after = await outline(page);
  assert.equal(after.find(({ id }) => id === added.id).hidden, true);
});

test("a column is added, and removed for good only when that is meant", async (t) => {
  const { page, see } = await look(t, { scheme: "light" });
  await openSample(page, /^Directorate overview/);
  await openSection(page, "statement");
  await page.get("button", /^Columns/).click();
  await page.get("button", "Add column").click();
  await page.inside.waitForFunction(() =>
    document.activeElement?.closest('[data-place^="column/"][data-place$="#heading"]'),
  );
  await page.inside.keyboard.type("Last year");
  await page.press("Tab");
  await page.get("button", "Options for Last year").click();
  await page.get("menuitem", "Remove for good").click();
  await page.inside.getByRole("alertdialog").waitFor();
  await see("column-remove");
  await page.press("Escape");
  await page.get("button", "Options for Last year").waitFor();
});

test("a formula shows what it comes to, and what is wrong with it and where", async (t) => {
  const { page, see } = await look(t, { scheme: "light" });
  await openSample(page, /^Directorate overview/);
  const item = await openSection(page, "statement");
  const { body } = await ask(page, { do: "section", section: item.id });
  const [annual, toDate] = body.columns.map(({ heading }) => heading);
  await page.get("button", /^Columns/).click();
  await page.get("button", "Add column").click();
  await page.inside.waitForFunction(() =>
    document.activeElement?.closest('[data-place^="column/"][data-place$="#heading"]'),
  );
  await page.inside.keyboard.type("Left to spend");
  await page.press("Tab");
  const formula = page.inside.locator('[data-place$="#formula"]:visible input');
  await formula.fill(`[${annual}] - [${toDate}]`);
  await page.press("Tab");
  await page.inside.getByText(/^First lines: /).waitFor();
  await see("formula");
  await formula.fill(`[${annual}] - [Nothing so called]`);
  await page.press("Tab");
  await page.inside.locator(".field-error", { hasText: "Nothing so called" }).waitFor();
  await see("formula-trouble");
});

for (const scheme of ["light", "dark"]) {
  test(`a register shows its ratings and where its risks stand in ${scheme}`, async (t) => {
    const { page, see } = await look(t, { scheme });
    await openSample(page, /^Directorate overview/);
    await layOut(page);
    const { id } = await openSection(page, "risk-register");
    const { body } = await ask(page, { do: "section", section: id });
    const row = `register_risk/${body.risks[0].id}`;
    const matrix = page.get("table", "Open risks by impact and likelihood");
    const cell = (name) =>
      matrix.getByRole("button", { name, exact: true }).locator("..").locator("..");
    await cell("CS-12").getByText("High", { exact: true }).waitFor();
    await see("register-matrix");

    // Its likelihood now is lowered by keyboard, and the rating follows.
    const field = page.inside.locator(`[data-place="${row}#current_likelihood"] button`);
    await field.focus();
    await page.press("Enter");
    await page.get("listbox", "Likelihood").waitFor();
    await page.press("ArrowUp", "Enter");
    const now = page.inside.getByRole("group", { name: "Now", exact: true });
    await now.getByText("3 Medium", { exact: true }).waitFor();
    await cell("CS-12").getByText("Medium", { exact: true }).waitFor();
    await page.inside.getByText("Down from 9 before any control to 3. Say what").waitFor();
    await now.scrollIntoViewIfNeeded();
    await see("register-rating");
  });

  test(`a long list is folded, and opens where one goes in ${scheme}`, async (t) => {
    const { page, see } = await look(t, { scheme });
    await openSample(page, /^Directorate overview/);
    await layOut(page);
    const risks = await lengthen(page);
    const { id } = await openSection(page, "risk-register");
    const line = (name) => page.inside.getByRole("button", { name, expanded: false });
    const open = (name) => page.inside.getByRole("button", { name, expanded: true });
    await open(/^CS-12/).waitFor();
    await line(/^CS-13 .*Grants end.* No controls Not rated/).waitFor();
    await line(/^CS-16/).waitFor();
    await line(/^CS-13/).scrollIntoViewIfNeeded();
    await see("register-folded");

    // By keyboard: a line opens and folds, and so do all.
    await line(/^CS-13/).focus();
    await page.press("Enter");
    await open(/^CS-13/).waitFor();
    await page.press("Space");
    await line(/^CS-13/).waitFor();
    await page.get("button", "Unfold all").focus();
    await page.press("Enter");
    await open(/^CS-16/).waitFor();
    await page.press("Shift+Tab", "Enter");
    await line(/^CS-12/).waitFor();

    // A finding leads into a line, and the matrix to one.
    await page.inside.locator('[role="tab"][data-key="checks"]').click();
    await page.inside.getByRole("row", { name: /CS-15 .* has no owner/ }).click();
    await focusIn(page, `register_risk/${risks.at(-2)}#owner`);
    await open(/^CS-15/).waitFor();
    await see("register-led");
    await page.get("button", "Fold all").click();
    await page
      .get("table", "Open risks by impact and likelihood")
      .getByRole("button", { name: "CS-12" })
      .click();
    await open(/^CS-12/).waitFor();
    await focusIn(page, `register_risk/${risks[0]}`);

    // One that is added is open, with focus in it; one that is removed leaves focus on a neighbour.
    await page.get("button", "Add risk").click();
    await page.inside.waitForFunction(() =>
      document.activeElement?.closest('[data-place^="register_risk/"][data-place$="#reference"]'),
    );
    await page.inside.keyboard.type("CS-17");
    await page.press("Tab");
    await page.get("button", "Options for CS-17").click();
    await page.get("menuitem", "Remove").click();
    await focusIn(page, `register_risk/${risks.at(-1)}`);
    assert.equal((await ask(page, { do: "section", section: id })).body.risks.length, risks.length);

    await openSection(page, "action-plan");
    await line(/^1\.3 .*0 of 1 task completed, 1 delayed/).waitFor();
    await open(/^1\.2/).waitFor();
    await scrollDown(page);
    await see("plan-folded");
  });
}

for (const scheme of ["light", "dark"]) {
  test(`a measure table is edited in the columns that the paper prints in ${scheme}`, async (t) => {
    const { page, see } = await look(t, { scheme });
    await openSample(page, /^Directorate overview/);
    const { id } = await openSection(page, "measure-table");
    const view = async () => (await ask(page, { do: "section", section: id })).body;
    await see("measure-grid-usual");
    const shows = ["outturn", "name", "target-variance", "owner", "status", "fraction", "target"];
    const changes = shows.map((each) => ({
      change: "add",
      entity: "column",
      parent: id,
      after: null,
      fields: { kind: "figure", shows: each, ...(each === "target" && { heading: "Aim" }) },
    }));
    await ask(page, { do: "edit", changes: changes.reverse() });
    await page.inside.reload();
    await openSection(page, "measure-table");
    const grid = page.get("grid", "Measures of the table");
    await grid.getByRole("columnheader", { name: "Aim", exact: true }).waitFor();
    const { shown, rows } = await view();
    assert.deepEqual(
      shown.map((column) => column.shows),
      shows,
    );
    const heads = await grid.locator(".grid-head").allTextContents();
    assert.deepEqual(
      heads,
      shown.map(({ heading }) => heading),
    );

    // A figure is typed in the first column, and what is worked out from it takes no typing.
    const at = (col) => grid.locator(`[data-at="0,${col}"]`);
    await at(0).click();
    await page.inside.keyboard.type("61.5");
    await page.press("Enter");
    await at(0).getByText("61.5").waitFor();
    const cell = (await view()).rows[0].cells[0];
    assert.equal(cell.entered, "61.5");
    assert.equal(await at(2).getAttribute("aria-readonly"), "true");
    await at(2).click();
    await page.press("Enter");
    assert.equal(await at(2).getByRole("textbox").count(), 0);

    // By keyboard: the responsible post and the measure's name.
    await page.press("ArrowLeft", "F2");
    await page.inside.keyboard.type(" again");
    await page.press("Tab", "Tab", "Enter");
    await at(3).getByRole("combobox").waitFor();
    await page.press("Escape");
    const named = async () =>
      (await view()).rows[0].measure.name === `${rows[0].measure.name} again`;
    await page.inside.waitForFunction(
      (name) => document.querySelector(".said h4")?.textContent.endsWith(name),
      `${rows[0].measure.name} again`,
    );
    assert.ok(await named());
    await see("measure-grid-chosen");
    await page.inside
      .locator(".grid-scroll")
      .first()
      .evaluate((frame) => frame.scrollTo(500, 0));
    await see("measure-grid-chosen-end");
  });
}

/** Adds a section of every new kind, with something in each, in one go. */
async function layOut(page) {
  const { reports } = await ask(page, { do: "workspace" });
  const report = reports[0].id;
  const edit = async (...changes) => (await ask(page, { do: "edit", changes })).added;
  const ready = { change: "add-ready-table", report, parent: null, after: null };
  await edit({ ...ready, name: "volatile-budgets" });
  const add = (entity, parent, fields) => ({ change: "add", entity, parent, after: null, fields });
  for (const kind of KINDS.slice(1)) {
    await edit(add("section", report, { kind, heading: HEADINGS[kind] }));
  }
  const sections = await outline(page);
  const of = (kind) => sections.find((section) => section.kind === kind).id;

  const [objective] = await edit(
    add("objective", of("action-plan"), {
      reference: "1.2",
      priority: "Housing",
      text: "Bring empty homes back into use.",
    }),
  );
  await edit(
    add("task", objective, {
      reference: "1",
      text: "Write to every owner of a home empty for six months.",
      milestone: "All owners written to",
      due: "31/3/2014",
      state: "in-progress",
      progress: "Two thirds have been written to; one in ten replied.",
    }),
  );
  await edit({ change: "add-usual", rows: "levels", parent: of("risk-register") });
  const [risk] = await edit(
    add("register_risk", of("risk-register"), {
      reference: "CS-12",
      category: "Finance",
      text: "Demand for placements outruns the budget.",
      initial_impact: "3",
      initial_likelihood: "3",
      current_impact: "3",
      current_likelihood: "2",
      target_impact: "2",
      target_likelihood: "1",
    }),
  );
  await edit(
    add("control", risk, {
      text: "Review each placement monthly.",
      state: "in-place",
      complete: "100",
    }),
  );
  const panel = await ask(page, { do: "section", section: of("summary") });
  const [table] = panel.body.tables;
  await edit(
    add("tile", panel.id, {
      label: "Revenue variance",
      line: table.lines[0].value,
      column: table.columns[0].value,
      status: "amber",
    }),
    add("tile", panel.id, { label: "Human resources", words: "Satisfactory" }),
    add("point", panel.id, { list: "issue", text: "Agency costs are above plan." }),
  );
  const corrected = await ask(page, { do: "section", section: of("restatements") });
  await edit(
    add("restatement", report, {
      measure: corrected.body.measures[0].value,
      series: "actual",
      period: corrected.body.periods[0].value,
      before: "41.5",
      reason: "Two returns came late.",
    }),
  );
  await edit({ change: "add-usual", rows: "ticks", parent: report });
  await page.inside.reload();
  await page.inside.locator("article").first().waitFor();
}

/** Makes the register and the plan long; gives the ids of the risks. */
async function lengthen(page) {
  const { reports } = await ask(page, { do: "workspace" });
  const sections = (await ask(page, { do: "report", report: reports[0].id })).outline;
  const of = (kind) => sections.find((section) => section.kind === kind).id;
  const view = (kind) => ask(page, { do: "section", section: of(kind) });
  const add = async (entity, parent, after, fields) => {
    const changes = [{ change: "add", entity, parent, after, fields }];
    return (await ask(page, { do: "edit", changes })).added[0];
  };
  const risks = (await view("risk-register")).body.risks.map(({ id }) => id);
  for (const number of [13, 14, 15, 16]) {
    const fields = { reference: `CS-${number}`, category: "Finance", text: "Grants end early." };
    risks.push(await add("register_risk", of("risk-register"), risks.at(-1), fields));
  }
  let after = (await view("action-plan")).body.objectives.at(-1).id;
  for (const number of [3, 4, 5]) {
    const fields = { reference: `1.${number}`, text: "Let empty shops to new traders." };
    after = await add("objective", of("action-plan"), after, fields);
    await add("task", after, null, { reference: "1", text: "List them.", state: "delayed" });
  }
  await page.inside.reload();
  await page.inside.locator("article").first().waitFor();
  return risks;
}

/** Waits until focus is in the part that edits a place. */
async function focusIn(page, place) {
  await page.inside.waitForFunction(
    (place) => document.activeElement?.closest("[data-place]")?.dataset.place === place,
    place,
  );
}

const HEADINGS = {
  "action-plan": "Progress on the plan",
  "risk-register": "Risks",
  summary: "Summary",
  recommendations: "Recommendations",
  implication: "Financial implications",
  "background-papers": "Background papers",
  restatements: "Figures corrected",
};

/** Opens everything that is folded away in the editor. */
async function unfold(page) {
  const closed = page.inside.locator('article .disclosure-button[aria-expanded="false"]:visible');
  for (let left = 20; left > 0 && (await closed.count()) > 0; left -= 1)
    await closed.last().click();
}

/** Shows the end of what is edited. */
async function scrollDown(page) {
  await page.inside.locator("article > :last-child").last().scrollIntoViewIfNeeded();
}
