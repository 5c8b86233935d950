// The main job by keyboard alone: from no file to a draft of the paper, without touching a mouse.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";

import { until } from "../harness/wait.mjs";
import { openDesk } from "./chromium.mjs";
import { ask, outline } from "./file.mjs";

/** More presses of one key than any way on these screens needs. */
const MANY = 120;

test("a new file, a measure and its card, a figure, a finding mended, a draft: by keyboard", async (t) => {
  const desk = await openDesk(t);
  const page = await desk.openPage();
  const hands = keyboard(page);
  const step = async (name, work) => {
    try {
      await work();
    } catch (error) {
      await page.picture("job-failed");
      throw new Error(`${name}: ${error.message}`, { cause: error });
    }
  };

  await step("a new file from a template", async () => {
    await hands.at("New report file");
    await page.press("Enter");
    await hands.at("Council");
    await page.press("Shift+Tab", "ArrowDown", "ArrowDown", "ArrowDown", "Tab");
    await hands.write("Westmere Borough Council");
    await page.press("Tab");
    await hands.write("Children and Learning");
    await page.press("Enter");
    await page.inside.locator("article").first().waitFor();
    const { directorate } = await ask(page, { do: "workspace" });
    assert.equal(directorate.name, "Children and Learning");
  });

  let entry;
  await step("a measure and its card", async () => {
    const section = (await outline(page)).find((item) => item.kind === "cards");
    await page.press("Alt+1");
    await hands.walk("ArrowDown", `[data-key="section/${section.id}"]`);
    await page.press("Enter");
    await page.inside.locator(`[data-place="section/${section.id}#heading"]`).waitFor();
    await page.get("button", "Add card").waitFor();
    await page.press("Alt+2");
    await hands.to("Add card");
    await page.press("Enter");
    await hands.to("Reference");
    await hands.write("NI 59");
    await hands.to("Name");
    await hands.write("Assessments carried out on time");
    await hands.to("Which way is good");
    await page.press("Enter");
    await hands.at("Higher is better");
    await page.press("Enter");
    await hands.to("Add it");
    await page.press("Enter");
    await page.inside.locator('[aria-labelledby="card-figures"]').waitFor();
    const cards = (await outline(page)).flatMap((item) => item.cards);
    assert.equal(cards.at(-1)?.reference, "NI 59");
    entry = cards.at(-1)?.id;
  });

  await step("a figure", async () => {
    const { reports } = await ask(page, { do: "workspace" });
    const { fields } = await ask(page, { do: "report", report: reports[0].id });
    const { columns } = await ask(page, { do: "card", entry });
    const current = columns.findIndex((column) => column.period === fields.period);
    await hands.to("", '[role="grid"] [tabindex="0"]');
    await page.press("Control+Home", ...Array(current + 1).fill("ArrowRight"));
    await hands.write("66.7");
    await page.press("Enter");
    await until("the figure to be stored", async () => {
      const { rows } = await ask(page, { do: "card", entry });
      return rows[0].cells[current].entered === "66.7";
    });
  });

  await step("a finding mended", async () => {
    const place = `entry/${entry}#commentary`;
    const isFound = async () =>
      (await ask(page, { do: "card", entry })).findings.some((finding) => finding.place === place);
    assert.ok(await isFound(), "the checks ask for a commentary");
    await hands.visit("F8", place);
    await hands.write("More assessments were on time, because two posts were filled.");
    await page.press("Control+s");
    await page.inside.getByText("Everything is already saved.").waitFor();
    assert.ok(!(await isFound()), "the finding is gone");
  });

  await step("one step back and forward again", async () => {
    await page.press("Alt+1");
    await page.press("Control+z");
    await until("the commentary to go", async () => {
      return (await ask(page, { do: "card", entry })).commentary.length === 0;
    });
    await page.press("Alt+1");
    await page.press("Control+Shift+Z");
    await until("the commentary to come back", async () => {
      return (await ask(page, { do: "card", entry })).commentary.length === 1;
    });
  });

  await step("a draft of the paper", async () => {
    const paper = join(desk.folder, "paper.pdf");
    // Showing what was made again may still be under way, and comes to an end first.
    await until("the screen to check and export", async () => {
      await page.press("Control+e");
      return page.get("heading", "Check and export").isVisible();
    });
    await page.get("button", "Export as PDF").waitFor();
    await hands.to("Export as PDF");
    await page.press("Enter");
    await hands.at("Path");
    await page.press("Control+a");
    await hands.write(paper);
    await page.press("Enter");
    await page.inside.locator(".written").waitFor({ timeout: 120_000 });
    assert.equal(readFileSync(paper).subarray(0, 5).toString(), "%PDF-");
  });
  assert.deepEqual(page.complaints, []);
});

/** What hands on a keyboard can do, and nothing else. */
function keyboard(page) {
  /** Whether focus is on what has this name or answers to this selector. */
  const isAt = (name, selector) =>
    page.inside.evaluate(
      ([name, selector]) => {
        const { activeElement } = document;
        if (!activeElement || activeElement === document.body) return false;
        if (selector) return activeElement.matches(selector);
        const words = [
          activeElement.getAttribute("aria-label"),
          activeElement.textContent,
          ...[...(activeElement.labels ?? [])].map((label) => label.textContent),
          ...(activeElement.getAttribute("aria-labelledby") ?? "")
            .split(" ")
            .map((id) => document.getElementById(id)?.textContent),
        ];
        return words.some((said) => said?.trim() === name);
      },
      [name, selector],
    );
  const press = async (key, isThere) => {
    for (let count = 0; count < MANY; count += 1) {
      if (await isThere()) return;
      await page.press(key);
    }
    throw new Error(`${key} does not lead there.`);
  };
  return {
    at: (name, selector) => until(`focus on ${name || selector}`, () => isAt(name, selector)),
    to: (name, selector) => press("Tab", () => isAt(name, selector)),
    walk: async (key, selector) => {
      for (let count = 0; count < MANY; count += 1) {
        if (await isAt("", selector)) return;
        await page.press(key);
        // Going to a field may take the time that its screen takes to come.
        await page.inside.evaluate(() => new Promise(requestAnimationFrame));
      }
      throw new Error(`${key} does not lead to ${selector}.`);
    },
    /** Presses a key that goes from field to field, each in its own time, until it is at a place. */
    visit: async (key, place) => {
      const placeNow = () =>
        page.inside.evaluate(
          () => document.activeElement?.closest("[data-place]")?.getAttribute("data-place") ?? "",
        );
      for (let count = 0; count < MANY; count += 1) {
        const before = await placeNow();
        if (before === place) return;
        await page.press(key);
        const hasMoved = async () => ![before, ""].includes(await placeNow());
        // Two things to mend may be in one place, and some are in no field.
        await until("the next field", hasMoved, { seconds: 2 }).catch(() => {});
      }
      throw new Error(`${key} does not lead to ${place}.`);
    },
    write: (text) => page.inside.keyboard.type(text),
  };
}
