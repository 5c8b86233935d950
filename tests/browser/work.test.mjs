// A section's way between its author and its lead: who is at the keyboard, what waits for them, what
// they say of it, the sign-off and what has changed since; in both colour schemes, and zoomed.
import assert from "node:assert/strict";
import { test } from "node:test";

import { until } from "../harness/wait.mjs";
import { ask, openRow, openSample, openSection, outline, showPane } from "./file.mjs";
import { look, ZOOMED } from "./look.mjs";

const PASSPHRASE = "three plain words";
const AUTHOR = "Performance and Improvement Lead";
const LEAD = "Strategic Director, Children and Enterprise";

for (const scheme of ["light", "dark"]) {
  test(`a section goes from its author to its lead and back in ${scheme}`, async (t) => {
    const { page, see } = await look(t, { scheme });
    await openSample(page, /^Directorate overview/);
    await page.press("Alt+w");
    await page.inside.getByText("Say who you are to see what waits for you.").waitFor();
    await see("work-nobody");
    await sit(page, AUTHOR, () => see("who"));
    await page.inside.getByText("Nothing waits for you.").waitFor();
    await see("work-nothing");

    // The author puts themselves down, and submits.
    await page.get("button", "Report").click();
    const { id } = await openSection(page, "narrative");
    const standing = async () => (await ask(page, { do: "discussion", section: id })).standing;
    await see("section-draft");
    await choose(page, /Author/, AUTHOR);
    await until("the author to be stored", async () => {
      return (await ask(page, { do: "section", section: id })).fields.author !== "";
    });
    await page.get("button", "Submit").click();
    await page.inside.getByText("Submitted: waits for sign-off").first().waitFor();
    await page.inside.waitForFunction(() => document.activeElement.closest(".standing"));
    await see("section-submitted");

    // The lead finds it among their work, and asks for more.
    await sit(page, LEAD);
    await page.inside.locator(".bar-count", { hasText: "one thing waits for you" }).waitFor();
    await page.press("Alt+w");
    const item = page.inside.locator(".work-item", { hasText: "To be read and signed off" });
    await item.first().waitFor();
    await see("work");
    await item.first().focus();
    await page.press("Enter");
    await page.inside.waitForFunction(
      (place) => document.activeElement.closest(`[data-place^="${place}"]`),
      `section/${id}`,
    );
    await page.get("button", "Return").click();
    await page.get("dialog", "Return").waitFor();
    await page.get("dialog", "Return").getByRole("button", { name: "Return" }).click();
    await page.inside.locator(".field-error", { hasText: "Say what you ask for" }).waitFor();
    await see("return");
    await page.get("textbox", "What you ask for").fill("Say how many of them there are.");
    await page.get("dialog", "Return").getByRole("button", { name: "Return" }).click();
    await until("the section to be returned", async () => (await standing()) === "returned");

    // The author reads the comment, answers it, and says something of the heading.
    await sit(page, AUTHOR);
    await page.press("Alt+w");
    await page.inside.locator(".work-item", { hasText: "Came back with a comment" }).waitFor();
    await see("work-returned");
    await page.inside.locator(".work-item", { hasText: "Came back with a comment" }).click();
    await page.inside.locator(".comment-fresh").first().waitFor();
    await see("comments-new");
    await until("the comment to be seen", async () => {
      const { items } = await ask(page, { do: "work" });
      return items.every(({ kind }) => kind !== "unread");
    });
    await page.get("button", "Answer").click();
    await page.get("textbox", "Your answer").fill("Twelve. It says so now.");
    await see("comments-answer");
    await page.get("button", "Send the answer").click();
    await page.inside.locator(".comment-answers", { hasText: "Twelve" }).waitFor();
    await until("focus to be back", async () => (await focused(page)) === "Answer");

    const heading = page.inside.locator(`[data-place="section/${id}#heading"] input`);
    await heading.focus();
    await page.get("radio", "heading").waitFor();
    assert.ok(await page.get("radio", "heading").isChecked());
    await page.get("textbox", "New comment").fill("Is this still its name?");
    await see("comments-about");
    await page.get("button", "Comment").click();
    await page.inside.locator(".comment", { hasText: "Is this still its name?" }).waitFor();
    await page.get("textbox", "New comment").focus();
    await page.inside.locator(".comment-about", { hasText: "heading" }).click();
    await page.inside.waitForFunction(
      (place) => document.activeElement.closest(`[data-place="${place}"]`),
      `section/${id}#heading`,
    );
    const one = page.inside.locator(".comment", { hasText: "Say how many" });
    await one.getByRole("button", { name: "Settle" }).click();
    await page.inside.getByText("Settled (1)").waitFor();
    await page.inside.waitForFunction(() => document.activeElement.closest(".comments"));
    await see("comments-settled");

    // The lead signs with a key of their own; then a word changes, and what they signed lapses.
    await sit(page, LEAD);
    await page.get("button", "Sign off").click();
    await page.get("dialog", "Make a signing key").waitFor();
    await page.get("textbox", "Passphrase").fill(PASSPHRASE);
    await page.get("textbox", "The passphrase again").fill(PASSPHRASE);
    await page.press("Enter");
    await until("the section to be signed off", async () => (await standing()) === "signed-off");
    await page.inside.locator(".standing .tone-good").waitFor();
    await see("section-signed");
    await heading.fill("What is new in the quarter");
    await page.press("Control+s");
    await page.get("alertdialog", "This changes what was agreed to").waitFor();
    await page.inside.getByText(/^1 Introduction is agreed to as it is in/).waitFor();
    await see("agreed-asks");
    await page.get("button", "Change it").click();
    await page.inside.locator(".standing .tone-care").waitFor();
    assert.equal(await standing(), "lapsed");
    await see("section-lapsed");
    await page.get("button", "Show what has changed").click();
    await page.get("dialog", "What has changed since it was signed").waitFor();
    await page.inside.locator(".since ins", { hasText: "What is new in the quarter" }).waitFor();
    await see("since");
    await page.press("Escape");
    await until("focus to be back", async () => {
      return (await focused(page)) === "Show what has changed";
    });

    await page.get("button", "People").click();
    await page.get("heading", "Signing keys").scrollIntoViewIfNeeded();
    await page.inside.getByRole("button", { name: /^Take the key away/ }).click();
    await page.inside.getByRole("alertdialog").waitFor();
    await see("key-leaving");
    await page.get("button", "Take away").click();
    await page.inside.getByText(/^taken away on/).waitFor();
    await see("keys");
  });
}

test("a card says where its section stands", async (t) => {
  const { page, see } = await look(t, { scheme: "light" });
  await openSample(page, /^Indicator report/);
  const { cards } = (await outline(page)).find((each) => each.cards.length > 0);
  await openRow(page, `entry/${cards[0].id}`);
  await page.inside.locator(".standing").waitFor();
  await see("card-standing");
});

test("the bar over a section, comments and work at 200% zoom", async (t) => {
  const { page, see } = await look(t, { scheme: "light", size: ZOOMED });
  await openSample(page, /^Directorate overview/);
  const { people } = await ask(page, { do: "people" });
  const { id: person } = people.find(({ fields }) => fields.post === LEAD);
  await ask(page, { do: "i-am", person });
  const item = (await outline(page)).find(({ kind }) => kind === "narrative");
  await ask(page, { do: "comment", section: item.id, about: null, answers: null, text: "Why?" });
  await ask(page, { do: "take", step: "submit", sections: [item.id], words: "" });
  await page.inside.reload();
  await page.inside.locator("article").first().waitFor();
  await openRow(page, `section/${item.id}`);
  await page.inside.locator(".standing").waitFor();
  await see("zoomed-section-bar");
  await showPane(page, "Preview and checks");
  await page.get("tab", "Comments 1").click();
  await page.inside.locator(".comment").waitFor();
  await see("zoomed-comments");
  await page.press("Alt+w");
  await page.inside.locator(".work-item").first().waitFor();
  await see("zoomed-work");
});

/** Says in the top bar who is at the keyboard. */
async function sit(page, post, meanwhile) {
  await page.inside.locator(".bar-me button").click();
  await page.get("dialog", "Who are you?").waitFor();
  await choose(page, /You are/, post);
  await until("the person to be chosen", async () => {
    return (await ask(page, { do: "me" })).name === post;
  });
  await meanwhile?.();
  await page.get("dialog", "Who are you?").getByRole("button", { name: "Close" }).last().click();
  await page.get("dialog", "Who are you?").waitFor({ state: "detached" });
}

/** Chooses from a list. */
async function choose(page, label, name) {
  await page.inside.getByRole("button", { name: label }).click();
  await page.inside.getByRole("option", { name }).click();
}

/** The words of what has focus. */
function focused(page) {
  return page.inside.evaluate(() => document.activeElement.textContent);
}
