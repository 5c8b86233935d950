// The grid, by keyboard, mouse and clipboard.
import type { Page } from "playwright-core";
import { expect, test } from "vitest";
import { expectAccessible, openGallery, picture } from "./gallery";

const gallery = openGallery();

const grid = (page: Page, name = "Financial statement") => page.getByRole("grid", { name });
const cell = (page: Page, row: number, col: number, name?: string) =>
  grid(page, name).locator(`[data-at="${row},${col}"]`);
const textOf = async (page: Page, row: number, col: number) =>
  (await cell(page, row, col).textContent())?.trim();
const active = (page: Page) =>
  page.evaluate(() => document.activeElement?.getAttribute("data-at") ?? null);

async function copied(page: Page): Promise<string> {
  await page.keyboard.press("Control+c");
  return page.evaluate(() => navigator.clipboard.readText());
}

test("arrow keys, Home and End walk the cells; headings name them", async () => {
  const page = await gallery.open("editors");
  await cell(page, 1, 1).click();
  await page.keyboard.press("ArrowRight");
  await page.keyboard.press("ArrowDown");
  await expect.poll(() => active(page)).toBe("2,2");
  await page.keyboard.press("End");
  await page.keyboard.press("Control+Home");
  await expect.poll(() => active(page)).toBe("0,0");
  await page.keyboard.press("Control+ArrowDown");
  await expect.poll(() => active(page)).toBe("7,0");
  await expect.poll(() => grid(page).getByRole("rowheader", { name: "Transport" }).count()).toBe(1);
  await expect
    .poll(() => grid(page).getByRole("columnheader", { name: "Budget £000 To date" }).count())
    .toBe(1);
  await page.context().close();
});

test("typing replaces, F2 and Enter edit, Escape leaves as it was, Tab goes on", async () => {
  const page = await gallery.open("editors");
  await cell(page, 1, 1).click();
  await page.keyboard.type("7,200");
  await page.keyboard.press("Tab");
  await expect.poll(() => active(page)).toBe("1,2");
  await expect.poll(() => textOf(page, 1, 1)).toBe("7,200");

  await page.keyboard.press("F2");
  await page.keyboard.type("5");
  await page.keyboard.press("Enter");
  await expect.poll(() => active(page)).toBe("2,2");
  await expect.poll(() => textOf(page, 1, 2)).toBe("3,4095");

  await page.keyboard.press("Enter");
  await page.keyboard.type("9");
  await page.keyboard.press("Escape");
  await expect.poll(() => active(page)).toBe("2,2");
  await expect.poll(() => textOf(page, 2, 2)).toBe("112");
  await page.context().close();
});

test("a cell that takes no typing stays as it is", async () => {
  const page = await gallery.open("editors");
  await cell(page, 1, 4).click();
  await page.keyboard.type("9");
  await expect.poll(() => page.locator(".grid-editor").count()).toBe(0);
  await expect.poll(() => cell(page, 1, 4).getAttribute("aria-readonly")).toBe("true");
  await page.context().close();
});

test("what is refused stays as typed, with the reason under the grid", async () => {
  const page = await gallery.open("editors");
  await cell(page, 1, 1).click();
  await page.keyboard.type("lots");
  await page.keyboard.press("Enter");
  await page.keyboard.press("ArrowUp");
  await page.getByText("“lots” is not a figure").waitFor();
  await expect.poll(() => textOf(page, 1, 1)).toBe("lots");
  await expect.poll(() => cell(page, 1, 1).getAttribute("aria-invalid")).toBe("true");
  await picture(page, "parts-grid-refused");
  await expectAccessible(page);

  await page.keyboard.press("Escape");
  await expect.poll(() => textOf(page, 1, 1)).toBe("7,141");
  await expect.poll(() => cell(page, 1, 1).getAttribute("aria-invalid")).toBe(null);
  await expect.poll(() => active(page)).toBe("1,1");

  await page.keyboard.type("none");
  await page.keyboard.press("Enter");
  await page.keyboard.press("ArrowUp");
  await page.getByText("“none” is not a figure").waitFor();
  await page.keyboard.press("Delete");
  await expect.poll(() => textOf(page, 1, 1)).toBe("");
  await expect.poll(() => page.getByText("“none” is not a figure").count()).toBe(0);
  await page.context().close();
});

test("a range is selected, copied, cleared, and a block is pasted", async () => {
  const page = await gallery.open("editors");
  await cell(page, 1, 1).click();
  await page.keyboard.press("Shift+ArrowRight");
  await page.keyboard.press("Shift+ArrowDown");
  await expect.poll(() => grid(page).locator('[aria-selected="true"]').count()).toBe(4);
  expect(await copied(page)).toBe("7,141\t3,409\n261\t112");

  await page.keyboard.press("Delete");
  await expect.poll(() => textOf(page, 2, 2)).toBe("");
  await page.evaluate(() => navigator.clipboard.writeText('8,000\t4,000\r\n"300"\t(120)\r\n'));
  await page.keyboard.press("Control+v");
  await expect.poll(() => textOf(page, 2, 2)).toBe("(120)");
  await expect.poll(() => textOf(page, 1, 1)).toBe("8,000");
  await expect.poll(() => textOf(page, 2, 1)).toBe("300");
  await page.context().close();
});

test.each([
  ["past the end", "1\n2\n3", "Nothing was pasted. What was copied has 3 rows and one column"],
  ["on a cell that takes none", "1\n2", "Nothing was pasted. Net operational budget, Budget £000"],
  ["with a figure that is none", "1x", "Nothing was pasted. Fees and charges, Budget £000, Annual"],
])("a block %s is refused whole, in words", async (_, block, sentence) => {
  const page = await gallery.open("editors");
  await cell(page, 6, 1).click();
  await page.evaluate((text) => navigator.clipboard.writeText(text), block);
  await page.keyboard.press("Control+v");
  await page.getByText(sentence).waitFor();
  await expect.poll(() => textOf(page, 6, 1)).toBe("(416)");
  await expectAccessible(page);
  await page.keyboard.press("Escape");
  await expect.poll(() => page.getByText("Nothing was pasted.").count()).toBe(0);
  await page.context().close();
});

test("a selection with cells that take no typing is cleared around them", async () => {
  const page = await gallery.open("editors");
  await cell(page, 1, 3).click();
  await page.keyboard.press("Shift+ArrowRight");
  await page.keyboard.press("Delete");
  await expect.poll(() => textOf(page, 1, 3)).toBe("");
  await expect.poll(() => textOf(page, 1, 4)).toBe("141");
  await expect.poll(() => page.getByText("Nothing was").count()).toBe(0);
  await page.context().close();
});

test("a grid wider than its room shows where there is more, and how to leave it", async () => {
  const page = await gallery.open("values", { width: 900 });
  const scroller = page.locator(".grid-scroll");
  const more = () =>
    scroller.evaluate((e) => [
      e.hasAttribute("data-more-before"),
      e.hasAttribute("data-more-after"),
    ]);
  await expect.poll(() => more()).toEqual([false, true]);
  await expect.poll(() => page.locator(".grid-leave").isVisible()).toBe(false);
  await cell(page, 0, 1, "All values").click();
  await page.keyboard.press("ArrowRight");
  await expect.poll(() => page.locator(".grid-leave").isVisible()).toBe(true);
  for (let press = 0; press < 11; press += 1) await page.keyboard.press("ArrowRight");
  await expect.poll(more).toEqual([true, true]);
  await page.keyboard.press("End");
  await expect.poll(more).toEqual([true, false]);
  for (let press = 0; press < 14; press += 1) await page.keyboard.press("ArrowLeft");
  // The column that stays in sight does not stand over the cell that has focus.
  const [name, here] = await Promise.all([
    cell(page, 0, 0, "All values").boundingBox(),
    page.locator("td:focus").boundingBox(),
  ]);
  expect(here?.x).toBeGreaterThanOrEqual((name?.x ?? 0) + (name?.width ?? 0) - 1);
  await picture(page, "parts-grid-wide");
  await page.context().close();
});

test("a drag selects, and a click with Shift extends", async () => {
  const page = await gallery.open("editors");
  await cell(page, 1, 1).hover();
  await page.mouse.down();
  await cell(page, 3, 2).hover();
  await page.mouse.up();
  await expect.poll(() => grid(page).locator('[aria-selected="true"]').count()).toBe(6);
  await cell(page, 2, 3).click({ modifiers: ["Shift"] });
  expect(await copied(page)).toBe("7,141\t3,409\t3,268\n261\t112\t49");
  await page.context().close();
});

test("a choice in a cell, and several lines in another", async () => {
  const page = await gallery.open("editors");
  await cell(page, 1, 5).click();
  await page.keyboard.press("Enter");
  await page.locator("select.grid-editor").selectOption("provisional");
  await page.keyboard.press("Enter");
  await expect.poll(() => textOf(page, 1, 5)).toBe("Provisional");

  await cell(page, 2, 6).dblclick();
  await page.keyboard.type("First line");
  await page.keyboard.press("Shift+Enter");
  await page.keyboard.type("second");
  await page.keyboard.press("Enter");
  await expect.poll(() => textOf(page, 2, 6)).toBe("First line\nsecond");
  await page.context().close();
});

test("a row's actions open by keyboard and give focus back", async () => {
  const page = await gallery.open("editors");
  await cell(page, 2, 2).click();
  await page.keyboard.press("Shift+F10");
  await page.getByRole("menuitem", { name: "Remove Premises support" }).waitFor();
  await expectAccessible(page);
  await page.keyboard.press("Escape");
  await page.getByRole("menu").waitFor({ state: "detached" });
  await expect.poll(() => active(page)).toBe("2,2");
  await page.context().close();
});

test("Tab goes through the cells, and Escape lets it out", async () => {
  const page = await gallery.open("editors");
  await cell(page, 1, 5).click();
  for (let press = 0; press < 3; press += 1) await page.keyboard.press("Tab");
  await expect.poll(() => active(page)).toBe("2,0");
  await page.keyboard.press("Escape");
  await page.keyboard.press("Tab");
  const isInside = await page.evaluate(() =>
    Boolean(document.activeElement?.closest('[aria-label="Financial statement"]')),
  );
  expect(isInside).toBe(false);
  await page.context().close();
});

test("moving through forty rows of twenty columns keeps up with the keys", async () => {
  const page = await gallery.open("values");
  await cell(page, 0, 1, "All values").click();
  const took = await page.evaluate(async () => {
    const began = performance.now();
    for (let press = 0; press < 100; press += 1) {
      const key = press % 25 < 20 ? "ArrowDown" : "ArrowRight";
      document.activeElement?.dispatchEvent(new KeyboardEvent("keydown", { key, bubbles: true }));
      await new Promise(requestAnimationFrame);
    }
    return (performance.now() - began) / 100;
  });
  // A key is answered well within the tenth of a second in which it feels immediate.
  expect(took).toBeLessThan(60);
  await page.context().close();
});
