import { expect, test } from "vitest";
import { tabbedFrom } from "./SplitPane";

const PANES = [{ minWidth: 13 }, { minWidth: 26 }, { minWidth: 18 }];

test.each([
  ["a wide window shows all", 80, 3],
  ["just enough shows all", 57, 3],
  ["less keeps the first beside tabs", 56, 1],
  ["just enough for the first and the widest", 39, 1],
  ["a zoomed window puts every pane behind a tab", 38, 0],
])("%s", (_, room, shown) => {
  expect(tabbedFrom(PANES, room)).toBe(shown);
});
