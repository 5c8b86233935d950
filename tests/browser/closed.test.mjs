// A file is closed with a passphrase in the window, asks for it when it is opened, and is opened to
// all again; in both colour schemes, and by keyboard.
import assert from "node:assert/strict";
import { test } from "node:test";

import { ask, openSample } from "./file.mjs";
import { look } from "./look.mjs";

const WORDS = "three plain words";

for (const scheme of ["light", "dark"]) {
  test(`a file is closed and opened again in ${scheme}`, async (t) => {
    const { page, see } = await look(t, { scheme });
    await openSample(page, /^Directorate overview/);
    const { path, name } = await ask(page, { do: "workspace" });
    await page.press("Alt+c");
    await page.get("heading", "Who can open this file").waitFor();
    await see("open-to-all");

    // Two that differ, one that is too short, then one that is neither.
    await page.get("button", "Set a passphrase…").click();
    const dialog = page.get("dialog", "Set a passphrase");
    await type(page, dialog, WORDS, "three plane words");
    await page.inside.getByText("The two passphrases are not the same.").waitFor();
    await see("passphrase-differs");
    await type(page, dialog, "short", "short");
    await page.inside.getByText("too short to keep anybody out").first().waitFor();
    await type(page, dialog, WORDS, WORDS);
    await dialog.waitFor({ state: "detached" });
    await page.inside.getByText("Only those who know its passphrase").waitFor();
    await page.get("button", "Share now").waitFor({ state: "detached" });
    await see("closed");

    // It goes on being worked in, and asks for its passphrase when it is opened again.
    assert.equal((await ask(page, { do: "workspace" })).closed, true);
    await ask(page, { do: "close" });
    await page.inside.reload();
    await page.inside.locator(".start-recent .start-open", { hasText: name }).click();
    const asked = page.get("dialog", /is closed with a passphrase$/);
    await asked.waitFor();
    await see("passphrase-asked");
    await page.inside.keyboard.type("other plain words");
    await page.press("Enter");
    await page.inside.getByText("That is not the passphrase of").first().waitFor();
    await see("passphrase-wrong");
    await asked.getByRole("textbox", { name: "Passphrase" }).fill(WORDS);
    await page.press("Enter");
    await page.inside.locator("article").first().waitFor();

    // Named from outside, it asks too.
    await ask(page, { do: "close" });
    const address = new URL(page.inside.url());
    address.searchParams.set("open", path);
    await page.inside.goto(address.href);
    await asked.waitFor();
    await page.inside.keyboard.type(WORDS);
    await page.press("Enter");
    await page.inside.locator("article").first().waitFor();

    // The passphrase is taken away.
    await page.press("Alt+c");
    await page.get("button", "Take the passphrase away").click();
    const sure = page.get("alertdialog", "Take the passphrase away");
    await sure.waitFor();
    await see("passphrase-away");
    await sure.getByRole("button", { name: "Take the passphrase away" }).click();
    await page.inside.getByText("Anyone who has the file", { exact: true }).waitFor();
    assert.equal((await ask(page, { do: "workspace" })).closed, false);
  });
}

/** Types a new passphrase twice, and goes ahead with Enter. */
async function type(page, dialog, passphrase, again) {
  await dialog.getByLabel("Passphrase", { exact: true }).fill(passphrase);
  await dialog.getByLabel("The passphrase again").fill(again);
  await page.press("Enter");
}
