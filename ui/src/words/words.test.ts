// The catalogue and the code agree: every key that is used is there, every key that is there is
// used, and no part speaks words of its own.
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { FluentResource } from "@fluent/bundle";
import { describe, expect, test } from "vitest";
import { FALLBACK_LOCALE, locales, wordsIn } from ".";

const CATALOGUE = join(import.meta.dirname, "../../../src-tauri/crates/words/locales");
const keys = ["ui.ftl", "screens.ftl", "editors.ftl", "across.ftl"].flatMap((name) =>
  keysOf(readFileSync(join(CATALOGUE, "en-GB", name), "utf8")),
);
const sources = filesUnder(join(import.meta.dirname, ".."))
  .filter((path) => /\.tsx?$/.test(path) && !path.includes(".test.") && !path.includes("/gallery/"))
  .map((path) => ({ path, text: readFileSync(path, "utf8") }));

test("every key in the code is in the catalogue", () => {
  const missing = uses().filter(({ key, isWhole }) =>
    isWhole ? !keys.includes(key) : !keys.some((known) => known.startsWith(key)),
  );
  expect(missing).toEqual([]);
});

test("every key in the catalogue is in the code", () => {
  const used = uses();
  const idle = keys.filter(
    (key) => !used.some((use) => (use.isWhole ? use.key === key : key.startsWith(use.key))),
  );
  expect(idle).toEqual([]);
});

test("no file of the catalogue has a line that Fluent cannot read", () => {
  const folder = join(CATALOGUE, "en-GB");
  for (const name of readdirSync(folder)) {
    const text = readFileSync(join(folder, name), "utf8");
    expect(keysOf(text), name).toEqual(text.match(/^[a-z][\w-]*(?= =)/gm) ?? []);
  }
});

describe("wordsIn", () => {
  const say = wordsIn(FALLBACK_LOCALE);
  test("fills in what it is given, without marks around it", () => {
    expect(say("ui-page-of", { page: 3, pages: 12 })).toBe("Page 3 of 12");
  });
  test("gives a key that is nowhere back as itself", () => {
    expect(say("ui-no-such-words")).toBe("ui-no-such-words");
  });
  test("falls back for a language there is no folder for", () => {
    expect(wordsIn("cy")("ui-cancel")).toBe(say("ui-cancel"));
    expect(locales()[0]).toBe(FALLBACK_LOCALE);
  });
});

test("no text between tags is written in the code", () => {
  const written = sources
    .filter(({ path }) => path.endsWith(".tsx"))
    .flatMap(({ path, text }) =>
      [...text.matchAll(/^\s+([A-Z][a-z]+(?: [a-z]+)+[.?!]?)$/gm)].map(
        (found) => `${path}: ${found[1]}`,
      ),
    );
  expect(written).toEqual([]);
});

function keysOf(ftl: string): string[] {
  return new FluentResource(ftl).body
    .map((message) => message.id)
    .filter((id) => !id.startsWith("-"));
}

/** Where the code names a key: whole, or the beginning of one that is put together. */
function uses(): { key: string; isWhole: boolean; path: string }[] {
  return sources.flatMap(({ path, text }) => [
    ...[...text.matchAll(/["`](ui-[a-z0-9-]*[a-z0-9])["`]/g)].map((found) => ({
      key: found[1] ?? "",
      isWhole: true,
      path,
    })),
    ...[...text.matchAll(/`(ui-[a-z0-9-]*-)\$\{/g)].map((found) => ({
      key: found[1] ?? "",
      isWhole: false,
      path,
    })),
  ]);
}

function filesUnder(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name));
}
