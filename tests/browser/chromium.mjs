// The screens in Chromium, over the development host: the same screens and the same use cases as in
// the window, without the window.

import { accessSync, constants, mkdirSync } from "node:fs";
import { delimiter, join } from "node:path";

import * as axe from "../harness/axe.mjs";
import { newFolder, program, requireFromUi, screens } from "../harness/outturn.mjs";
import * as pictures from "../harness/pictures.mjs";
import { start } from "../harness/processes.mjs";
import { screen } from "../harness/screen.mjs";

/** Names of Chromium and its kin, as systems spell them. */
const NAMES = [
  "chromium",
  "chromium-browser",
  "google-chrome-stable",
  "google-chrome",
  "chrome",
  "msedge",
];

/** Chromium opens no connection of its own, and needs no sandbox within a container's. */
const OPTIONS = [
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-gpu",
  "--disable-quic",
  "--disable-sync",
  "--no-first-run",
  ...(process.getuid?.() === 0 ? ["--no-sandbox"] : []),
];

/**
 * A development host and a Chromium for one test; both go when it ends.
 * @returns {Promise<{ folder: string, files: string, url: string,
 *   openPage: (look?: { size?: object, scheme?: "light" | "dark", path?: string }) => Promise<Page> }>}
 *   `folder` is for the test's own files, and `files` is where the host keeps those that it makes
 */
export async function openDesk(test, { hasKeyStore = false } = {}) {
  const { path: folder, remove } = newFolder();
  let host;
  let browser;
  test.after(async () => {
    await browser?.close();
    await host?.stop();
    remove();
  });
  const files = join(folder, "files");
  mkdirSync(files);
  host = await startHost(files, hasKeyStore ? ["--key-store", "memory"] : []);
  const { chromium } = requireFromUi("playwright-core");
  browser = await chromium.launch({ executablePath: chromiumHere(), args: OPTIONS });

  return {
    folder,
    files,
    url: host.url,
    async openPage({ size = screen, scheme = "light", path = "" } = {}) {
      const settings = { viewport: size, colorScheme: scheme, locale: "en-GB" };
      const context = await browser.newContext({ ...settings, reducedMotion: "reduce" });
      const page = new Page(await context.newPage());
      await page.inside.goto(host.url + path);
      return page;
    },
  };
}

/** How Chromium words an answer that refuses a request: a part of the work, and no complaint. */
const REFUSED = "status of 422";

/** A page of the screens. What playwright offers on pages is `inside`. */
class Page {
  constructor(inside) {
    this.inside = inside;
    /** What the page complained of on its console, and what it failed to catch. */
    this.complaints = [];
    inside.on("pageerror", (error) => this.complaints.push(String(error)));
    inside.on("console", (message) => {
      if (message.text().includes(REFUSED)) return;
      if (["error", "warning"].includes(message.type())) this.complaints.push(message.text());
    });
  }

  /** The one element with this role and this whole accessible name. */
  get(role, name) {
    return this.inside.getByRole(role, { name, exact: true });
  }

  /** Presses keys one after the other, each as `a`, `Enter` or `Control+Shift+Z`. */
  async press(...chords) {
    for (const chord of chords) await this.inside.keyboard.press(chord);
  }

  /** Takes a picture of the page, and keeps it under this name where pictures are kept. */
  async picture(name) {
    const png = await this.inside.screenshot();
    pictures.keep(`browser-${name}`, png);
    return png;
  }

  /** What axe-core finds wrong with the page as it is now, one line for each. */
  async violations() {
    if (!(await this.inside.evaluate(() => "axe" in window))) {
      await this.inside.evaluate(axe.source());
    }
    const results = await this.inside.evaluate(
      (options) => window.axe.run(document, options),
      axe.options,
    );
    return axe.lines(results);
  }
}

/** Starts the host on a port that is free; its first line is its address. */
async function startHost(files, more) {
  const options = ["--port", "0", "--ui", screens(), "--folder", files, ...more];
  const host = await start(program("outturn-devhost"), options);
  const [url] = await host.prints(/^http:\/\/127\.0\.0\.1:\d+/m);
  return Object.assign(host, { url });
}

function chromiumHere() {
  const folders = (process.env.PATH ?? "").split(delimiter);
  const files = NAMES.flatMap((name) => folders.map((folder) => join(folder, name)));
  const found = files.find(isExecutable);
  if (!found) throw new Error(`No Chromium is here under any of these names: ${NAMES.join(", ")}.`);
  return found;
}

function isExecutable(file) {
  try {
    accessSync(file, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}
