// The layers of the interface: a file may import from its own folder and from folders below it,
// never from one above or beside. Only the platform knows Tauri.
import { readdirSync, readFileSync } from "node:fs";
import { join, relative, resolve, sep } from "node:path";
import { expect, test } from "vitest";

/** Lowest first. Folders in one line stand beside each other and may not import each other. */
const LAYERS = [
  ["generated", "words", "styles"],
  ["parts"],
  ["platform"],
  ["file"],
  ["people", "history", "copies"],
  ["measures", "agreement"],
  ["report"],
  ["screens"],
  ["gallery", "."],
];

const SRC = import.meta.dirname;

test("imports go down only", () => {
  const upward = imports().filter(({ from, to }) => {
    if (to === undefined || from === to) return false;
    return heightOf(to) >= heightOf(from);
  });
  expect(upward).toEqual([]);
});

test("every folder has a layer", () => {
  const folders = readdirSync(SRC, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map((entry) => entry.name);
  expect(folders.filter((folder) => !LAYERS.flat().includes(folder))).toEqual([]);
});

test("only the platform knows Tauri", () => {
  const strangers = imports().filter(
    ({ name, from }) => name.startsWith("@tauri-apps/") && from !== "platform",
  );
  expect(strangers).toEqual([]);
});

test("the shipped page does not know the gallery", () => {
  expect(imports().filter(({ to, from }) => to === "gallery" && from !== "gallery")).toEqual([]);
});

function heightOf(folder: string): number {
  return LAYERS.findIndex((layer) => layer.includes(folder));
}

/** Every import in the code: the folder it is in, and the folder it leads to if that is one of ours. */
function imports() {
  return readdirSync(SRC, { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile() && /\.tsx?$/.test(entry.name))
    .flatMap((entry) => {
      const path = join(entry.parentPath, entry.name);
      const text = readFileSync(path, "utf8");
      return [...text.matchAll(/(?:from|import)\s*\(?["']([^"']+)["']/g)].map((found) => {
        const name = found[1] ?? "";
        return {
          file: relative(SRC, path),
          name,
          from: folderOf(path),
          to: name.startsWith(".") ? folderOf(resolve(entry.parentPath, name)) : undefined,
        };
      });
    });
}

/** The folder right under `src` that a path is in, or "." for `src` itself. */
function folderOf(path: string): string {
  const parts = relative(SRC, path).split(sep);
  const first = parts[0] ?? ".";
  const isFolder = parts.length > 1 || LAYERS.flat().includes(first);
  return isFolder ? first : ".";
}
