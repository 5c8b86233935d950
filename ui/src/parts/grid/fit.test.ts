import { describe, expect, test } from "vitest";
import { cellAt, cellName, fitBlock, type Ground } from "./fit";
import type { GridRow } from "./model";

/** Three lines of a name, two figures and one that is worked out. */
const GROUND: Ground = {
  columns: [
    { id: "line", header: "Line", isRowHeader: true },
    { id: "budget", header: "Annual", group: "Budget" },
    { id: "spent", header: "Spent" },
    { id: "left", header: "Left", isReadOnly: true },
  ],
  rows: ["Employees", "Premises", "Transport"].map(
    (name, index): GridRow => ({
      id: `r${index}`,
      cells: [name, "10", "4", "6"].map((text, col) => ({
        text,
        isReadOnly: index === 2 && col === 1,
        place: `line/${index}#${col}`,
      })),
    }),
  ),
};
const GROWING: Ground = { ...GROUND, growsByRows: true };

const block = (text: string) => text.split("\n").map((line) => line.split("|"));

describe("a block that fits is written as it is", () => {
  test.each<[string, Ground, [number, number], string, string]>([
    ["inside", GROUND, [0, 1], "1|2\n3|4", "1|2\n3|4"],
    ["up to the last row", GROUND, [1, 2], "1\n2", "1\n2"],
    ["with blanks in it, which clear", GROUND, [0, 1], "1|\n|4", "1|\n|4"],
    ["with blank rows and columns at its end, inside", GROUND, [0, 1], "1|\n|", "1|\n|"],
    ["with a blank row past the last", GROUND, [1, 2], "1\n2\n", "1\n2"],
    ["with blank columns past the last", GROUND, [0, 2], "1||  |", "1|6"],
    ["over a cell that takes none, with a blank", GROUND, [2, 0], "Travel||5", "Travel|10|5"],
    ["over a cell that takes none, with what it says", GROUND, [0, 2], "5|6", "5|6"],
    ["past the last row, where the grid grows", GROWING, [2, 2], "1\n2\n3", "1\n2\n3"],
    ["with a blank row at its end, where the grid grows", GROWING, [2, 2], "1\n2\n", "1\n2"],
    ["nothing but blanks", GROUND, [0, 1], "|\n|", "|\n|"],
  ])("%s", (_, ground, [row, col], pasted, written) => {
    expect(fitBlock(ground, { row, col }, block(pasted))).toEqual({
      fits: true,
      cells: block(written),
    });
  });
});

describe("a block that does not fit is refused, with the room there is", () => {
  test.each<[string, Ground, [number, number], string, number[]]>([
    ["past the last row", GROUND, [2, 2], "1\n2", [2, 1, 1, 2]],
    ["past the last column", GROUND, [0, 3], "6|7", [1, 2, 3, 1]],
    ["past both", GROUND, [2, 3], "1|2\n3|4", [2, 2, 1, 1]],
    ["past the last column of a grid that grows", GROWING, [0, 3], "6|7", [1, 2, Infinity, 1]],
    ["beside the last column", GROUND, [0, 4], "1", [1, 1, 3, 0]],
  ])("%s", (_, ground, [row, col], pasted, [rows, cols, roomRows, roomCols]) => {
    expect(fitBlock(ground, { row, col }, block(pasted))).toEqual({
      fits: false,
      why: "size",
      rows,
      cols,
      roomRows,
      roomCols,
    });
  });
});

describe("a block with words for a cell that takes none is refused, with the cell", () => {
  test.each<[string, Ground, [number, number], string, [number, number]]>([
    ["in a column", GROUND, [0, 2], "5|7", [0, 3]],
    ["in one row", GROUND, [0, 1], "1\n2\n3", [2, 1]],
    ["in a row that would be new", GROWING, [2, 2], "5|6\n5|6", [3, 3]],
  ])("%s", (_, ground, [row, col], pasted, at) => {
    expect(fitBlock(ground, { row, col }, block(pasted))).toEqual({
      fits: false,
      why: "fixed",
      at: { row: at[0], col: at[1] },
    });
  });
});

test("a cell is named by its headings, and found by its place", () => {
  expect(cellName(GROUND, { row: 1, col: 1 })).toBe("Premises, Budget, Annual");
  expect(cellName(GROWING, { row: 7, col: 2 })).toBe("Spent");
  expect(cellAt(GROUND, "line/2#1")).toEqual({ row: 2, col: 1 });
  expect(cellAt(GROUND, "line/9#1")).toBeUndefined();
  expect(cellAt(GROUND, undefined)).toBeUndefined();
});
