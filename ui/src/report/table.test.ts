import { describe, expect, test } from "vitest";
import { wordsIn } from "../words";
import { cellOf, changeOf, changesOf, linesBeyond, shownColumns, type TableBody } from "./table";

const line = (id: string): TableBody["lines"][number] => ({
  id,
  kind: "line",
  fields: { label: id },
  letter: "",
  problem: null,
  cells: [],
});
const column = (id: string, hidden = false): TableBody["columns"][number] => ({
  id,
  fields: {},
  kind: "figure",
  heading: id,
  problem: null,
  hidden,
  figures: true,
  options: null,
});
const body: TableBody = {
  kind: "table",
  unit: "",
  columns: [column("budget"), column("left-out", true), column("spent")],
  details: [],
  lines: [line("a"), line("b")],
};

test.each([
  [0, { change: "set", place: "line/a#label", text: "9" }],
  [1, { change: "set-amount", line: "a", column: "budget", text: "9" }],
  [2, { change: "set-amount", line: "a", column: "spent", text: "9" }],
  [3, { change: "set", place: "line/a#comment", text: "9" }],
])("typing in column %i", (col, expected) => {
  expect(changeOf(body, "a", col, "9")).toEqual([expected]);
});

test("a column that is left out keeps its place among all", () => {
  expect(shownColumns(body).map(({ at }) => at)).toEqual([0, 2]);
});

test("typing past the last column changes nothing", () => {
  expect(changeOf(body, "a", 4, "9")).toEqual([]);
});

describe("a pasted block", () => {
  const at = { row: 1, col: 1 };
  const cells = [
    ["1", "2"],
    ["3", "4"],
  ];
  test("needs a line for each of its own that is past the last", () => {
    expect(linesBeyond(body, at, cells)).toBe(1);
    expect(linesBeyond(body, { row: 0, col: 1 }, cells)).toBe(0);
  });
  test("fills the lines there are, in order", () => {
    const changes = changesOf(body, ["a", "b", "c"], at, cells);
    expect(changes.map((change) => "line" in change && [change.line, change.column])).toEqual([
      ["b", "budget"],
      ["b", "spent"],
      ["c", "budget"],
      ["c", "spent"],
    ]);
  });
});

describe("cellOf", () => {
  const say = wordsIn("en-GB");
  const cell = {
    entered: "63",
    shown: "62",
    computed: "62",
    slip: "Not 63.",
    editable: true,
    place: "p",
  };
  test("shows what is computed and keeps what was supplied", () => {
    const shown = cellOf(cell, false, say);
    expect(shown).toMatchObject({ text: "63", shown: "62", problem: "Not 63." });
    expect(shown.note).toContain("63");
  });
  test("has nothing to note of a figure that was entered", () => {
    expect(cellOf({ ...cell, computed: null, slip: null }, false, say).note).toBeUndefined();
  });
  test("keeps still where a column has no cell", () => {
    expect(cellOf(undefined, false, say).isReadOnly).toBe(true);
  });
});
