import { describe, expect, test } from "vitest";
import type { FindingView, OutlineItem } from "../generated/wire";
import { byNearness, findingKey, listed, nextFinding, saidOf, targetOf } from "./findings";

const finding = (place: string, more: Partial<FindingView> = {}): FindingView => ({
  code: "missing",
  severity: "blocking",
  sentence: `${place} is missing`,
  mend: "Write it",
  place,
  section: null,
  entry: null,
  measure: null,
  at: "",
  ...more,
});
const a = finding("section/a#text", { section: "a" });
const b1 = finding("entry/e1#commentary", { section: "b", entry: "e1" });
const b2 = finding("entry/e2#commentary", { section: "b", entry: "e2" });
const c = finding("section/c#lead", { section: "c" });
const all = [a, b1, b2, c];
const inB = { view: "section", section: "b" } as const;

describe("nextFinding", () => {
  test.each([
    ["begins with what is open", null, 1, b1],
    ["begins at the end of what is open when going back", null, -1, b2],
    ["goes on from the one last visited", findingKey(b2), 1, c],
    ["goes back from it", findingKey(b2), -1, b1],
    ["begins again after the last", findingKey(c), 1, a],
    ["goes to the last before the first", findingKey(a), -1, c],
    ["begins with what is open when the last one was mended", "mended", 1, b1],
  ] as const)("%s", (_, visited, step, expected) => {
    expect(nextFinding(all, visited, inB, step)).toBe(expected);
  });
  test("begins with the first where nothing is found in what is open", () => {
    expect(nextFinding(all, null, { view: "people" }, 1)).toBe(a);
  });
  test("leads nowhere when there is nothing to mend", () => {
    expect(nextFinding([], null, inB, 1)).toBeUndefined();
  });
});

test("the findings of what is open stand first, of a card only its own", () => {
  expect(byNearness(all, inB)).toEqual({ near: [b1, b2], far: [a, c] });
  const card = { view: "card", section: "b", entry: "e2" } as const;
  expect(byNearness(all, card)).toEqual({ near: [b2], far: [a, b1, c] });
});

test.each([
  ["6.2 Milestones", "There is nothing in it.", "6.2 Milestones: There is nothing in it."],
  ["The report", "The report has no title.", "The report has no title."],
  ["", "Nobody is listed.", "Nobody is listed."],
])("at “%s”, “%s” is said with its subject once", (at, sentence, said) => {
  const found = finding("section/a#text", { at, sentence });
  expect(saidOf(found)).toBe(said);
  expect([listed(found).where, sentence].filter(Boolean).join(": ")).toBe(said);
});

describe("targetOf", () => {
  const item = (id: string, kind: string, cards: string[] = []): OutlineItem => ({
    id,
    parent: null,
    depth: 0,
    number: "",
    heading: "",
    kind,
    missing: 0,
    blocking: false,
    items: 0,
    hidden: false,
    standing: "drafting",
    standingWords: "",
    openComments: 0,
    cards: cards.map((card) => ({ id: card }) as OutlineItem["cards"][number]),
  });
  const outline = [item("cover", "cover"), item("b", "cards", ["e1"]), item("t", "measure-table")];
  test.each([
    [
      "a card opens itself",
      finding("entry/e1#commentary", { section: "b", entry: "e1" }),
      { view: "card", section: "b", entry: "e1" },
    ],
    [
      "a row of a table opens its section",
      finding("entry/e9#status", { section: "t", entry: "e9" }),
      { view: "section", section: "t" },
    ],
    [
      "a measure opens itself",
      finding("measure/m1#polarity", { measure: "m1" }),
      { view: "measures", measure: "m1" },
    ],
    [
      "a measure opens itself from a card too, which does not show its fields",
      finding("measure/m1#owner", { section: "b", entry: "e1", measure: "m1" }),
      { view: "measures", measure: "m1" },
    ],
    [
      "a figure opens its measure",
      { place: "value/m1/actual/2009-Q1", section: null, entry: null, measure: "m1" },
      { view: "measures", measure: "m1" },
    ],
    ["a person opens the people", finding("person/p1#initials"), { view: "people" }],
    [
      "the report's own fields are on its cover",
      finding("report/r1#title", { section: "cover" }),
      { view: "section", section: "cover" },
    ],
    ["a rule opens the report's settings", finding("rule/x#green"), { view: "settings" }],
  ] as const)("%s", (_, at, expected) => {
    expect(targetOf(at, outline)).toEqual(expected);
  });
});
