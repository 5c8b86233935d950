// The program in its real window, driven through WebKitWebDriver on a display of the test's own.

import { mkdirSync, readlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";

import * as axe from "../harness/axe.mjs";
import { newFolder, program } from "../harness/outturn.mjs";
import * as pictures from "../harness/pictures.mjs";
import { childrenOf, freePort, isAlive, start } from "../harness/processes.mjs";
import { screen } from "../harness/screen.mjs";
import { until } from "../harness/wait.mjs";
import { answerDialog, windowsOn } from "./dialog.mjs";
import { openDisplay } from "./display.mjs";
import { named } from "./locate.mjs";
import { Session } from "./webdriver.mjs";

/**
 * A place for windows of one test: a display, a message bus, and the folders in which the program
 * keeps what it remembers. All of it goes when the test ends; the program may be killed and opened
 * again in between.
 */
export async function openDesk(
  test,
  { size = screen, binary = program("outturn"), env: more = {} } = {},
) {
  const { path: folder, remove } = newFolder();
  const open = [];
  let display;
  test.after(async () => {
    for (const window of open) await window.kill();
    await display?.close();
    remove();
  });
  display = await openDisplay(folder, size);
  const env = { ...display.env, ...homes(folder), ...more };

  return {
    /** For the test's own files. */
    folder,
    env,
    /** Starts the program with these arguments and waits for its page. */
    async openWindow(...args) {
      const window = await Window.open(binary, args, env, size);
      open.push(window);
      return window;
    },
  };
}

/** A system whose person asked for stillness: a colour on its way to another is no colour to judge. */
const STILL = "[Settings]\ngtk-enable-animations=0\n";

/** The folders in which programs keep settings, data and caches, each below `folder`. */
function homes(folder) {
  const home = join(folder, "home");
  const names = {
    XDG_CONFIG_HOME: "config",
    XDG_DATA_HOME: "data",
    XDG_CACHE_HOME: "cache",
    XDG_STATE_HOME: "state",
    XDG_RUNTIME_DIR: "run",
  };
  const entries = Object.entries(names).map(([name, part]) => [name, join(home, part)]);
  for (const [, path] of entries) mkdirSync(path, { recursive: true, mode: 0o700 });
  const toolkit = join(home, names.XDG_CONFIG_HOME, "gtk-3.0");
  mkdirSync(toolkit);
  writeFileSync(join(toolkit, "settings.ini"), STILL);
  return { HOME: home, ...Object.fromEntries(entries) };
}

/** How often a page that goes on changing is looked at again before its picture is taken as it is. */
const STILL_TRIES = 5;

/** The window of one run of the program. */
class Window {
  #driver;
  #session;
  #env;
  #windows;

  static async open(binary, args, env, size) {
    const port = await freePort();
    // The program takes part in automation only when it is told to.
    const automation = { TAURI_AUTOMATION: "true", TAURI_WEBVIEW_AUTOMATION: "true" };
    const options = ["--host=127.0.0.1", `--port=${port}`];
    const window = new Window();
    window.#driver = await start("WebKitWebDriver", options, { env: { ...env, ...automation } });
    window.#env = env;
    try {
      window.#session = await until("WebKitWebDriver and the program's page", () =>
        Session.begin(port, binary, args),
      );
      window.pid = childrenOf(window.#driver.pid).find(
        (pid) => readlinkSync(`/proc/${pid}/exe`) === binary,
      );
      await until("the page", () => window.run(() => document.readyState === "complete"));
      await window.#session.resize(size.width, size.height);
      window.#windows = windowsOn(env);
    } catch (error) {
      const { output } = window.#driver;
      await window.kill();
      throw new Error(`${error.message}\n${output}`, { cause: error });
    }
    return window;
  }

  /** What the program and the driver printed. */
  get output() {
    return this.#driver.output;
  }

  title() {
    return this.#session.title();
  }

  /** Runs a function in the page, and returns what it returns or promises. */
  run(page, ...args) {
    return this.#session.run(page, ...args);
  }

  /** Asks the program what the screens ask it, and returns what the answer holds. */
  async ask(request) {
    const answer = await this.run(
      (request) => window.__TAURI_INTERNALS__.invoke("call", { request }),
      request,
    );
    return answer.with;
  }

  /** Waits for the element that a CSS selector finds. */
  find(selector, limit) {
    return until(`an element ${selector}`, () => this.#session.element(selector), limit);
  }

  /** Waits for the one visible element with this role and accessible name. */
  get(role, name, limit) {
    return until(
      `one ${role} named "${name}"`,
      async () => {
        const found = await this.run(named, role, name);
        if (found.length !== 1) throw new Error(`There are ${found.length}.`);
        return found[0];
      },
      limit,
    );
  }

  /** All visible elements with this role and accessible name. */
  all(role, name) {
    return this.run(named, role, name);
  }

  /** Clicks the label that a radio button or a checkbox is drawn by. */
  async tick(role, name) {
    const box = await this.get(role, name);
    await (await this.run((box) => box.closest("label"), box)).click();
  }

  /** Chooses an option of a closed list by its words. */
  async choose(label, option) {
    const list = await until(`a list named "${label}"`, () => this.run(listNamed, label));
    await list.click();
    await (await this.get("option", option)).click();
  }

  /**
   * Pastes this text where the focus is, from the system's own clipboard. Nothing else on the
   * display can put it there, so the page is made to copy it first.
   */
  async paste(text) {
    await this.run((text) => {
      const copy = (event) => {
        event.preventDefault();
        event.stopImmediatePropagation();
        event.clipboardData.setData("text/plain", text);
        window.outturnCopied = true;
      };
      window.outturnCopied = false;
      window.addEventListener("copy", copy, { capture: true, once: true });
    }, text);
    await this.press("Control+c");
    await until("the text to be on the clipboard", () => this.run(() => window.outturnCopied));
    await this.press("Control+v");
  }

  /** Waits until this text can be read anywhere in the page. */
  reads(text, limit) {
    return until(
      `the words "${text}"`,
      () => this.run((words) => document.body.innerText.includes(words), text),
      limit,
    );
  }

  focused() {
    return this.#session.focused();
  }

  /** Presses keys one after the other, each as `a`, `Enter` or `Control+Shift+z`. */
  press(...chords) {
    return this.#session.press(...chords);
  }

  /** Types this text with the keyboard, wherever the focus is. */
  type(text) {
    return this.#session.press(...text);
  }

  /** Asks the window to close, as the button on its frame does. */
  async requestClose() {
    await this.run(() => {
      // The window may be gone before there is an answer.
      void window.__TAURI_INTERNALS__.invoke("plugin:window|close", { label: "main" });
    });
  }

  resize(width, height) {
    return this.#session.resize(width, height);
  }

  /** Takes a picture of the page once it stands still, and keeps it where pictures are kept. */
  async picture(name) {
    await this.run(drawn);
    let png = await this.#session.screenshot();
    for (let tries = 0; tries < STILL_TRIES; tries += 1) {
      const before = png;
      png = await this.#session.screenshot();
      if (png.equals(before)) break;
    }
    pictures.keep(`window-${name}`, png);
    return png;
  }

  /** What axe-core finds wrong with the page as it is now, by these rules, one line for each. */
  async violations(options = axe.options) {
    if (!(await this.run(() => "axe" in window))) {
      await this.#session.runScript(`${axe.source()}; arguments[arguments.length - 1]({});`);
    }
    return axe.lines(await this.run((options) => window.axe.run(document, options), options));
  }

  /** Types a path into the file dialog that is open, and agrees to it. */
  answerDialog(path) {
    return answerDialog(this.#env, this.#windows, path);
  }

  /** Ends the program at once, as a power cut would, and the driver with it. */
  async kill() {
    if (this.pid && isAlive(this.pid)) process.kill(this.pid, "SIGKILL");
    await this.#driver.kill();
  }

  /** Waits until the program has ended of its own accord. */
  async ends(limit) {
    await until("the program to end", () => !isAlive(this.pid), limit);
    await this.#driver.stop();
  }
}

/** In the page: the button of the closed list with this label. */
function listNamed(label) {
  const buttons = [...document.querySelectorAll("button[aria-haspopup=listbox]")];
  return buttons.find((button) => {
    const ids = button.getAttribute("aria-labelledby")?.split(" ") ?? [];
    return ids.some((id) => document.getElementById(id)?.textContent.trim() === label);
  });
}

/** In the page: until what has changed is on the screen. */
function drawn() {
  return new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve)));
}
