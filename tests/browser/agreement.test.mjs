// Sign-off: who is at the keyboard, a key of their own, sections signed off, what has changed since,
// exceptions of the clerk, and a final paper with its certificate.
import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { test } from "node:test";

import { until } from "../harness/wait.mjs";
import { openDesk } from "./chromium.mjs";
import { ask, openSample } from "./file.mjs";

const PASSPHRASE = "three plain words";

for (const scheme of ["light", "dark"]) {
  test(`a report is signed off, let through and exported in ${scheme}`, async (t) => {
    const desk = await openDesk(t);
    const page = await desk.openPage({ scheme });
    const see = async (name) => {
      await page.picture(`${name}-${scheme}`);
      assert.deepEqual(await page.violations(), [], name);
    };
    await openSample(page, /^Decision report/);
    const { reports } = await ask(page, { do: "workspace" });
    const [{ id: report }] = reports;
    const agreement = () => ask(page, { do: "agreement", report });
    await page.press("Control+e");
    await page.get("heading", "Sign-off").waitFor();
    await see("agreement-nobody");

    // The director: a key that is typed twice, then all that is theirs.
    await choose(page, /^Corporate Director/);
    const all = page.inside.getByRole("button", { name: /^Sign off all that are mine/ });
    await all.click();
    await page.get("dialog", "Make a signing key").waitFor();
    await see("agreement-key");
    await page.get("textbox", "Passphrase").fill(PASSPHRASE);
    await page.get("textbox", "The passphrase again").fill("three plain word");
    await page.get("button", "Make the key").click();
    await page.inside.getByText("The two passphrases are not the same").waitFor();
    await page.get("textbox", "The passphrase again").fill(PASSPHRASE);
    await page.get("button", "Make the key").click();
    await until("the director's sections to be signed", async () => {
      const { sections, agreed } = await agreement();
      return agreed > 5 && sections.some(({ standing }) => standing === "signed-off");
    });
    await page.inside.locator(".standing-mark.tone-good").first().waitFor();
    await see("agreement-signed");

    // A change of what was read makes one lapse, and taking it back makes it hold.
    const signed = (await agreement()).agreed;
    const isSigned = ({ standing }) => standing === "signed-off";
    const [, lead] = (await agreement()).sections.filter(isSigned);
    const place = `section/${lead.section}#heading`;
    await ask(page, {
      do: "edit",
      changes: [{ change: "set", place, text: "Other" }],
      agreed: true,
    });
    const now = (await agreement()).sections.find(({ section }) => section === lead.section);
    assert.equal(now.standing, "lapsed");
    const since = await ask(page, { do: "since", section: lead.section });
    assert.ok(since.lines.some(({ kind, text }) => kind === "new" && text === "Other"));
    await ask(page, { do: "undo" });
    assert.equal((await agreement()).agreed, signed);

    // The rest waits: a final paper is refused in one sentence.
    const paper = join(desk.folder, "paper.pdf");
    await page.inside.getByText("Final paper", { exact: true }).click();
    await page.get("button", "Export as PDF").click();
    await page.get("textbox", "Path").fill(paper);
    await page.press("Enter");
    await page.inside
      .getByText(/sections? (is|are) not signed off\. Have/)
      .first()
      .waitFor();
    await see("agreement-refused");
  });
}

test("the clerk lets the rest go with a reason, and the paper has a certificate", async (t) => {
  const desk = await openDesk(t);
  const page = await desk.openPage();
  await openSample(page, /^Decision report/);
  const { reports } = await ask(page, { do: "workspace" });
  const [{ id: report }] = reports;
  await page.press("Control+e");
  await choose(page, /^Committee Services/);
  await page.inside.getByRole("button", { name: /^Let the rest go without sign-off/ }).click();
  await page.get("textbox", "Passphrase").fill(PASSPHRASE);
  await page.get("textbox", "The passphrase again").fill(PASSPHRASE);
  await page.press("Enter");
  await page.get("dialog", "Exception").waitFor();
  await page.get("button", "Record the exception").click();
  await page.inside.getByText("Give the reason.").first().waitFor();
  await page.get("textbox", "Reason").fill("Signed on paper.");
  await page.picture("agreement-exception");
  assert.deepEqual(await page.violations(), []);
  await page.press("Control+Enter");
  await until("every section to be let through", async () => {
    return (await ask(page, { do: "agreement", report })).waitsFor === "";
  });
  await page.get("textbox", "Drafts submitted").waitFor();
  await page.get("button", "Plan back from the meeting").click();
  await until("days before the meeting", async () => {
    const { due } = await ask(page, { do: "agreement", report });
    return due.every(({ typed }) => typed !== "");
  });
  const paper = join(desk.folder, "paper.pdf");
  await page.inside.getByText("Final paper", { exact: true }).click();
  await page.get("button", "Export as PDF").click();
  await page.get("textbox", "Path").fill(paper);
  await page.press("Enter");
  await page.inside.locator(".written").waitFor({ timeout: 120_000 });
  await page.picture("agreement-written");
  const certificate = JSON.parse(await readFile(join(desk.folder, "paper.certificate.json")));
  assert.equal(certificate.paper.name, "paper.pdf");
  assert.ok(certificate.sections.every(({ agreement }) => agreement.reason === "Signed on paper."));
});

for (const scheme of ["light", "dark"]) {
  test(`the system keeps a key, or a passphrase does, in ${scheme}`, async (t) => {
    const desk = await openDesk(t, { hasKeyStore: true });
    const page = await desk.openPage({ scheme });
    const see = async (name) => {
      await page.picture(`${name}-${scheme}`);
      assert.deepEqual(await page.violations(), [], name);
    };
    const me = () => ask(page, { do: "me" });
    await openSample(page, /^Decision report/);
    const { reports } = await ask(page, { do: "workspace" });
    await page.press("Control+e");
    await choose(page, /^Corporate Director/);
    await page.inside.getByRole("button", { name: /^Sign off all that are mine/ }).click();
    await page.get("dialog", "Make a signing key").waitFor();
    await page.inside.getByText("where your system keeps your passwords").waitFor();
    await see("agreement-key-store");
    await page.press("Enter");
    await until("the director's sections to be signed", async () => {
      return (await ask(page, { do: "agreement", report: reports[0].id })).agreed > 5;
    });
    const first = await me();
    assert.equal(first.key, "ready");

    // Another one, for whoever would rather type a passphrase.
    await page.get("button", "Make another key").click();
    await page.get("button", "Use a passphrase").click();
    await page.inside.getByText("The key that you have now is set aside").waitFor();
    await see("agreement-key-another");
    await page.get("textbox", "Passphrase").fill(PASSPHRASE);
    await page.get("textbox", "The passphrase again").fill(PASSPHRASE);
    await page.press("Enter");
    await until("another key", async () => (await me()).fingerprint !== first.fingerprint);
    const { agreed } = await ask(page, { do: "agreement", report: reports[0].id });
    assert.ok(agreed > 5);
  });
}

/** Chooses who is at the keyboard. */
async function choose(page, name) {
  await page.inside.getByRole("button", { name: /You are/ }).click();
  await page.inside.getByRole("option", { name }).click();
  await until("the person to be chosen", async () => (await ask(page, { do: "me" })).person);
}
