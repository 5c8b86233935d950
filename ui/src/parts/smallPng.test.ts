import { expect, test } from "vitest";
import { fitted } from "./smallPng";

test.each([
  ["a photograph is made smaller", 4000, 2000, false, { width: 720, height: 360 }],
  ["a small picture stays as it is", 120, 60, false, { width: 120, height: 60 }],
  ["a drawing is drawn as large as is of use", 24, 12, true, { width: 720, height: 360 }],
  ["a line stays a pixel high", 9000, 1, false, { width: 720, height: 1 }],
])("%s", (_, width, height, scales, expected) => {
  expect(fitted(width, height, 720, scales)).toEqual(expected);
});
