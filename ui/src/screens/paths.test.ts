import { expect, test } from "vitest";
import { folderOf, nameOf, pathIn } from "./paths";

test.each([
  ["/home/amy/Documents", "Adults 2026-27-q2", "/home/amy/Documents/Adults 2026-27-q2.outturn"],
  ["C:\\Users\\amy\\", "Adults", "C:\\Users\\amy\\Adults.outturn"],
  ["/tmp", "A/B: what?", "/tmp/A B what.outturn"],
])("a new file in %s", (folder, name, path) => {
  expect(pathIn(folder, name, "outturn")).toBe(path);
});

test.each([
  ["/home/amy/Adults.outturn", "/home/amy"],
  ["C:\\Users\\amy\\Adults.outturn", "C:\\Users\\amy"],
])("the folder and the name of %s", (path, folder) => {
  expect(folderOf(path)).toBe(folder);
  expect(nameOf(path)).toBe("Adults.outturn");
});
