// Many hands on one file: a copy is handed out and comes back, what two people did apart is decided,
// and a folder is shared; in both colour schemes, and zoomed.
import assert from "node:assert/strict";
import { mkdir } from "node:fs/promises";
import { join } from "node:path";
import { test } from "node:test";

import { until } from "../harness/wait.mjs";
import { answer, ask, openSample, outline } from "./file.mjs";
import { look, ZOOMED } from "./look.mjs";

const LEAD = /^Operational Director, Economy/;

for (const scheme of ["light", "dark"]) {
  test(`a copy goes out, comes back and is decided on in ${scheme}`, async (t) => {
    const { desk, page, see } = await look(t, { scheme });
    const copy = join(desk.folder, "lead.outturn");
    const sent = join(desk.folder, "lead.outturn-changes");
    await openSample(page, /^Directorate overview/);
    const { path: file } = await ask(page, { do: "workspace" });
    const section = await ledBy(page, "wr");
    await page.press("Alt+c");
    await page.get("heading", "Hand out a working copy").waitFor();
    await see("copies");

    // Without a person it asks for one; then the copy is made.
    await page.get("button", "Hand out…").click();
    await page.inside.locator(".field-error", { hasText: "Choose whom" }).waitFor();
    await page.inside.getByRole("button", { name: /\bFor\b/ }).click();
    await page.inside.getByRole("option", { name: LEAD }).click();
    await page.get("button", "Hand out…").click();
    await answer(page, copy);
    await page.inside.getByText(`Handed out: ${copy}`).first().waitFor();

    // The office writes; then the lead writes in the copy, and sends it back.
    await set(page, section, "As the office says");
    await reopen(page, copy);
    await page.inside.locator(".notice", { hasText: "This is a working copy for" }).waitFor();
    await set(page, section, "As the lead says");
    await page.press("Alt+c");
    await page.get("heading", "Send your changes back").waitFor();
    await see("copies-of-lead");
    await page.get("button", "Save your changes…").click();
    await answer(page, sent);
    await page.inside.getByText(`One change is in ${sent}`).first().waitFor();

    // A look at what would come in, then bringing it in.
    await reopen(page, file);
    await page.press("Alt+c");
    await page.get("button", "Choose a copy or a changes file…").click();
    await answer(page, join(desk.folder, "nowhere.outturn-changes"));
    await page.inside.locator(".copies-problem").waitFor();
    await see("bring-in-refused");
    await page.get("button", "Choose a copy or a changes file…").click();
    await answer(page, sent);
    await page.get("dialog", "What would come in").waitFor();
    await page.inside
      .locator(".brought", { hasText: "one thing would have to be decided" })
      .waitFor();
    await see("bring-in-look");
    await page.get("dialog", "What would come in").getByRole("button", { name: "Cancel" }).click();
    assert.equal(await heading(page, section), "As the office says");
    await page.get("button", "Choose a copy or a changes file…").click();
    await answer(page, sent);
    await page
      .get("dialog", "What would come in")
      .getByRole("button", { name: "Bring in" })
      .click();

    // The two sides stand beside each other.
    const conflict = page.inside.locator(".conflict");
    await conflict.waitFor();
    assert.equal(await conflict.locator(".conflict-side").count(), 2);
    await page.inside.locator(".bar-count", { hasText: "1" }).waitFor();
    await see("conflict");
    await page.get("button", "Write it anew").click();
    await page.get("textbox", "What it is to say").fill("As both say");
    await see("conflict-anew");
    await page.get("button", "Take what I wrote").click();
    await conflict.waitFor({ state: "detached" });
    assert.equal(await heading(page, section), "As both say");
    assert.equal(await page.inside.locator(".bar-count").count(), 0);

    // A second look finds nothing new.
    await page.get("button", "Choose a copy or a changes file…").click();
    await answer(page, sent);
    await page.inside.getByText("Everything in it is known here already.").first().waitFor();
    await see("bring-in-known");
    await page
      .get("dialog", "What would come in")
      .getByRole("button", { name: "Close" })
      .last()
      .click();

    // A folder is chosen and shared.
    const folder = join(desk.folder, "shared");
    await mkdir(folder);
    await page.get("button", "Choose a folder…").click();
    await answer(page, folder);
    await page.inside.getByText("Nothing from the others waits.").waitFor();
    await page.get("button", "Share now").click();
    await page.inside.locator(".share-outcome", { hasText: "written for the others" }).waitFor();
    await see("shared");
    await page.get("button", "Share no more").click();
    await page.get("button", "Choose a folder…").waitFor();
  });
}

test("taking one side with the keyboard, at 200% zoom", async (t) => {
  const { desk, page, see } = await look(t, { scheme: "light", size: ZOOMED });
  const copy = join(desk.folder, "lead.outturn");
  await openSample(page, /^Directorate overview/);
  const { path: file } = await ask(page, { do: "workspace" });
  const section = await ledBy(page, "wr");
  await writeApart(page, section, { file, copy });
  await page.press("Alt+c");
  await page.inside.locator(".conflict").waitFor();
  await see("zoomed-conflict");
  await page.inside
    .getByRole("button", { name: /^Take this one/ })
    .first()
    .focus();
  const first = await page.inside.locator(".conflict-text").first().textContent();
  await page.press("Enter");
  await page.inside.locator(".conflict").waitFor({ state: "detached" });
  assert.equal(await heading(page, section), first);
  await see("zoomed-copies");
});

test("what is to be decided in an earlier report leads there", async (t) => {
  const { desk, page } = await look(t, { scheme: "light" });
  const copy = join(desk.folder, "lead.outturn");
  await openSample(page, /^Directorate overview/);
  const { path: file, reports } = await ask(page, { do: "workspace" });
  const section = await ledBy(page, "wr");
  const [{ id: report }] = reports;
  await ask(page, { do: "start-next-period", report, period: "2013-14-q3" });
  await writeApart(page, section, { file, copy });
  const place = page.inside.locator(`[data-place="section/${section}#heading"]`);
  await page.press("Alt+c");
  await page.inside
    .locator(".conflict")
    .getByRole("button", { name: /^Go there/ })
    .click();
  await place.waitFor();
  await page.inside.getByText("Quarter 2, 2013/14").first().waitFor();
});

test("the bar says that changes of another wait in the shared folder", async (t) => {
  const { desk, page, see } = await look(t, { scheme: "light" });
  const copy = join(desk.folder, "lead.outturn");
  const folder = join(desk.folder, "shared");
  await mkdir(folder);
  await openSample(page, /^Directorate overview/);
  const { path: file } = await ask(page, { do: "workspace" });
  const section = await ledBy(page, "wr");
  await ask(page, { do: "hand-out", person: "wr", path: copy });
  await ask(page, { do: "share-through", folder });
  await ask(page, { do: "share" });
  await ask(page, { do: "open", path: copy, readOnly: false });
  await ask(page, { do: "share-through", folder });
  await set(page, section, "As the lead says");
  await ask(page, { do: "share" });
  await reopen(page, file);
  const count = page.inside.locator(".bar-count");
  await count.filter({ hasText: "one file from the others to bring in" }).waitFor();
  await page.press("Alt+c");
  await page.inside.getByText("One file from the others waits.").waitFor();
  await see("share-waiting");
  await page.get("button", "Share now").click();
  await count.waitFor({ state: "detached" });
  assert.equal(await heading(page, section), "As the lead says");
});

/** Has the office and the lead give a section other headings, and brings the lead's in. */
async function writeApart(page, section, { file, copy }) {
  await ask(page, { do: "hand-out", person: "wr", path: copy });
  await set(page, section, "As the office says");
  await ask(page, { do: "open", path: copy, readOnly: false });
  await set(page, section, "As the lead says");
  await ask(page, { do: "open", path: file, readOnly: false });
  await ask(page, { do: "bring-in", path: copy });
  await page.inside.reload();
  await page.inside.locator("article").first().waitFor();
}

/** Opens another file in place of the one that is open. */
async function reopen(page, path) {
  await ask(page, { do: "open", path, readOnly: false });
  await page.inside.reload();
  await page.inside.locator("article").first().waitFor();
}

/** The first narrative section that a person leads. */
async function ledBy(page, lead) {
  for (const item of await outline(page)) {
    if (item.kind !== "narrative") continue;
    const { fields } = await ask(page, { do: "section", section: item.id });
    if (fields.lead === lead) return item.id;
  }
  throw new Error(`${lead} leads no section.`);
}

async function set(page, section, text) {
  const change = { change: "set", place: `section/${section}#heading`, text };
  await ask(page, { do: "edit", changes: [change], agreed: true });
  await until("it to be stored", async () => (await heading(page, section)) === text);
}

async function heading(page, section) {
  return (await ask(page, { do: "section", section })).fields.heading;
}
