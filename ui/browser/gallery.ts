// One page of the gallery in Chromium, and what the tests ask of every page.
import { mkdir } from "node:fs/promises";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type Browser, chromium, type Page } from "playwright-core";
import { afterAll, beforeAll, expect, inject } from "vitest";

const AXE = createRequire(import.meta.url).resolve("axe-core/axe.min.js");
const PICTURES = process.env.OUTTURN_PICTURES ?? join(tmpdir(), "outturn-pictures");

/** How a page is opened. */
export interface Opening {
  theme?: "light" | "dark";
  width?: number;
  height?: number;
  /** Text twice as large, as zooming to 200% makes it. */
  isZoomed?: boolean;
}

/** A browser for one test file; `open` gives pages that complain of every error. */
export function openGallery() {
  let browser: Browser;
  beforeAll(async () => {
    browser = await chromium.launch({
      executablePath: process.env.OUTTURN_CHROMIUM ?? "/usr/bin/chromium",
      args: ["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run"],
    });
  });
  afterAll(() => browser?.close());

  return {
    /** Opens one room, or all of them when none is named. */
    open: async (room: string, opening: Opening = {}): Promise<Page> => {
      const { theme = "light", width = 1280, height = 720, isZoomed = false } = opening;
      const context = await browser.newContext({
        colorScheme: theme,
        viewport: isZoomed ? { width: width / 2, height: height / 2 } : { width, height },
        deviceScaleFactor: isZoomed ? 2 : 1,
        permissions: ["clipboard-read", "clipboard-write"],
        reducedMotion: "reduce",
        bypassCSP: false,
      });
      const page = await context.newPage();
      complaints.length = 0;
      page.on("pageerror", (error) => expect.fail(`The page failed: ${error.message}`));
      page.on("console", (message) => {
        if (message.type() === "error") complaints.push(message.text());
      });
      await page.goto(`${inject("gallery")}?room=${room}`);
      await page.waitForSelector(room ? `#${room}` : "#frames");
      await page.evaluate(() => document.fonts.ready);
      return page;
    },
  };
}

/** What the page opened last wrote to its console as errors: refused by the content policy, for one. */
export const complaints: string[] = [];

/** Fails with every accessibility rule that a page breaks. */
export async function expectAccessible(page: Page): Promise<void> {
  // The page's own policy lets no script in but its own; the browser's tools may.
  await page.evaluate(await axeSource());
  const broken = await page.evaluate(async () => {
    const { axe } = window as unknown as { axe: typeof import("axe-core") };
    const { violations } = await axe.run(document);
    return violations.map(
      ({ id, nodes }) => `${id}: ${nodes.map((node) => node.target.join(" ")).join(" | ")}`,
    );
  });
  expect(broken).toEqual([]);
}

/** Takes a picture of the page for a person to look at. */
export async function picture(page: Page, name: string): Promise<void> {
  await mkdir(PICTURES, { recursive: true });
  const rooms = page.locator(".gallery-rooms");
  const tall = await rooms.evaluate((element) => element.scrollHeight + 160);
  const size = page.viewportSize();
  if (size) await page.setViewportSize({ width: size.width, height: Math.max(size.height, tall) });
  await page.screenshot({ path: join(PICTURES, `${name}.png`) });
  if (size) await page.setViewportSize(size);
}

async function axeSource(): Promise<string> {
  const { readFile } = await import("node:fs/promises");
  return readFile(AXE, "utf8");
}
