import { expect, test } from "vitest";
import type { SectionView } from "../generated/wire";
import { rowsToReview, withReviews } from "./unreviewed";

test("a part with words of the last report says so, wherever it stands", () => {
  const items = [
    { id: "section/a", label: "A", children: [{ id: "entry/x", label: "X" }] },
    { id: "section/b", label: "B", note: "exempt" },
  ];
  const shown = withReviews(items, new Set(["entry/x"]), "Not yet reviewed");
  expect(shown[0]?.note).toBeUndefined();
  expect(shown[0]?.children?.[0]?.note).toBe("Not yet reviewed");
  expect(shown[1]?.note).toBe("exempt");
});

test("a section's own words and those of its table are reviewed together", () => {
  const row = (id: string, unreviewed: string) => ({ id, fields: { unreviewed } });
  const view = {
    id: "s",
    fields: { unreviewed: "yes" },
    body: { kind: "measure-table", rows: [row("a", "yes"), row("b", "")] },
  } as unknown as SectionView;
  expect(rowsToReview(view)).toEqual(["section/s", "entry/a"]);
});
