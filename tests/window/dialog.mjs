// File dialogs, which are the system's own and so beyond WebDriver: answered by keyboard through X.

import { execFileSync } from "node:child_process";

import { until } from "../harness/wait.mjs";

/** How long a dialog may take over a key before it is pressed again, in milliseconds. */
const RETRY_MS = 3000;

/**
 * Types a path into the file dialog that is open, and agrees to it.
 * @param {Record<string, string>} env the display on which the dialog is
 * @param {string[]} others the windows that are no dialogs
 * @param {string} path a whole path, which dialogs take in place of a name; in ASCII, because the
 *   display has no keys for more
 */
export async function answerDialog(env, others, path) {
  if (/[^ -~]/.test(path)) throw new Error(`There are no keys for every letter of ${path}.`);
  const dialog = await until("a file dialog", () =>
    windowsOn(env).find((window) => !others.includes(window)),
  );
  // Nothing gives the focus to a new window where no window manager runs.
  xdotool(env, "windowfocus", "--sync", dialog);
  xdotool(env, "key", "ctrl+l", "ctrl+a");
  xdotool(env, "type", "--delay", "2", path);
  let next = 0;
  await until("the file dialog to close", () => {
    if (!windowsOn(env).includes(dialog)) return true;
    if (performance.now() < next) return false;
    // A dialog that is still looking for names that begin so lets the key pass.
    next = performance.now() + RETRY_MS;
    xdotool(env, "windowfocus", "--sync", dialog, "key", "Return");
    return false;
  });
  if (others.length > 0) xdotool(env, "windowfocus", "--sync", others[0]);
}

/** The windows on a display that have a title. */
export function windowsOn(env) {
  try {
    return xdotool(env, "search", "--onlyvisible", "--name", ".+").split("\n");
  } catch (error) {
    // It answers 1 when it finds none.
    if (error.status === 1) return [];
    throw error;
  }
}

function xdotool(env, ...args) {
  const options = {
    encoding: "utf8",
    env: { ...process.env, ...env },
    stdio: ["ignore", "pipe", "ignore"],
  };
  return execFileSync("xdotool", args, options).trim();
}
