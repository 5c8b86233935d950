// The main job by keyboard alone in the real window: from no file to the final paper.

import assert from "node:assert/strict";
import { join } from "node:path";
import { test } from "node:test";

import { approve } from "../harness/approve.mjs";
import { until } from "../harness/wait.mjs";
import { sectionOf, stored } from "./file.mjs";
import { hands } from "./hands.mjs";
import { textOf } from "./paper.mjs";
import { steps } from "./steps.mjs";
import { openDesk } from "./window.mjs";

const BLOCK = "61.3\t64.8\t68.2\t70.4\n60\t65\t70\t71";
const COMMENTARY = "Two posts were filled.";
const ACTION = "Recruit two more";
const RISK = "Agency cover ends";
const HEADLINE = "On time again";

test("a new file, a card, its figures and words, what blocks mended, the papers: no click", async (t) => {
  const desk = await openDesk(t);
  const file = join(desk.folder, "by keyboard.outturn");
  const window = await desk.openWindow();
  const hand = hands(window);
  const step = steps(t, () => window.picture("keyboard-failed"));
  let report;
  let entry;
  const card = (what, isThere) => stored(window, what, { do: "card", entry }, isThere);

  await step("a new file from a template", async () => {
    await hand.at("New report file");
    await window.press("Enter");
    await hand.at("Council");
    await window.press("Shift+Tab", "Shift+Tab");
    await hand.to("Quarterly indicator report", "ArrowDown");
    await window.press("Tab", "Tab");
    await window.type("Westmere Borough Council");
    await window.press("Tab");
    await window.type("Children");
    await hand.to("Other place");
    await window.press("Enter");
    await window.answerDialog(file);
    await hand.to("Make the file");
    await window.press("Enter");
    await window.find("article");
    const workspace = await window.ask({ do: "workspace" });
    assert.equal(workspace.path, file);
    assert.equal(workspace.directorate.name, "Children");
    report = workspace.reports[0].id;
  });

  await step("a measure and its card", async () => {
    const section = await sectionOf(window, "cards");
    await window.press("Alt+1");
    await hand.toPlace(`section/${section.id}`, "ArrowDown");
    await window.press("Enter");
    await window.find(`[data-place="section/${section.id}#heading"]`);
    await window.press("Alt+2");
    await hand.to("Add card");
    await window.press("Enter");
    await hand.to("Reference");
    await window.type("NI 59");
    await window.press("Tab");
    await window.type("Assessments on time");
    await hand.to("Which way is good");
    await hand.choose("Higher is better");
    await hand.to("Add it");
    await window.press("Enter");
    await window.find('[aria-labelledby="card-figures"]');
    entry = (await sectionOf(window, "cards")).cards[0].id;
  });

  await step("figures, pasted as a block and typed", async () => {
    await window.press("F8");
    await hand.atPlace("value/");
    await window.press("Control+Home", "ArrowRight");
    await window.paste(BLOCK);
    await card("the block", ({ rows }) => rows[1].cells[3].entered === "71");
    await window.press("ArrowRight", "ArrowRight", "ArrowRight", "ArrowRight");
    await window.type("71.6");
    await window.press("Enter");
    await window.type("72.5");
    await window.press("Enter");
    const { rows, status } = await card("the figures", ({ rows }) => {
      return rows[1].cells[4].entered === "72.5";
    });
    assert.equal(rows[0].cells[4].entered, "71.6");
    assert.equal(status.value, "amber");
  });

  await step("F8 to what is missing: commentary, plan, actions, risks", async () => {
    await hand.toPlace(`entry/${entry}#commentary`, "F8");
    await window.type(COMMENTARY);
    await hand.toPlace(`entry/${entry}#plan_in_place`, "F8");
    await window.press("Space");
    await hand.toPlace(`entry/${entry}#no_actions`, "F8");
    await hand.to("Add action for this period");
    await window.press("Enter");
    await hand.atPlace("action/");
    await window.type(ACTION);
    await window.press("Tab");
    await window.type("By October");
    await hand.to("Outcome");
    await hand.choose("Achieved");
    await hand.toPlace(`entry/${entry}#no_next_actions`, "F8");
    await window.press("Space");
    await hand.toPlace(`entry/${entry}#no_risks`, "F8");
    await hand.to("Add risk");
    await window.press("Enter");
    await hand.atPlace("risk/");
    await window.type(RISK);
    await window.press("Control+s");
    await window.reads("Everything is already saved.");
    const { commentary, fields, actions, risks } = await window.ask({ do: "card", entry });
    assert.deepEqual(wordsOf(commentary), [COMMENTARY]);
    assert.equal(fields.plan_in_place, "yes");
    assert.equal(fields.no_next_actions, "yes");
    assert.deepEqual(
      [actions[0].fields.text, actions[0].fields.timescale, actions[0].fields.outcome],
      [ACTION, "By October", "achieved"],
    );
    assert.equal(risks[0].fields.text, RISK);
  });

  await step("one step back, and forward again", async () => {
    await window.press("Alt+1", "Control+z");
    await card("the risk's words to go", ({ risks }) => !risks[0].fields.text);
    await window.press("Alt+1", "Control+Shift+z");
    await card("the risk's words to come back", ({ risks }) => risks[0].fields.text === RISK);
  });

  await step("a draft of the paper", async () => {
    const paper = join(desk.folder, "draft.pdf");
    await window.press("Control+e");
    await hand.to("Export as PDF");
    await window.press("Enter");
    await window.answerDialog(paper);
    await window.find(".written", { seconds: 60 });
    assert.match(textOf(paper), /DRAFT/);
  });

  await step("the checks, and Enter to the field", async () => {
    await hand.to("Report", "Shift+Tab");
    await window.press("Enter");
    await window.find("[data-pane=side]");
    await window.press("Alt+3");
    await hand.to("Preview");
    await window.press("ArrowRight");
    await window.find(".checks");
    await until("the focus in the list of findings", async () => {
      await window.press("Tab");
      return window.run(() => document.activeElement.closest(".findings") !== null);
    });
    await window.press("Enter");
    await hand.atPlace(`report/${report}#committee`);
    await window.type("Scrutiny Committee");
    await hand.toPlace(`report/${report}#meeting`, "Tab");
    await window.type("14/11/2026");
    const headlines = await sectionOf(window, "headlines");
    await hand.toPlace(`section/${headlines.id}`, "F8");
    await hand.to("Add headline");
    await window.press("Enter");
    await hand.atPlace("headline/");
    await window.type(HEADLINE);
    await window.press("Enter");
    await stored(window, "nothing in the way", { do: "findings", report }, (all) => {
      return all.blocking === 0;
    });
  });

  await step("the final paper", async () => {
    const paper = join(desk.folder, "paper.pdf");
    await approve((request) => window.ask(request), report);
    await window.press("Control+e");
    // The checks follow an edit once changes rest.
    await until("the screen to say that nothing is in the way", () =>
      window.run(() => document.querySelector(".counts")?.textContent.trim().startsWith("0")),
    );
    // What was agreed to decides which paper is offered first.
    await until("the final paper to be chosen", () =>
      window.run(() => document.querySelector("input[type=radio]")?.checked),
    );
    await hand.to("Export as PDF");
    await window.press("Enter");
    await window.answerDialog(paper);
    await window.find(".written", { seconds: 60 });
    const text = textOf(paper);
    for (const words of ["71.6", "72.5", COMMENTARY, ACTION, RISK, HEADLINE, "14 November 2026"]) {
      assert.ok(text.includes(words), `The paper does not say “${words}”: ${text}`);
    }
    assert.doesNotMatch(text, /DRAFT/);
  });
});

/** The words of a narrative of plain paragraphs. */
function wordsOf(blocks) {
  return blocks.map(({ inlines }) => inlines.map(({ text }) => text).join(""));
}
