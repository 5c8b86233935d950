// Focus is always somewhere: after what had it went away, the next key goes on from there. And what
// was done is said in words that name it.
import assert from "node:assert/strict";
import { join } from "node:path";
import { test } from "node:test";

import { until } from "../harness/wait.mjs";
import { openDesk } from "./chromium.mjs";
import { ask, openRow, openSample, outline } from "./file.mjs";
import { look } from "./look.mjs";

test("a new file needs a council, a directorate and a name of its own", async (t) => {
  const desk = await openDesk(t);
  const page = await desk.openPage();
  await page.get("button", "Open a file").click();
  await page.get("textbox", "Path").fill("/nowhere/there.outturn");
  await page.press("Enter");
  await page.inside.getByRole("alert").waitFor();
  await page.press("Control+n");
  await page.get("dialog", "New report file").waitFor();
  assert.equal(await page.inside.getByRole("alert").count(), 0, "what was refused before is past");

  await page.get("button", "Make the file").click();
  await page.inside.getByRole("alert").waitFor();
  await page.get("button", "Enter the directorate.").click();
  await focusOn(page, '[data-place="new-file/directorate"] input');
  await page.inside.keyboard.type("Children");
  await page.get("textbox", "Council").fill("Westmere Borough Council");
  await page.press("Enter");
  await page.inside.locator("article").first().waitFor();
  const { directorate } = await ask(page, { do: "workspace" });
  const { council, name } = directorate;
  assert.deepEqual([council, name], ["Westmere Borough Council", "Children"]);

  await page.get("button", "Close file").click();
  await page.get("button", "New report file").click();
  await page.get("textbox", "Council").fill("Westmere Borough Council");
  await page.get("textbox", "Directorate").fill("Children");
  await page.get("button", "Make the file").click();
  await focusOn(page, '[data-place="new-file/path"] input');
  assert.match(await page.inside.locator(".field-error").innerText(), /already a file/);
});

test("the council can be changed in the settings", async (t) => {
  const page = await (await openDesk(t)).openPage();
  await openSample(page, /^Indicator report/);
  await page.get("button", "Report settings").click();
  await page.get("textbox", "Council").fill("Larkfield City Council");
  await page.press("Tab");
  await until("the council to be stored", async () => {
    const { directorate } = await ask(page, { do: "workspace" });
    return directorate.council === "Larkfield City Council";
  });
});

test("a logo is chosen, shown, taken off by keyboard; what is no picture is refused", async (t) => {
  const { page, see } = await look(t, { scheme: "dark" });
  await openSample(page, /^Indicator report/);
  await page.get("button", "Report settings").click();
  const logo = page.inside.getByRole("group", { name: "Council’s logo" });
  const choose = async (name, mimeType, text) => {
    const chooser = page.inside.waitForEvent("filechooser");
    await logo.getByRole("button", { name: /^Choose/ }).click();
    await (await chooser).setFiles({ name, mimeType, buffer: Buffer.from(text) });
  };
  const stored = async () => (await ask(page, { do: "workspace" })).directorate.logo ?? "";

  await choose("letter.png", "image/png", "Dear Sir or Madam");
  await logo.getByText("cannot be read as a picture").waitFor();
  await see("logo-refused");
  assert.equal(await stored(), "");

  const shape = '<path d="M0 0h40v20H0z" fill="#7a1f4b"/>';
  const drawing = `<svg xmlns="http://www.w3.org/2000/svg" width="40" height="20">${shape}</svg>`;
  await choose("logo.svg", "image/svg+xml", drawing);
  await logo.getByRole("img", { name: "Council’s logo" }).waitFor();
  await until("the logo to be stored", async () => (await stored()).startsWith("iVBORw0KGgo"));
  await see("logo");

  await logo.getByRole("button", { name: "Take it off" }).focus();
  await page.press("Enter");
  await focusOn(page, '[data-place="directorate/directorate#logo"]');
  await until("the logo to be gone", async () => (await stored()) === "");
});

test("rows of a card: removed, brought back, added and taken back", async (t) => {
  const page = await (await openDesk(t)).openPage();
  await openSample(page, /^Indicator report/);
  const card = await cardWith(page, ({ risks }) => risks.length === 1);
  await openRow(page, `entry/${card.id}`);
  const [{ id }] = card.risks;
  const risks = page.inside.locator('[aria-labelledby="card-risks"]');

  await removeFrom(page, risks);
  await focusOn(page, "button", "Add risk");
  await page.press("Control+z");
  await focusOn(page, `[data-place="risk/${id}#text"] textarea`);
  await says(page, "Undone: ");
  await page.press("Alt+1", "Control+Shift+Z");
  await says(page, "Redone: ");

  await page.press("Alt+2");
  await page.get("button", "Add risk").focus();
  await page.press("Enter");
  await focusOn(page, '[data-place^="risk/"] textarea');
  await page.press("Control+z");
  await risks.locator("textarea").waitFor({ state: "detached" });
  await isSomewhere(page);
});

test("a measure put into a table has focus in its row", async (t) => {
  const page = await (await openDesk(t)).openPage();
  await openSample(page, /^Indicator report/);
  await addSection(page, "Measure table");
  await page.press("Alt+1");
  await focusOn(page, '[role="row"][aria-selected="true"]');
  for (const count of [1, 2]) {
    await page.get("button", "Add measure").focus();
    await page.press("Enter");
    await page.get("dialog", "Choose a measure").waitFor();
    await page.press("ArrowDown", "Enter");
    await page.inside.locator(`[role="grid"] tbody tr:nth-child(${count})`).waitFor();
    await focusOn(page, `[role="grid"] tbody tr:nth-child(${count}) [data-place$="#measure"]`);
  }
});

test("a section goes with what is in it, says so, and comes back", async (t) => {
  const page = await (await openDesk(t)).openPage();
  await openSample(page, /^Indicator report/);
  const sections = await outline(page);
  const parent = sections.find(({ id }) => sections.some((each) => each.parent === id));
  const before = sections[sections.indexOf(parent) - 1];
  await openRow(page, `section/${parent.id}`);
  await page.press("Alt+1", "Delete");
  const inside = sections.filter((each) => each.parent === parent.id).length;
  await says(page, `“${parent.heading}” and the ${inside} sections in it are removed.`);
  await focusOn(page, `[data-key="section/${before.id}"]`);
  await page.inside.locator(".status").getByRole("button", { name: "Undo" }).click();
  await says(page, "Undone: ");
  await focusOn(page, `[data-place="section/${parent.id}#heading"] input`);
  assert.equal((await outline(page)).length, sections.length);
});

test("an empty section shows its table first, and F8 opens what it leads to", async (t) => {
  const page = await (await openDesk(t)).openPage();
  await openSample(page, /^Indicator report/);
  await addSection(page, "Milestones");
  const before = page.get("button", "Text before none yet");
  assert.equal(await before.getAttribute("aria-expanded"), "false");
  // The checks follow an edit once changes rest.
  await page.inside.locator('[role="tab"][data-key="checks"]').click();
  await page.inside.locator(".checks", { hasText: "There is no heading." }).waitFor();
  await page.press("F8");
  await says(page, "Section 1: There is no heading.");
  await page.press("F8");
  await says(page, "Section 1: There is nothing in it.");
  await focusOn(page, '[data-place$="#text"] [contenteditable]');
  await page.get("button", "People").click();
  await page.get("grid", "Posts").waitFor();
  await says(page, "");
});

test("the button that exports keeps focus, whatever comes of it", async (t) => {
  const desk = await openDesk(t);
  const page = await desk.openPage();
  await openSample(page, /^Directorate overview/);
  await page.press("Control+e");
  await page.inside.getByText("Draft", { exact: true }).click();
  const exportTo = async (name) => {
    await page.get("button", "Export as PDF").focus();
    await page.press("Enter");
    await page.get("textbox", "Path").fill(join(desk.folder, name));
    await page.press("Enter");
  };
  const onButton = () => focusOn(page, "button", "Export as PDF");

  await holdUntilCancelled(page, "export");
  await exportTo("cancelled.pdf");
  await page.inside.locator(".progress").getByRole("button", { name: "Cancel" }).click();
  await page.inside.locator(".cancelled").waitFor({ timeout: 120_000 });
  await onButton();
  assert.equal(await page.inside.getByRole("alert").count(), 0, "nothing went wrong");
  await page.inside.unroute(CALLS);

  await exportTo("paper.pdf");
  await page.inside.locator(".written").waitFor({ timeout: 120_000 });
  await onButton();
  await exportTo("paper.pdf");
  await page.inside.getByRole("alertdialog").waitFor();
  await page.press("Escape");
  await onButton();
});

test("a whole screen scrolls in one place", async (t) => {
  const page = await (await openDesk(t)).openPage();
  await openSample(page, /^Directorate overview/);
  for (const name of ["People", "Check and export"]) {
    await page.get("button", name).click();
    await page.get("heading", name).waitFor();
    await until("the screen to be longer than the window", async () => {
      return (await scrollers(page)).length > 0;
    });
    assert.deepEqual(await scrollers(page), ["whole"]);
  }
});

test("a file named from outside opens without the start screen before it", async (t) => {
  const page = await (await openDesk(t)).openPage();
  await openSample(page, /^Indicator report/);
  const { path } = await ask(page, { do: "workspace" });
  await ask(page, { do: "close" });
  await page.inside.addInitScript(() => {
    window.hasBegun = false;
    new MutationObserver(() => {
      window.hasBegun ||= document.querySelector(".start") !== null;
    }).observe(document, { childList: true, subtree: true });
  });
  await page.inside.goto(new URL(`/?open=${encodeURIComponent(path)}`, page.inside.url()).href);
  await page.inside.locator("article").first().waitFor();
  assert.equal(await page.inside.evaluate(() => window.hasBegun), false);
});

/** Where the screens ask the program. */
const CALLS = "**/api/call";

/** Holds one kind of request until it is cancelled, which a short one may be too quick for. */
function holdUntilCancelled(page, kind) {
  const asks = (request, what) => request.postDataJSON()?.do === what;
  return page.inside.route(CALLS, async (route) => {
    if (!asks(route.request(), kind)) return route.fallback();
    await page.inside.waitForRequest((request) => asks(request, "cancel"));
    const refusal = { code: "paper-cancelled", sentence: "Cancelled.", place: null };
    return route.fulfill({ status: 422, json: { ...refusal, readOnlyPossible: false } });
  });
}

/** The first card of the report that is so. */
async function cardWith(page, isSo) {
  for (const { cards } of await outline(page)) {
    for (const { id } of cards) {
      const card = await ask(page, { do: "card", entry: id });
      if (isSo(card)) return card;
    }
  }
  throw new Error("The report has no such card.");
}

/** Adds a section at the place that the outline has chosen. */
async function addSection(page, kind) {
  await page.get("button", "Add section").click();
  await page.get("menuitem", kind).click();
  await focusOn(page, '[data-place$="#heading"] input');
}

/** Removes the first row of a list by its menu, with the keyboard. */
async function removeFrom(page, list) {
  await list
    .getByRole("button", { name: /^Options for/ })
    .first()
    .focus();
  await page.press("Enter");
  await page.get("menuitem", "Remove").focus();
  await page.press("Enter");
}

/** Waits until focus is on what answers to a selector, and is called so. */
function focusOn(page, selector, name = "") {
  return until(`focus on ${selector} ${name}`, async () => {
    const instead = await page.inside.evaluate(
      ([selector, name]) => {
        const { activeElement } = document;
        const isIt =
          activeElement.matches(selector) &&
          (name === "" || activeElement.textContent.trim() === name);
        return isIt ? null : activeElement.outerHTML.slice(0, 300);
      },
      [selector, name],
    );
    assert.equal(instead, null);
    return true;
  });
}

/** Waits until focus is on the screen. */
function isSomewhere(page) {
  return until("focus to be somewhere", () =>
    page.inside.evaluate(() => document.activeElement !== document.body),
  );
}

/** Waits until the status line says something that begins so, or nothing for "". */
function says(page, words) {
  return until(`the status line to say “${words}”`, async () => {
    const said = (await page.inside.locator(".status-said").innerText()).trim();
    return words === "" ? said === "" : said.startsWith(words);
  });
}

/** What can be scrolled down. */
function scrollers(page) {
  return page.inside.evaluate(() =>
    [...document.querySelectorAll("main, main *")]
      .filter((each) => /auto|scroll/.test(getComputedStyle(each).overflowY))
      .filter((each) => each.scrollHeight > each.clientHeight + 1)
      .map((each) => each.className),
  );
}
