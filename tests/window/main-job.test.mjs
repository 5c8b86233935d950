// The main job in the real window: from no file to the paper that goes to committee, and all of it
// still there after the program was killed.

import assert from "node:assert/strict";
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";

import { approve } from "../harness/approve.mjs";
import { until } from "../harness/wait.mjs";
import { field, openRow, openSection, outline, sectionOf, stored, write } from "./file.mjs";
import { textOf } from "./paper.mjs";
import { steps } from "./steps.mjs";
import { openDesk } from "./window.mjs";

/** What three years and a quarter brought, and what was aimed for, as a spreadsheet copies it. */
const BLOCK = [
  ["61.3", "64.8", "68.2", "70.4", ""],
  ["60", "65", "70", "71", "72.5"],
];
const FIGURES = ["61.3", "64.8", "68.2", "71.6", "72.5"];
const COMMENTARY = "Two vacant posts were filled in June, and the backlog is gone.";
const ACTION = "Recruit two more social workers";
const TIMESCALE = "By the end of September";
const REASON = "Both began work on 1 September";
const NEXT_ACTION = "Review the rota with the teams";
const RISK = "Agency cover ends in December";
const HEADLINE = "Assessments are on time again";

test("a report from no file to the final paper, killed, and whole when it is opened again", async (t) => {
  const desk = await openDesk(t);
  const file = join(desk.folder, "children.outturn");
  const window = await desk.openWindow();
  const step = steps(t, () => window.picture("main-job-failed"));
  let report;
  let entry;
  const card = () => window.ask({ do: "card", entry });
  const findings = () => window.ask({ do: "findings", report });

  await step("a new file from a template, where the system's dialog says", async () => {
    await (await window.get("button", "New report file")).click();
    await window.tick("radio", "Quarterly indicator report");
    await (await window.get("textbox", "Council")).type("Westmere Borough Council");
    await (await window.get("textbox", "Directorate")).type("Children and Learning");
    await (await window.get("button", "Other place")).click();
    await window.answerDialog(file);
    const path = await window.get("textbox", "Where to keep it");
    await until("the path that was chosen", async () => (await path.property("value")) === file);
    await (await window.get("button", "Make the file")).click();
    await window.find("article");
    assert.ok(existsSync(file));
    const workspace = await window.ask({ do: "workspace" });
    assert.equal(workspace.directorate.name, "Children and Learning");
    assert.equal(await window.title(), "children – Outturn");
    report = workspace.reports[0].id;
  });

  await step("a measure and its card", async () => {
    await openSection(window, "cards");
    await (await window.get("button", "Add card")).click();
    await (await window.get("textbox", "Reference")).type("NI 59");
    await (await window.get("textbox", "Name")).type("Assessments carried out on time");
    await window.choose("Which way is good", "Higher is better");
    await window.choose("Unit", "Per cent");
    await (await window.get("button", "Add it")).click();
    await window.find('[aria-labelledby="card-figures"]');
    const [head] = (await sectionOf(window, "cards")).cards;
    assert.equal(head.reference, "NI 59");
    entry = head.id;
  });

  await step("figures, pasted as a block and typed", async () => {
    await (await window.find('[data-at="0,1"]')).click();
    await window.paste(BLOCK.map((row) => row.join("\t")).join("\n"));
    await stored(window, "the block", { do: "card", entry }, ({ rows }) => {
      const entered = rows.slice(0, 2).map((row) => row.cells.map((cell) => cell.entered));
      return BLOCK.every((row, at) => row.every((text, column) => entered[at][column] === text));
    });
    const now = (await card()).columns.findIndex(({ period }) => period === report);
    await (await window.find(`[data-at="0,${now + 1}"]`)).click();
    await window.type("71.6");
    await window.press("Enter");
    await stored(window, "the figure that was typed", { do: "card", entry }, ({ rows }) => {
      return rows[0].cells[now].entered === "71.6";
    });
    await window.find(".chart svg");
    assert.equal((await card()).status.value, "amber");
    await window.reads("71.6");
  });

  await step("commentary, actions and a risk", async () => {
    await write(window, `entry/${entry}#commentary`, COMMENTARY);
    await (await window.get("button", "Add action for this period")).click();
    const action = await rowAdded(window, entry, "actions");
    await write(window, `action/${action}#text`, ACTION);
    await write(window, `action/${action}#timescale`, TIMESCALE);
    await window.choose("Outcome", "Achieved");
    await write(window, `action/${action}#outcome_reason`, REASON);
    await (await window.get("button", "Add action for the next period")).click();
    const next = await rowAdded(window, entry, "nextActions");
    await write(window, `action/${next}#text`, NEXT_ACTION);
    await write(window, `action/${next}#timescale`, "March");
    await (await window.get("button", "Add risk")).click();
    const risk = await rowAdded(window, entry, "risks");
    await write(window, `risk/${risk}#text`, RISK);
    await window.press("Control+s");
    await window.reads("Everything is already saved.");
    const { fields } = (await card()).actions[0];
    assert.deepEqual(
      [fields.text, fields.timescale, fields.outcome, fields.outcome_reason],
      [ACTION, TIMESCALE, "achieved", REASON],
    );
    assert.equal((await card()).risks[0].fields.text, RISK);
    await window.picture("main-job-card");
  });

  await step(
    "a finding is seen in the checks, leads to its field, and is mended there",
    async () => {
      const asked = "It does not say whether a detailed action plan is in place.";
      await (await window.find('[role="tab"][data-key="checks"]')).click();
      await window.reads(asked);
      const place = `entry/${entry}#plan_in_place`;
      await until("F8 to lead to the field", async () => {
        await window.press("F8");
        return window.run(
          (place) => document.activeElement.closest("[data-place]")?.dataset.place === place,
          place,
        );
      });
      await window.press("Space");
      await stored(window, "the answer", { do: "card", entry }, ({ fields, findings }) => {
        return (
          fields.plan_in_place === "yes" && findings.every((finding) => finding.place !== place)
        );
      });
      await until("the finding to go", () =>
        window.run((words) => !document.body.innerText.includes(words), asked),
      );
      await window.picture("main-job-checks");
    },
  );

  await step("a draft of the paper, with what is missing", async () => {
    assert.ok((await findings()).blocking > 0);
    const paper = join(desk.folder, "draft.pdf");
    await (await window.get("button", "Check and export")).click();
    await (await window.get("button", "Export as PDF")).click();
    await window.answerDialog(paper);
    await window.find(".written", { seconds: 60 });
    const text = textOf(paper);
    for (const words of [...FIGURES, COMMENTARY, ACTION, RISK, "DRAFT"]) has(text, words);
    has(text, "The report does not say which committee receives it.");
  });

  await step("what blocks a final paper is mended, and the final paper is exported", async () => {
    await window.tick("radio", "Final paper");
    await window.find(".error-summary");
    assert.equal(await (await window.get("button", "Export as PDF")).isEnabled(), false);
    const first = await window.find(".error-summary button");
    assert.match(await first.text(), /which committee receives it/);
    await first.click();
    const committee = await field(window, `report/${report}#committee`);
    await until("the field to have the focus", () =>
      window.run((element) => element === document.activeElement, committee),
    );
    await window.type("Children's Scrutiny Committee");
    await write(window, `report/${report}#meeting`, "14 November 2026");
    await openSection(window, "headlines");
    await (await window.get("button", "Add headline")).click();
    await until("the new headline to have the focus", () =>
      window.run(() => document.activeElement.closest('[data-place^="headline/"]') !== null),
    );
    await window.type(HEADLINE);
    await window.press("Enter");
    await stored(window, "nothing in the way", { do: "findings", report }, (all) => {
      return all.blocking === 0;
    });
    const paper = join(desk.folder, "paper.pdf");
    await approve((request) => window.ask(request), report);
    await window.press("Control+e");
    await window.tick("radio", "Final paper");
    await (await window.get("button", "Export as PDF")).click();
    await window.answerDialog(paper);
    await window.find(".written", { seconds: 60 });
    await window.picture("main-job-written");
    const text = textOf(paper);
    for (const words of [...FIGURES, COMMENTARY, ACTION, TIMESCALE, NEXT_ACTION, RISK, HEADLINE]) {
      has(text, words);
    }
    has(text, "14 November 2026");
    assert.doesNotMatch(text, /DRAFT/);
    assert.equal(readFileSync(paper).subarray(0, 5).toString(), "%PDF-");
  });

  await step(
    "the program is killed, and everything is there when the file is opened again",
    async () => {
      const requests = [
        { do: "report", report },
        { do: "card", entry },
        { do: "findings", report },
        { do: "people" },
      ];
      const before = await Promise.all(requests.map((request) => window.ask(request)));
      await window.kill();

      const again = await desk.openWindow(file);
      await again.find("article");
      const after = await Promise.all(requests.map((request) => again.ask(request)));
      assert.deepEqual(after, before);
      await openRow(again, `entry/${entry}`);
      for (const words of [...FIGURES, COMMENTARY]) await again.reads(words);
      const [action] = (await again.ask({ do: "card", entry })).actions;
      const text = await field(again, `action/${action.id}#text`);
      assert.equal(await text.property("value"), ACTION);
      assert.equal((await outline(again)).length, before[0].outline.length);
      await again.picture("main-job-again");
    },
  );
});

/** Waits for the last row of a list on a card, and returns its id. */
async function rowAdded(window, entry, list) {
  const { [list]: rows } = await stored(
    window,
    `a row of ${list}`,
    { do: "card", entry },
    (card) => {
      return card[list].length > 0;
    },
  );
  return rows.at(-1).id;
}

function has(text, words) {
  assert.ok(text.includes(words), `The paper does not say “${words}”: ${text}`);
}
