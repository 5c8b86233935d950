// What typing and pasting in a statement comes to.
import type { Change, SectionBody, StatementCell } from "../generated/wire";
import type { At, GridCell } from "../parts";
import type { Say } from "../words";

/** A statement as the program gives it. */
export type StatementBody = Extract<SectionBody, { kind: "statement" }>;

/** A cell of figures: one that is computed shows that, and says what was supplied beside it. */
export function cellOf(cell: StatementCell | undefined, isReadOnly: boolean, say: Say): GridCell {
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

/** The change that typing in one cell of a line comes to: its label, a figure or its comment. */
export function changeOf(body: StatementBody, line: string, col: number, text: string): Change[] {
  if (col === 0) return [{ change: "set", place: `line/${line}#label`, text }];
  const column = body.columns[col - 1];
  if (column) return [{ change: "set-amount", line, column: column.id, text }];
  const isComment = col === body.columns.length + 1;
  return isComment ? [{ change: "set", place: `line/${line}#comment`, text }] : [];
}

/** The changes that a block pasted over lines that are there comes to. */
export function changesOf(body: StatementBody, ids: string[], at: At, cells: string[][]): Change[] {
  return cells.flatMap((texts, r) => {
    const line = ids[at.row + r];
    return line === undefined
      ? []
      : texts.flatMap((text, c) => changeOf(body, line, at.col + c, text));
  });
}

/** How many lines a block needs that are not there. */
export function linesBeyond(body: StatementBody, at: At, cells: string[][]): number {
  return Math.max(0, at.row + cells.length - body.lines.length);
}
