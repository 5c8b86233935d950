// The grid of a measure table: the columns that the paper prints, and what typing in each changes.
import type { Change, MeasureCell, MeasureColumn, MeasureRow } from "../generated/wire";
import type { GridColumn, Option } from "../parts";

/** The words to choose from in columns that hold one of a set, by what the column shows. */
export type Choosing = { [shows in string]?: Option[] };

/** What is asked of the catalogue for a grid. */
export interface GridWords {
  /** The heading over the names, where the table itself shows none. */
  measure: string;
}

/** A grid's columns, and how many of them come before those of the table. */
export interface MeasureGrid {
  columns: GridColumn[];
  /** 1 where the names stand before the table's own columns, as it shows neither name nor reference. */
  before: number;
  /** Which of the table's columns names the row; -1 where none does. */
  header: number;
}

/** The columns of the grid of a measure table. */
export function gridOf(shown: MeasureColumn[], choosing: Choosing, words: GridWords): MeasureGrid {
  const at = (shows: string) => shown.findIndex((column) => column.shows === shows);
  const header = at("name") >= 0 ? at("name") : at("reference");
  const columns = shown.map(
    ({ id, shows, heading, group, figures }, index): GridColumn => ({
      id,
      header: heading,
      group: group || undefined,
      align: figures ? "end" : "start",
      width: WIDTHS[shows] ?? (figures ? 5 : 7),
      isRowHeader: index === header,
      isLong: shows === "owner",
      options: choosing[shows],
    }),
  );
  if (header >= 0) return { columns, before: 0, header };
  const name = { id: "measure", header: words.measure, isRowHeader: true, isReadOnly: true };
  return { columns: [{ ...name, width: 11 }, ...columns], before: 1, header };
}

const WIDTHS: { [shows in string]?: number } = {
  reference: 5,
  name: 11,
  owner: 8,
  benchmark: 8,
};

/** What typing in one cell comes to; nothing where the cell is worked out. */
export function changesOf(
  row: MeasureRow | undefined,
  column: MeasureColumn | undefined,
  cell: MeasureCell | undefined,
  choosing: Choosing,
  text: string,
): Change[] {
  const stored = cell?.stored;
  if (!row || !column || !stored) return [];
  const actual = (period: string, field: string, text: string): Change => ({
    change: "set-figure-field",
    measure: row.measure.id,
    series: "actual",
    period,
    field,
    text,
  });
  switch (stored.in) {
    case "cell":
      return [{ change: "set", place: stored.place, text: chosen(choosing[column.shows], text) }];
    case "figure":
      return [
        {
          change: "set-figure",
          measure: stored.measure,
          series: stored.series,
          period: stored.period,
          text,
        },
      ];
    case "own-period":
      return [actual(stored.period, "own_period", text)];
    case "fraction": {
      const [numerator, denominator] = halves(text);
      return [
        actual(stored.period, "numerator", numerator),
        actual(stored.period, "denominator", denominator),
      ];
    }
  }
}

/** What was counted, and out of what: "45 / 60". What has no stroke was counted out of nothing. */
export function halves(text: string): [string, string] {
  const stroke = text.indexOf("/");
  if (stroke < 0) return [text.trim(), ""];
  return [text.slice(0, stroke).trim(), text.slice(stroke + 1).trim()];
}

/** What is stored for a text in a column with choices: the choice that is called so. */
function chosen(options: Option[] | undefined, text: string): string {
  const said = text.trim().toLowerCase();
  const option = options?.find(
    ({ id, label }) => id.toLowerCase() === said || label.toLowerCase() === said,
  );
  return option?.id ?? text;
}
