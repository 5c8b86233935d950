// Outline, panes, dialogs, findings, menus and pages, by keyboard.
import type { Page } from "playwright-core";
import { expect, test } from "vitest";
import { expectAccessible, openGallery, picture } from "./gallery";

const gallery = openGallery();
const shown = (page: Page) => page.getByTestId("section").textContent();

test("the outline is walked by arrow keys and opened with Enter", async () => {
  const page = await gallery.open("frames");
  const outline = page.getByRole("treegrid", { name: "Sections" });
  await outline.getByRole("row", { name: /Introduction/ }).focus();
  await page.keyboard.press("ArrowDown");
  await page.keyboard.press("ArrowDown");
  await expect.poll(() => shown(page)).toContain("developments");
  await page.keyboard.press("Enter");
  await expect.poll(() => shown(page)).toContain("dev-1");
  await page.keyboard.press("ArrowUp");
  await page.keyboard.press("ArrowLeft");
  await expect.poll(() => outline.getByRole("row", { name: /Homes for older/ }).count()).toBe(0);
  await page.keyboard.press("ArrowRight");
  await outline
    .getByRole("row", { name: /2.3 A contract under review, partly complete, exempt/ })
    .waitFor();
  await page.keyboard.press("Alt+ArrowDown");
  await expect.poll(() => shown(page)).toContain("developments down");
  await page.context().close();
});

test("panes keep what is in them when they go behind tabs and come back", async () => {
  const page = await gallery.open("frames");
  await page.getByLabel("Heading").fill("Half written");
  await page.setViewportSize({ width: 800, height: 720 });
  await page.getByRole("tab", { name: "Section" }).waitFor();
  await expect.poll(() => page.getByRole("treegrid", { name: "Sections" }).isVisible()).toBe(true);
  await page.getByRole("tab", { name: "Section" }).focus();
  await page.keyboard.press("ArrowRight");
  await page.getByRole("tabpanel", { name: "Paper" }).waitFor();
  await picture(page, "parts-frames-narrow");
  await expectAccessible(page);
  await page.setViewportSize({ width: 1280, height: 720 });
  await expect.poll(() => page.getByLabel("Heading").inputValue()).toBe("Half written");
  await page.context().close();
});

test("a divider is moved by keyboard", async () => {
  const page = await gallery.open("frames");
  const divider = page.getByRole("separator", { name: "Width of Outline" });
  const before = Number(await divider.getAttribute("aria-valuenow"));
  await divider.focus();
  await page.keyboard.press("ArrowRight");
  await page.keyboard.press("ArrowRight");
  expect(Number(await divider.getAttribute("aria-valuenow"))).toBe(before + 2);
  await page.context().close();
});

test("pages are turned, enlarged and described", async () => {
  const page = await gallery.open("frames");
  await page.getByRole("img", { name: /^Page 1:/ }).waitFor();
  await page.getByRole("button", { name: "Next page" }).click();
  await page.getByText("Page 2 of 3").waitFor();
  const sheet = page.locator(".sheet").first();
  const width = async () => Math.round((await sheet.boundingBox())?.width ?? 0);
  const fitted = await width();
  const zoom = page.getByRole("button", { name: /^(Fit|\d+%)$/ });
  await expect.poll(() => zoom.textContent()).toBe("Fit");
  await page.getByRole("button", { name: "Larger" }).click();
  await page.getByText("50%").waitFor();
  // Half of 595 points, which are 793 dots of the screen.
  await expect.poll(width).toBe(397);
  await zoom.click();
  await expect.poll(width).toBe(fitted);
  await page.context().close();
});

test("a dialog keeps focus inside, closes with Escape and gives focus back", async () => {
  const page = await gallery.open("actions");
  const opener = page.getByRole("button", { name: "Export paper" });
  await opener.focus();
  await page.keyboard.press("Enter");
  await page.getByRole("dialog", { name: "Export the paper" }).waitFor();
  await expectAccessible(page);
  await picture(page, "parts-dialog");
  for (let press = 0; press < 5; press += 1) await page.keyboard.press("Tab");
  expect(
    await page.evaluate(() => Boolean(document.activeElement?.closest('[role="dialog"]'))),
  ).toBe(true);
  await page.keyboard.press("Escape");
  await page.getByRole("dialog").waitFor({ state: "detached" });
  await expect.poll(() => opener.evaluate((e) => e === document.activeElement)).toBe(true);
  await page.context().close();
});

test("a question that removes something has the safe answer focused first", async () => {
  const page = await gallery.open("actions");
  await page.getByRole("button", { name: "Remove report" }).click();
  await page.getByRole("alertdialog").waitFor();
  await expect.poll(() => page.evaluate(() => document.activeElement?.textContent)).toBe("Cancel");
  await page.context().close();
});

test("a menu is used by keyboard and the status line speaks", async () => {
  const page = await gallery.open("actions");
  await page.getByRole("button", { name: "More" }).focus();
  await page.keyboard.press("Enter");
  await page.getByRole("menu").waitFor();
  await expectAccessible(page);
  await page.keyboard.press("End");
  await page.keyboard.press("Enter");
  await page.getByRole("status").getByText("could not be removed").waitFor();
  await page.getByRole("button", { name: "Put away" }).click();
  await page.getByText("could not be removed").waitFor({ state: "detached" });
  await page.context().close();
});

test("what is done is said for some seconds; a trouble stays", async () => {
  const page = await gallery.open("actions");
  await page.clock.install();
  await page.getByRole("button", { name: "Add section" }).click();
  const status = page.getByRole("status");
  await status.getByText("Section added.").waitFor();
  await page.clock.fastForward(5000);
  await expect.poll(() => status.textContent()).toBe("Section added.");
  await page.clock.fastForward(2000);
  await expect.poll(() => status.textContent()).toBe("");

  await page.getByRole("button", { name: "More" }).click();
  await page.getByRole("menuitem", { name: "Remove section" }).click();
  await status.getByText("could not be removed").waitFor();
  await page.clock.fastForward(60_000);
  await expect.poll(() => status.textContent()).toContain("could not be removed");
  await page.context().close();
});

test("Enter on a finding goes to its field", async () => {
  const page = await gallery.open("");
  const list = page.getByRole("grid", { name: "Checks" });
  await list.getByRole("row").first().focus();
  await page.keyboard.press("Enter");
  const place = await page.evaluate(() => document.activeElement?.getAttribute("data-place"));
  expect(place).toBe("line/2/variance");
  await page.context().close();
});
