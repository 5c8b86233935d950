import { describe, expect, test } from "vitest";
import type { OutlineItem } from "../generated/wire";
import { neighbourOf, readKey, sectionsIn, spotFor, treeOf } from "./outlineTree";

const section = (id: string, parent: string | null, missing = 0): OutlineItem => ({
  id,
  parent,
  depth: parent ? 1 : 0,
  number: "",
  heading: id,
  kind: "narrative",
  missing,
  blocking: missing > 1,
  items: 0,
  hidden: false,
  standing: "drafting",
  standingWords: "",
  openComments: 0,
  cards: [],
});
// a, b (with b1, b2), c
const sections = [
  section("a", null),
  section("b", null, 1),
  section("b1", "b"),
  section("b2", "b", 2),
  section("c", null),
];

describe("spotFor", () => {
  test.each([
    ["b", "up", { parent: null, after: null }],
    ["c", "up", { parent: null, after: "a" }],
    ["a", "up", null],
    ["a", "down", { parent: null, after: "b" }],
    ["c", "down", null],
    ["b1", "down", { parent: "b", after: "b2" }],
    ["c", "in", { parent: "b", after: "b2" }],
    ["b", "in", { parent: "a", after: null }],
    ["b1", "in", null],
    ["b2", "out", { parent: null, after: "b" }],
    ["a", "out", null],
    ["gone", "up", null],
  ] as const)("%s %s", (id, way, expected) => {
    expect(spotFor(sections, id, way)).toEqual(expected);
  });
});

test("a section goes with every section in it", () => {
  const deeper = [...sections, section("b11", "b1")];
  expect(sectionsIn(deeper, "b")).toEqual(["b1", "b11", "b2"]);
  expect(sectionsIn(deeper, "c")).toEqual([]);
});

test.each([
  ["a", "b"],
  ["b", "a"],
  ["b1", "b"],
  ["c", "b2"],
] as const)("where %s was, %s is gone to", (id, expected) => {
  expect(neighbourOf(sections, id)).toBe(expected);
});

test("where the only section was, nothing is left to go to", () => {
  expect(neighbourOf([section("a", null), section("a1", "a")], "a")).toBeUndefined();
});

describe("treeOf", () => {
  const tree = treeOf(sections, "left out", String);
  test("puts sections into the sections they stand in", () => {
    expect(tree.map((item) => item.label)).toEqual(["a", "b", "c"]);
    expect(tree[1]?.children?.map((item) => item.label)).toEqual(["b1", "b2"]);
  });
  test("marks what is done and counts what is not", () => {
    expect(tree[0]?.mark).toBe("done");
    expect(tree[1]?.missing).toEqual({ count: 1, severity: "warning" });
    expect(tree[1]?.children?.[1]?.missing).toEqual({ count: 2, severity: "blocking" });
  });
  test("puts a section's cards before the sections in it", () => {
    const status = { value: "green", word: "Green", reason: "", computed: null, overridden: false };
    const card = {
      id: "e1",
      measure: "m1",
      reference: "NI 1",
      name: "",
      status,
      due: "",
      missing: 0,
      blocking: false,
    };
    const [item] = treeOf(
      [{ ...section("k", null), cards: [card] }, section("k1", "k")],
      "left out",
      String,
    );
    expect(item?.children?.map((child) => child.id)).toEqual(["entry/e1", "section/k1"]);
    expect(readKey("entry/e1")).toEqual({ kind: "entry", id: "e1" });
    expect(readKey("section/2026-27-q2/b")).toEqual({ kind: "section", id: "2026-27-q2/b" });
  });
});

test("what is left out of the paper says so", () => {
  const [item] = treeOf([{ ...section("h", null), hidden: true }], "left out", String);
  expect(item).toMatchObject({ note: "left out", isLeftOut: true });
});
