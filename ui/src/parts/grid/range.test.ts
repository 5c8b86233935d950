import { expect, test } from "vitest";
import { covers, inside, neighbour, rangeOf, step } from "./range";

const SIZE = { rows: 5, cols: 3 };

test.each([
  ["ArrowDown", false, { row: 2, col: 1 }],
  ["ArrowUp", true, { row: 0, col: 1 }],
  ["ArrowDown", true, { row: 4, col: 1 }],
  ["ArrowLeft", false, { row: 1, col: 0 }],
  ["ArrowRight", true, { row: 1, col: 2 }],
  ["Home", false, { row: 1, col: 0 }],
  ["End", false, { row: 1, col: 2 }],
  ["Home", true, { row: 0, col: 0 }],
  ["End", true, { row: 4, col: 2 }],
  ["PageDown", false, { row: 4, col: 1 }],
  ["PageUp", false, { row: 0, col: 1 }],
])("%s (far: %s) leads to %o", (key, isFar, to) => {
  expect(step({ row: 1, col: 1 }, key, isFar, SIZE)).toEqual(to);
});

test("any other key leads nowhere", () => {
  expect(step({ row: 1, col: 1 }, "a", false, SIZE)).toBeUndefined();
});

test("reading order goes on to the next row and ends at either end", () => {
  expect(neighbour({ row: 0, col: 2 }, 1, SIZE)).toEqual({ row: 1, col: 0 });
  expect(neighbour({ row: 1, col: 0 }, -1, SIZE)).toEqual({ row: 0, col: 2 });
  expect(neighbour({ row: 4, col: 2 }, 1, SIZE)).toBeUndefined();
  expect(neighbour({ row: 0, col: 0 }, -1, SIZE)).toBeUndefined();
});

test("a selection covers the rectangle whichever way it was made", () => {
  const range = rangeOf({ row: 3, col: 0 }, { row: 1, col: 2 });
  expect(range).toEqual({ top: 1, left: 0, bottom: 3, right: 2 });
  expect(covers(range, { row: 2, col: 1 })).toBe(true);
  expect(covers(range, { row: 0, col: 1 })).toBe(false);
});

test("a cursor past a removed row comes back inside", () => {
  expect(inside({ row: 9, col: 1 }, SIZE)).toEqual({ row: 4, col: 1 });
});
