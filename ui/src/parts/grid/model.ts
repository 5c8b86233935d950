// What a grid is told: its columns, its rows, and what to do with what is typed.
import type { ReactNode } from "react";
import type { Outcome } from "../commit";
import type { MenuAction } from "../Menu";
import type { Option } from "../Select";
import type { At } from "./range";

/** One column. */
export interface GridColumn {
  id: string;
  header: string;
  /** A few words under the heading, such as what the figures of this column cover. */
  subheader?: string;
  /** A heading over this column and the neighbours that have the same one. */
  group?: string;
  /** Figures stand at the end, words at the start. */
  align?: "start" | "end";
  /** Its least width, in rem. */
  width?: number;
  /** Names the row: read out with every cell of it, and kept in sight when scrolling sideways. */
  isRowHeader?: boolean;
  isReadOnly?: boolean;
  /** Why its heading stands out, such as "this report's period"; its heading then does. */
  mark?: string;
  /** May hold several lines. */
  isLong?: boolean;
  /** What can be chosen; the cell's text is then an option's id. */
  options?: Option[];
}

/** One cell. */
export interface GridCell {
  /** What is edited, copied and committed. */
  text: string;
  /** What is shown, where that is more than the text. */
  shown?: ReactNode;
  isReadOnly?: boolean;
  /** What a check says of it. */
  problem?: string;
  /** Something to know about it, such as "provisional". */
  note?: string;
  /** The address of what is edited, so that a finding can lead here. */
  place?: string;
}

/** One row: as many cells as there are columns. */
export interface GridRow {
  id: string;
  cells: GridCell[];
  /** How it stands out among the lines. */
  kind?: "line" | "group" | "subtotal" | "total" | "note";
  /** How far its first cell is set in, in steps. */
  level?: number;
}

/** An editable grid. */
export interface GridProps {
  label: string;
  columns: GridColumn[];
  rows: GridRow[];
  /** One cell was edited. */
  onCommit: (at: At, text: string) => Promise<Outcome>;
  /**
   * A block of cells is to be written at once, its first cell at `row` and `col`: pasted from a
   * spreadsheet, or cleared (every cell empty). It fits the grid, but may reach past the last row
   * where the grid grows; a cell that cannot be written is given the text it has.
   */
  onPaste: (row: number, col: number, cells: string[][]) => Promise<Outcome>;
  /** What can be done with a row; shown in a last column. */
  rowActions?: (row: GridRow, index: number) => MenuAction[];
  /** Says that a block may reach past the last row: what is past it becomes new rows. */
  growsByRows?: boolean;
  onActive?: (at: At) => void;
}

/** What was typed in a cell and is not stored yet. */
export interface CellDraft {
  text: string;
  state: "saving" | "refused";
  sentence?: string;
}

/** Drafts by cell. */
export type Drafts = ReadonlyMap<string, CellDraft>;

/** The name of a cell among the drafts, which stays when rows are added above it. */
export function cellKey(row: GridRow, column: GridColumn): string {
  return `${row.id}\u0000${column.id}`;
}

/** Whether a cell takes typing. */
export function isEditable(row: GridRow | undefined, column: GridColumn | undefined, at: At) {
  const cell = row?.cells[at.col];
  return Boolean(cell && column && !cell.isReadOnly && !column.isReadOnly);
}
