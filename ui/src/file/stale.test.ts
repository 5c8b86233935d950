import { expect, test } from "vitest";
import { whenStale } from "./stale";

const text = { touched: ["section/s1"] };
const title = { touched: ["report/r1"] };

test.each([
  ["an editor shows what was stored at once", ["file", "section", "s1"], text, "now"],
  ["so does a card that is open", ["file", "card", "e1"], text, "now"],
  ["and the outline", ["file", "report", "r1"], text, "now"],
  ["and the list of measures", ["file", "measures"], text, "now"],
  ["checks wait until changes rest", ["file", "findings", "r1"], text, "soon"],
  ["pages wait until changes rest", ["file", "preview", "r1", "s1"], text, "soon"],
  ["the list of work waits until changes rest", ["file", "work"], text, "soon"],
  ["the file stays when a section changed", ["file", "workspace"], text, "no"],
  ["the file is asked for when a report changed", ["file", "workspace"], title, "now"],
  ["the shared folder is looked into from time to time", ["file", "sharing"], text, "no"],
  ["a page belongs to its preview", ["page", 3, 0], text, "no"],
  ["the start screen is not the file's", ["start"], text, "no"],
] as const)("%s", (_, key, committed, expected) => {
  expect(whenStale(key, committed)).toBe(expected);
});
