import { describe, expect, test } from "vitest";
import { firstWords, foldedAtFirst, withFolded } from "./folds";

describe("a list begins", () => {
  test.each([
    ["with nothing in it", [], []],
    ["open where it is short", ["a", "b", "c"], []],
    ["folded but for its first row where it is long", ["a", "b", "c", "d"], ["b", "c", "d"]],
  ])("%s", (_, ids: string[], folded: string[]) => {
    expect([...foldedAtFirst(ids)]).toEqual(folded);
  });
});

test("a row is opened and folded without a word to the others", () => {
  const folded = new Set(["b", "c"]);
  expect([...withFolded(folded, "b", true)]).toEqual(["c"]);
  expect([...withFolded(folded, "a", false)]).toEqual(["b", "c", "a"]);
  expect([...withFolded(folded, "c", false)]).toEqual(["b", "c"]);
  expect([...folded]).toEqual(["b", "c"]);
});

describe("the first words of a text", () => {
  test.each([
    ["are all of a short one", "Demand outruns it.", 20, "Demand outruns it."],
    ["stand in one line", " Demand\n\noutruns  it. ", 20, "Demand outruns it."],
    ["end with a whole word", "Demand outruns the budget", 18, "Demand outruns…"],
    ["end without a comma", "Demand, and supply", 10, "Demand…"],
    ["are cut where one is longer than the line", "Unabbreviated", 5, "Unabb…"],
    ["are none where there are none", "  ", 20, ""],
  ])("%s", (_, text, limit, expected) => {
    expect(firstWords(text, limit)).toBe(expected);
  });
});
