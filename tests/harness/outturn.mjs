// The built programs, the samples, and a folder for each test.

import { execFileSync } from "node:child_process";
import { existsSync, mkdtempSync, rmSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { fileURLToPath } from "node:url";

const root = fileURLToPath(new URL("../..", import.meta.url));

/** Loads the packages of `ui/`, which are the only npm packages of the project. */
export const requireFromUi = createRequire(join(root, "ui/package.json"));

/** A program of the workspace, as `cargo xtask test` built it. */
export function program(name) {
  const target = resolve(root, process.env.CARGO_TARGET_DIR || "target");
  const file = join(process.env.OUTTURN_PROGRAMS ?? join(target, "debug"), name);
  if (!existsSync(file)) {
    throw new Error(`${file} is not there: build it with \`cargo xtask test --only build\`.`);
  }
  return file;
}

/** The folder of the built screens. */
export function screens() {
  return join(root, "ui/dist");
}

/** Runs `outturn-cli` and returns what it prints. */
export function cli(...args) {
  return execFileSync(program("outturn-cli"), args, { encoding: "utf8" });
}

/** Packs one of the samples into a folder, and returns the file. */
export function packed(folder, sample = "directorate-overview") {
  const file = join(folder, `${sample}.outturn`);
  cli("pack", join(root, "tests/samples", sample), file);
  return file;
}

/** A new folder; `remove` takes it away with all that is in it. */
export function newFolder() {
  const path = mkdtempSync(join(tmpdir(), "outturn-test-"));
  // A program that was just killed may still be letting go of its files.
  const remove = () =>
    rmSync(path, { recursive: true, force: true, maxRetries: 10, retryDelay: 50 });
  return { path, remove };
}
