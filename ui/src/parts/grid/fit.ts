// Whether a pasted block has room where it is to go. A block goes in whole or not at all: half of
// what was copied, without a word about the rest, is how figures get lost.
import { type GridProps, type GridRow, isEditable } from "./model";
import type { At } from "./range";

/** What a block comes to: the cells to write, or why none of them can be. */
export type Fit =
  | { fits: true; cells: string[][] }
  | { fits: false; why: "size"; rows: number; cols: number; roomRows: number; roomCols: number }
  | { fits: false; why: "fixed"; at: At };

/** What a block is to go into. */
export type Ground = Pick<GridProps, "columns" | "rows" | "growsByRows">;

/**
 * Fits a block in at a cell. Blank lines and columns past the edge are left out, because a
 * spreadsheet puts them on the clipboard of itself; blanks inside the grid clear what is there. A
 * cell that cannot be written takes nothing but a blank, or what it shows already.
 */
export function fitBlock(ground: Ground, at: At, block: string[][]): Fit {
  const roomRows = ground.growsByRows ? Number.POSITIVE_INFINITY : ground.rows.length - at.row;
  const roomCols = Math.max(0, ground.columns.length - at.col);
  const { rows, cols } = filled(block);
  if (rows > roomRows || cols > roomCols) {
    return { fits: false, why: "size", rows, cols, roomRows, roomCols };
  }
  const kept = Math.max(rows, ground.rows.length - at.row);
  const cells = block.slice(0, kept).map((line) => line.slice(0, roomCols));
  const fixed = cellsOf(cells).find(({ row, col, text }) =>
    isLost(ground, { row: at.row + row, col: at.col + col }, text),
  );
  if (fixed) {
    return { fits: false, why: "fixed", at: { row: at.row + fixed.row, col: at.col + fixed.col } };
  }
  return { fits: true, cells: sparing(ground, at, cells) };
}

/** A block in which every cell that takes no typing is given the text it has. */
export function sparing({ rows, columns }: Ground, at: At, cells: string[][]): string[][] {
  return cells.map((line, r) => {
    const row = rows[at.row + r];
    return line.map((text, c) => {
      const col = at.col + c;
      const isFree = !row || isEditable(row, columns[col], { row: at.row + r, col });
      return isFree ? text : (row.cells[col]?.text ?? "");
    });
  });
}

/** The heading of a row and of a column, as both name a cell: "Actual, Q3 2012/13". */
export function cellName({ columns, rows }: Ground, at: At): string {
  const column = columns[at.col];
  return [rowName(columns, rows[at.row]), column?.group, column?.header].filter(Boolean).join(", ");
}

/** The cell that edits a place. */
export function cellAt({ rows }: Ground, place: string | undefined): At | undefined {
  if (place === undefined) return undefined;
  for (const [row, { cells }] of rows.entries()) {
    const col = cells.findIndex((cell) => cell.place === place);
    if (col >= 0) return { row, col };
  }
  return undefined;
}

function rowName(columns: Ground["columns"], row: GridRow | undefined): string | undefined {
  const header = Math.max(
    0,
    columns.findIndex((column) => column.isRowHeader),
  );
  return row?.cells[header]?.text;
}

/** How many rows and columns hold anything, counted from the first. */
function filled(block: string[][]): { rows: number; cols: number } {
  const isFilled = (text: string) => text.trim() !== "";
  const rows = block.findLastIndex((line) => line.some(isFilled)) + 1;
  const cols = Math.max(0, ...block.map((line) => line.findLastIndex(isFilled) + 1));
  return { rows, cols };
}

function cellsOf(cells: string[][]): { row: number; col: number; text: string }[] {
  return cells.flatMap((line, row) => line.map((text, col) => ({ row, col, text })));
}

/** Whether a text would not arrive: the cell takes no typing, and does not say the same already. */
function isLost({ rows, columns }: Ground, at: At, text: string): boolean {
  if (text.trim() === "") return false;
  const row = rows[at.row];
  const column = columns[at.col];
  if (!row) return Boolean(column?.isReadOnly);
  return !isEditable(row, column, at) && row.cells[at.col]?.text !== text;
}
