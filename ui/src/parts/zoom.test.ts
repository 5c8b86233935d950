import { expect, test } from "vitest";
import { nextZoom, pointsWide } from "./zoom";

test.each<[number, 1 | -1, number | undefined]>([
  [1, 1, 1.25],
  [1, -1, 0.75],
  [0.44, 1, 0.5],
  [0.44, -1, 0.25],
  [0.499, 1, 0.75],
  [3, 1, undefined],
  [0.25, -1, undefined],
  [0.2, -1, undefined],
])("from %d, the next one %d is %o", (shown, way, zoom) => {
  expect(nextZoom(shown, way)).toBe(zoom);
});

test.each([
  ['<svg viewBox="0 0 841.89 595.28" width="841.89pt">', 841.89],
  ['<svg class="page" viewBox="0 0 595.276 841.89">', 595.276],
  ["<svg>", 595.28],
  [undefined, 595.28],
])("a page drawn as %o is %d points wide", (svg, width) => {
  expect(pointsWide(svg)).toBe(width);
});
