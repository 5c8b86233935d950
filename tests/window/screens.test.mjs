// Every screen in its states in the real window: what axe-core finds wrong with it, what the page
// complains of, and pictures of it for people to judge.

import assert from "node:assert/strict";
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";

import { PASSPHRASE } from "../harness/approve.mjs";
import { packed, program, screens } from "../harness/outturn.mjs";
import { start } from "../harness/processes.mjs";
import { until } from "../harness/wait.mjs";
import { field, openRow, openSection, outline, pagesAreSet } from "./file.mjs";
import { look } from "./look.mjs";
import { openDesk } from "./window.mjs";

/** What the page has of the smallest screen at 200% zoom. */
const ZOOMED = { width: 640, height: 360 };

test("the start screen, its dialogs and its refusals", async (t) => {
  const desk = await openDesk(t);
  const no = join(desk.folder, "minutes.outturn");
  writeFileSync(no, "These are the minutes of a meeting.\n".repeat(40));
  const window = await desk.openWindow(no);
  const see = await look(t, window);
  await window.reads("is not an Outturn file");
  await see("start-refused-from-outside");
  await (await window.get("button", "Open a file")).click();
  await window.answerDialog(no);
  await window.find(".error-summary");
  await see("start-refused");
  await window.press("Control+n");
  await window.get("dialog", "New report file");
  await see("new-file");
  await (await window.get("textbox", "Council")).type("Westmere Borough Council");
  await (await window.get("textbox", "Directorate")).type("Children");
  await (await window.get("textbox", "Where to keep it")).clear();
  await (await window.get("textbox", "Where to keep it")).type("/nowhere/there.outturn");
  await (await window.get("button", "Make the file")).click();
  await window.find('[role="dialog"] .error-summary');
  await see("new-file-refused");
  await window.press("Escape");
  const sample = await window.find(".start-begin .start-open");
  await sample.click();
  await window.find("article");
  await (await window.get("button", "Close file")).click();
  await window.find(".start-recent .start-open");
  await see("start-recent");
  await window.resize(ZOOMED.width, ZOOMED.height);
  await see("zoomed-start");
});

test("every kind of section, the settings, measures, people, checks and the papers", async (t) => {
  const desk = await openDesk(t);
  const window = await desk.openWindow(packed(desk.folder));
  await window.find("article");
  const see = await look(t, window);
  for (const kind of [
    "cover",
    "narrative",
    "milestones",
    "measure-table",
    "statement",
    "symbol-key",
    "people-key",
  ]) {
    await openSection(window, kind);
    await pagesAreSet(window);
    await see(`section-${kind}`);
  }
  await (await window.get("button", "Report settings")).click();
  await window.get("grid", "Status rules");
  await see("settings");
  await openSection(window, "statement");
  await (await window.find('[role="tab"][data-key="checks"]')).click();
  await window.find(".checks");
  await see("checks");
  await (await window.get("button", "Measures")).click();
  await window.find(".measure-form");
  await see("measures");
  await (await window.get("button", "People")).click();
  await window.get("grid", "Posts");
  await see("people");
  await window.press("F1");
  await window.get("dialog", "Keys");
  await see("keys");
  await window.press("Escape");
  await window.press("Control+e");
  await window.find(".counts");
  await window.tick("radio", "Draft");
  await see("export-draft");
  await (await window.get("button", "Export as PDF")).click();
  await window.answerDialog(join(desk.folder, "paper.pdf"));
  await window.find(".written", { seconds: 60 });
  await see("export-written");
});

for (const [sample, kinds] of [
  ["service-overview", ["summary", "schedule", "measure-table", "risk-register"]],
  ["action-plan-progress", ["cover", "action-plan"]],
  ["decision-report", ["recommendations", "implication", "background-papers"]],
]) {
  test(`what ${sample} is made of`, async (t) => {
    const desk = await openDesk(t);
    const window = await desk.openWindow(packed(desk.folder, sample));
    await window.find("article");
    const see = await look(t, window);
    for (const kind of kinds) {
      await openSection(window, kind);
      await pagesAreSet(window);
      await see(`${sample}-${kind}`);
    }
  });
}

test("the next period and a search", async (t) => {
  const desk = await openDesk(t);
  const window = await desk.openWindow(packed(desk.folder, "indicator-report"));
  await window.find("article");
  const see = await look(t, window);
  await window.press("Alt+n");
  await window.get("dialog", "Start the next period");
  await window.find(".roll-carried li");
  await see("next-period");
  await window.press("Enter");
  await window.find(".outline-note");
  await see("next-period-begun");
  await window.press("Control+f");
  await window.type("social work");
  await window.find(".search-hit");
  await see("search");
});

test("headlines, cards, a card and everything that opens over it", async (t) => {
  const desk = await openDesk(t);
  const window = await desk.openWindow(packed(desk.folder, "indicator-report"));
  await window.find("article");
  const see = await look(t, window);
  await openSection(window, "headlines");
  await pagesAreSet(window);
  await see("section-headlines");
  const { cards } = await openSection(window, "cards");
  await see("section-cards");
  await (await window.get("button", "Add card")).click();
  await window.get("dialog", "Choose a measure");
  await see("measure-choice");
  await (await window.find('[role="dialog"] [role="tab"][data-key="new"]')).click();
  await window.get("button", "Add it");
  await see("measure-choice-new");
  await window.press("Escape");
  const [card] = cards;
  await openRow(window, `entry/${card.id}`);
  await pagesAreSet(window);
  await see("card");
  await (await window.get("button", "Judge it, or choose its rule")).click();
  await see("card-judged");
  const status = await window.find(`[data-place="entry/${card.id}#status"] button`);
  await status.click();
  await window.find("[role=listbox]");
  await see("card-list");
  await window.press("Escape");
  const commentary = await field(window, `entry/${card.id}#commentary`);
  await commentary.click();
  await window.press("Control+a");
  await (await window.get("button", "Link")).click();
  await window.find("[role=dialog]");
  await see("link");
  await window.press("Escape");
  await (await window.find('[aria-labelledby="card-plan"] [data-place$="#plan_in_place"]')).click();
  await see("card-actions");
});

test("what blocks a final paper, and a field that was refused", async (t) => {
  const desk = await openDesk(t);
  const window = await desk.openWindow(packed(desk.folder, "indicator-report"));
  await window.find("article");
  const see = await look(t, window);
  const { id: report } = (await window.ask({ do: "workspace" })).reports[0];
  await openSection(window, "cover");
  const meeting = await field(window, `report/${report}#meeting`);
  await meeting.click();
  await window.press("Control+a");
  await window.type("31 June 2009");
  await window.press("Enter");
  await window.find(".field-error");
  await see("field-refused");
  await window.press("Escape", "Control+a", "Delete", "Enter");
  await until("the meeting to be gone", async () => {
    const { blocking } = await window.ask({ do: "findings", report });
    return blocking > 0;
  });
  await window.press("Control+e");
  await window.find(".counts");
  await window.tick("radio", "Final paper");
  await window.find(".error-summary");
  await see("export-blocked");
});

test("a file that another person has open: refused, and opened to read only", async (t) => {
  const desk = await openDesk(t);
  const file = packed(desk.folder, "indicator-report");
  await holdOpen(t, file, desk.folder);
  const window = await desk.openWindow(file);
  const see = await look(t, window);
  await window.reads("is open for Performance Team on");
  await see("locked");
  await (await window.get("button", "Open it to read only")).click();
  await window.find(".notice-care");
  await pagesAreSet(window);
  await see("read-only");
  const { cards } = (await outline(window)).find((item) => item.cards.length > 0);
  await openRow(window, `entry/${cards[0].id}`);
  await see("read-only-card");
});

test("what waits, what was said, signatures, copies, history and a file that is closed", async (t) => {
  const desk = await openDesk(t);
  const file = packed(desk.folder);
  const window = await desk.openWindow(file);
  await window.find("article");
  const see = await look(t, window);
  await window.press("Alt+w");
  await window.reads("Say who you are to see what waits for you.");
  await see("work-nobody");
  const { id } = (await outline(window)).find(({ kind }) => kind === "narrative");
  const { people } = await window.ask({ do: "people" });
  const lead = people.find(({ fields }) => fields.post.startsWith("Strategic Director"));
  for (const request of [
    { do: "i-am", person: lead.id },
    { do: "make-key", passphrase: PASSPHRASE, instead: false },
    { do: "comment", section: id, about: null, answers: null, text: "How many of them?" },
    { do: "take", step: "submit", sections: [id], words: "" },
  ]) {
    await window.ask(request);
  }
  await reload(window);
  await window.press("Alt+w");
  await window.find(".work-item");
  await see("work");
  await (await window.get("button", "Report")).click();
  await openRow(window, `section/${id}`);
  await window.find(".standing");
  await (await window.find('[role="tab"][data-key="comments"]')).click();
  await window.find(".comment");
  await see("section-submitted");
  await window.ask({ do: "take", step: "sign-off", sections: [id], words: "" });
  const place = `section/${id}#heading`;
  const change = { change: "set", place, text: "What is new in the quarter" };
  await window.ask({ do: "edit", changes: [change], agreed: true });
  await reload(window);
  await openRow(window, `section/${id}`);
  await (await window.get("button", "Show what has changed")).click();
  await window.find(".since ins");
  await see("since");
  await window.press("Escape");

  await window.press("Alt+h");
  await window.find(".history-one ins");
  await see("history");
  await (await window.get("tab", "Compare")).click();
  await window.find(".redline-group");
  await see("history-compare");
  await (await window.get("tab", "What is kept")).click();
  await window.reads("The file keeps");
  await see("history-kept");

  await window.press("Alt+c");
  await (await window.get("button", "Set a passphrase…")).click();
  await window.get("dialog", "Set a passphrase");
  await see("passphrase");
  await window.type(PASSPHRASE);
  await window.press("Tab");
  await window.type(PASSPHRASE);
  await window.press("Enter");
  await window.reads("Only those who know its passphrase");
  await see("copies-closed");
  await (await window.get("button", "Close file")).click();
  await (await window.find(".start-recent .start-open")).click();
  await window.find("[role=dialog] input");
  await see("passphrase-asked");
  await window.type(PASSPHRASE);
  await window.press("Enter");
  await window.find("article");
});

test("at 200% zoom", async (t) => {
  const desk = await openDesk(t);
  const window = await desk.openWindow(packed(desk.folder, "indicator-report"));
  await window.find("article");
  await window.resize(ZOOMED.width, ZOOMED.height);
  const see = await look(t, window);
  const { cards } = (await outline(window)).find((item) => item.cards.length > 0);
  const show = async (pane) => (await window.get("tab", pane)).click();
  await show("Outline");
  await see("zoomed-outline");
  await openRow(window, `entry/${cards[0].id}`);
  await see("zoomed-card");
  await show("Preview and checks");
  await pagesAreSet(window);
  await see("zoomed-side");
  await window.press("Control+e");
  await window.find(".counts");
  await see("zoomed-export");
  await (await window.get("button", "Measures")).click();
  await window.find(".measure-form");
  await see("zoomed-measures");
  await (await window.get("button", "People")).click();
  await window.get("grid", "Posts");
  await see("zoomed-people");
});

test("a system that is set to dark has a dark window", async (t) => {
  const desk = await openDesk(t, { env: { GTK_THEME: "Adwaita:dark" } });
  const window = await desk.openWindow();
  await window.get("button", "New report file");
  await window.picture("system-dark");
  const [isDark, paper] = await window.run(() => [
    matchMedia("(prefers-color-scheme: dark)").matches,
    getComputedStyle(document.body).backgroundColor,
  ]);
  assert.ok(isDark);
  assert.match(paper, /^rgb\((\d|[1-3]\d), /);
});

/** Shows the page anew, after something was done past it. */
async function reload(window) {
  await window.run(() => {
    window.isOld = true;
    location.reload();
  });
  await until("the page to be another", () => window.run(() => !window.isOld));
  await window.find("article");
}

/** Has another program of another person hold a file open until the test ends. */
async function holdOpen(t, file, folder) {
  const options = ["--port", "0", "--ui", screens(), "--folder", folder];
  const host = await start(program("outturn-devhost"), options, {
    env: { USER: "Performance Team" },
  });
  t.after(() => host.stop());
  const [url] = await host.prints(/^http:\/\/127\.0\.0\.1:\d+/m);
  const answer = await fetch(`${url}/api/call`, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify({ do: "open", path: file, readOnly: false }),
  });
  assert.equal(answer.status, 200);
}
