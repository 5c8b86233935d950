import { describe, expect, test } from "vitest";
import type { MeasureCell, MeasureColumn, MeasureRow } from "../generated/wire";
import { changesOf, gridOf, halves } from "./measureGrid";

const column = (shows: string, rest: Partial<MeasureColumn> = {}): MeasureColumn => ({
  id: shows,
  shows,
  heading: shows.toUpperCase(),
  group: "",
  figures: false,
  ...rest,
});

describe("the grid has the paper's columns in their order", () => {
  const grid = (...shows: string[]) =>
    gridOf(
      shows.map((each) => column(each)),
      { status: [{ id: "green", label: "Green" }] },
      { measure: "Measure" },
    );

  test("with their headings, and figures at the end", () => {
    const shown = [
      column("name"),
      column("outturn", { group: "Now", figures: true }),
      column("owner"),
    ];
    const { columns, before } = gridOf(shown, {}, { measure: "Measure" });
    expect(before).toBe(0);
    expect(columns.map(({ header, group, align }) => [header, group, align])).toEqual([
      ["NAME", undefined, "start"],
      ["OUTTURN", "Now", "end"],
      ["OWNER", undefined, "start"],
    ]);
  });

  test.each<[string, string[], string]>([
    ["the name where there is one", ["reference", "name", "outturn"], "name"],
    ["else the reference", ["outturn", "reference"], "reference"],
    ["else a name that is put before them", ["outturn", "status"], "measure"],
  ])("a row is named by %s", (_, shows, named) => {
    const { columns } = grid(...shows);
    expect(columns.filter(({ isRowHeader }) => isRowHeader).map(({ id }) => id)).toEqual([named]);
  });

  test("a column of a closed set has its choices", () => {
    expect(grid("name", "status").columns[1]?.options).toEqual([{ id: "green", label: "Green" }]);
  });
});

describe("typing in a cell changes what it stores", () => {
  const row = { id: "e", measure: { id: "m" } } as MeasureRow;
  const choosing = { status: [{ id: "green", label: "Green" }] };
  const change = (shows: string, stored: MeasureCell["stored"], text: string) => {
    const cell = { shown: "", entered: "", covered: false, stored, place: "" };
    return changesOf(row, column(shows), cell, choosing, text);
  };
  const field = (field: string, text: string) => ({
    change: "set-figure-field",
    measure: "m",
    series: "actual",
    period: "2013-14-q2",
    field,
    text,
  });

  test("nothing where it is worked out", () => {
    expect(change("target-variance", null, "5")).toEqual([]);
    expect(changesOf(undefined, undefined, undefined, {}, "5")).toEqual([]);
  });

  test("a cell, by the choice that is called so", () => {
    const stored = { in: "cell", place: "entry/e#status" } as const;
    const set = { change: "set", place: "entry/e#status" };
    expect(change("status", stored, "Green")).toEqual([{ ...set, text: "green" }]);
    expect(change("status", stored, "")).toEqual([{ ...set, text: "" }]);
    expect(change("status", stored, "Puce")).toEqual([{ ...set, text: "Puce" }]);
  });

  test("a figure", () => {
    const at = { measure: "m", series: "target", period: "2013-14" };
    expect(change("target", { in: "figure", ...at }, "80")).toEqual([
      { change: "set-figure", ...at, text: "80" },
    ]);
  });

  test("what a figure was counted from, and its own period", () => {
    const at = { measure: "m", period: "2013-14-q2" };
    expect(change("fraction", { in: "fraction", ...at }, "45 / 60")).toEqual([
      field("numerator", "45"),
      field("denominator", "60"),
    ]);
    expect(change("period-covered", { in: "own-period", ...at }, "Sep–Jul")).toEqual([
      field("own_period", "Sep–Jul"),
    ]);
  });
});

test.each([
  ["45/60", "45", "60"],
  [" 45 / 60 ", "45", "60"],
  ["45", "45", ""],
  ["", "", ""],
  ["1/2/3", "1", "2/3"],
])("%j was counted so", (text, numerator, denominator) => {
  expect(halves(text)).toEqual([numerator, denominator]);
});
