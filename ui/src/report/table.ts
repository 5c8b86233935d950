// What typing and pasting in a table comes to.
import type { Change, SectionBody, TableCell, TableColumn } from "../generated/wire";
import type { At, GridCell } from "../parts";
import type { Say } from "../words";

/** A statement or a schedule as the program gives it. */
export type TableBody = Extract<SectionBody, { kind: "table" }>;

/** A line of a table. */
export type TableLine = TableBody["lines"][number];

/** A column of the paper, with its place among all columns, hidden ones too. */
export interface ShownColumn {
  column: TableColumn;
  at: number;
}

/** The columns that are not kept out of the paper. */
export function shownColumns(body: TableBody): ShownColumn[] {
  return body.columns.map((column, at) => ({ column, at })).filter(({ column }) => !column.hidden);
}

/** A cell: one that is computed shows that, and says what was supplied beside it. */
export function cellOf(cell: TableCell | undefined, isReadOnly: boolean, say: Say): GridCell {
  if (!cell) return { text: "", isReadOnly: true };
  const { computed, entered, slip } = cell;
  const supplied = entered && say("ui-statement-supplied", { figure: entered });
  return {
    text: entered,
    shown: cell.shown,
    note: computed === null ? undefined : [say("ui-statement-computed"), supplied].join(" ").trim(),
    problem: slip ?? undefined,
    isReadOnly: isReadOnly || !cell.editable,
    place: cell.place,
  };
}

/** The change that typing in one cell of a line comes to: its label, a cell or its comment. */
export function changeOf(body: TableBody, line: string, col: number, text: string): Change[] {
  if (col === 0) return [{ change: "set", place: `line/${line}#label`, text }];
  const columns = shownColumns(body);
  const column = columns[col - 1]?.column;
  if (column) return [{ change: "set-amount", line, column: column.id, text }];
  const isComment = col === columns.length + 1;
  return isComment ? [{ change: "set", place: `line/${line}#comment`, text }] : [];
}

/** The changes that a block pasted over lines that are there comes to. */
export function changesOf(body: TableBody, ids: string[], at: At, cells: string[][]): Change[] {
  return cells.flatMap((texts, r) => {
    const line = ids[at.row + r];
    return line === undefined
      ? []
      : texts.flatMap((text, c) => changeOf(body, line, at.col + c, text));
  });
}

/** How many lines a block needs that are not there. */
export function linesBeyond(body: TableBody, at: At, cells: string[][]): number {
  return Math.max(0, at.row + cells.length - body.lines.length);
}
