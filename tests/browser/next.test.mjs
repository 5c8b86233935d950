// From one period to the next by keyboard: the report is started, its words are confirmed, and every
// report is searched; in both colour schemes, with what axe-core finds.
import assert from "node:assert/strict";
import { test } from "node:test";

import { until } from "../harness/wait.mjs";
import { openDesk } from "./chromium.mjs";
import { ask, openRow, openSample } from "./file.mjs";

for (const scheme of ["light", "dark"]) {
  test(`the next period, its review and a search by keyboard in ${scheme}`, async (t) => {
    const desk = await openDesk(t);
    const page = await desk.openPage({ scheme });
    const faults = [];
    const see = async (name) => {
      await page.picture(`${name}-${scheme}`);
      const found = [...(await page.violations()), ...page.complaints.splice(0)];
      faults.push(...found.map((fault) => `${name}: ${fault}`));
    };
    await openSample(page, /^Indicator report/);
    const [old] = (await ask(page, { do: "workspace" })).reports;

    // A yearly figure is not wanted in the third quarter, and is in the fourth.
    const yearly = await entryOf(page, old.id, "ni-057");
    await openRow(page, `section/${yearly.section}`);
    const line = page.inside.locator(".card-line", { hasText: yearly.reference });
    await line.getByText("Not due until Quarter 4").waitFor();
    await see("cards-not-due");
    await openRow(page, `entry/${yearly.id}`);
    await page.inside
      .getByText(/^Not due this quarter\. Next due: 2008\/09, in the report/)
      .waitFor();
    await see("card-not-due");

    await page.press("Alt+n");
    await page.get("dialog", "Start the next period").waitFor();
    await page.inside.locator(".roll-carried li").first().waitFor();
    await see("next-period");
    await page.press("Enter");
    const [started] = await until("the new report", async () => {
      const { reports } = await ask(page, { do: "workspace" });
      return reports.length === 2 && reports;
    });
    assert.equal(started.id, "2008-09-q4");

    await page.inside.locator(".outline-note").first().waitFor();
    const isUnreviewed = async () => {
      const { findings } = await ask(page, { do: "findings", report: started.id });
      return findings.filter(({ code }) => code === "commentary-unreviewed");
    };
    const [first] = await isUnreviewed();
    await walkTo(page, first.place);
    await see("not-yet-reviewed");
    await page.press("Enter");
    await until("the mark to go", async () => {
      return (await isUnreviewed()).every(({ place }) => place !== first.place);
    });

    // Changing the words takes the mark away in the same step, and one step back brings both back.
    const [second] = await isUnreviewed();
    const entry = second.entry;
    await openRow(page, `entry/${entry}`);
    const before = await ask(page, { do: "card", entry });
    const place = `entry/${entry}#commentary`;
    await page.inside.locator(`[data-place="${place}"] [contenteditable]`).focus();
    await page.press("Control+End");
    await page.inside.keyboard.type(" And so it was.");
    await page.press("Control+s");
    await until("the card to be reviewed", async () => {
      return (await ask(page, { do: "card", entry })).fields.unreviewed === "";
    });
    await page.press("Alt+1");
    await page.press("Control+z");
    await until("both to come back", async () => {
      const card = await ask(page, { do: "card", entry });
      return (
        card.fields.unreviewed === "yes" &&
        JSON.stringify(card.commentary) === JSON.stringify(before.commentary)
      );
    });

    await page.inside.waitForFunction(
      (place) => document.activeElement?.closest("[data-place]")?.dataset.place === place,
      place,
    );

    const due = await entryOf(page, started.id, "ni-057");
    await openRow(page, `section/${due.section}`);
    await line.getByText("Figure due").waitFor();
    await see("cards-due");
    await openRow(page, `entry/${due.id}`);
    await page.inside.getByText(/^Due now: 2008\/09\. Next due: 2009\/10/).waitFor();
    await see("card-due");

    await page.press("Control+f");
    await page.inside.keyboard.type("social work");
    await page.inside.locator(".search-hit").first().waitFor();
    await see("search");
    const titles = await page.inside.locator(".search-group").count();
    assert.ok(titles >= 2, "both reports have it");
    // The first of the old report comes after those of the new one.
    const ofOld = page.inside.locator(".search-group").nth(1).locator(".search-hit").first();
    for (let count = 0; (await ofOld.getAttribute("aria-selected")) !== "true"; count += 1) {
      assert.ok(count < 60, "the arrow keys lead through the list");
      await page.press("ArrowDown");
    }
    await page.press("Enter");
    await page.inside.locator(".outline-report", { hasText: old.period }).waitFor();
    await page.inside.waitForFunction(() => document.activeElement?.closest("[data-place]"));

    await page.press("Control+f");
    await page.inside.keyboard.type("zebra crossing");
    await page.inside.locator(".search-none").waitFor();
    await see("search-none");
    await page.press("Escape", "Escape");

    // A figure that the old report printed is changed: the new one asks why.
    const { measures } = await ask(page, { do: "measures" });
    const measure = measures.find(({ used, latest }) => used > 0 && latest !== "");
    const { rows, columns } = await ask(page, { do: "measure", measure: measure.id });
    const column = columns.findIndex((_, index) => /^[\d.]+$/.test(rows[0].cells[index].entered));
    await ask(page, {
      do: "edit",
      changes: [
        {
          change: "set-figure",
          measure: measure.id,
          series: "actual",
          period: columns[column].period,
          text: "1",
        },
      ],
    });
    await page.inside.reload();
    await page.get("button", "Report settings").click();
    await page.get("heading", "Restated figures").waitFor();
    await see("restated");
    await page.get("button", "Measures").click();
    const promised = await until("a measure with a promise", async () => {
      for (const { id, reference, name } of measures) {
        const { told } = await ask(page, { do: "measure-history", measure: id });
        if (told.some(({ promises }) => promises.length > 0)) return name || reference;
      }
      return undefined;
    });
    await page.inside.locator(".pick-item", { hasText: promised }).first().click();
    await page.get("heading", "From report to report").waitFor();
    await page.get("heading", "From report to report").scrollIntoViewIfNeeded();
    await page.inside.locator(".told").first().waitFor();
    await see("measure-history");
    await page.inside.locator(".promises").first().scrollIntoViewIfNeeded();
    await see("measure-promises");
    assert.deepEqual(faults, []);
  });
}

/** A measure's entry in a report, and the section it stands in. */
async function entryOf(page, report, measure) {
  const { outline } = await ask(page, { do: "report", report });
  for (const { id: section, cards } of outline) {
    const card = cards.find((each) => each.measure === measure);
    if (card) return { ...card, section };
  }
  throw new Error(`The report has no card for ${measure}.`);
}

/** Presses the key for the next finding until focus is at a place. */
async function walkTo(page, place) {
  const at = () =>
    page.inside.evaluate(
      () => document.activeElement?.closest("[data-place]")?.getAttribute("data-place") ?? "",
    );
  for (let count = 0; count < 150; count += 1) {
    const before = await at();
    if (before === place) return;
    await page.press("F8");
    await until("the next field", async () => ![before, ""].includes(await at()), {
      seconds: 2,
    }).catch(() => {});
  }
  throw new Error(`F8 does not lead to ${place}.`);
}
