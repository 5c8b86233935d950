// Where the cursor of a grid is, where a key takes it, and which cells a selection covers.

/** One cell, counted from 0. */
export interface At {
  row: number;
  col: number;
}

/** How many rows and columns there are. */
export interface Size {
  rows: number;
  cols: number;
}

/** A rectangle of cells, both ends included. */
export interface Range {
  top: number;
  left: number;
  bottom: number;
  right: number;
}

/** How many rows Page Up and Page Down go. */
const PAGE = 10;

/** The rectangle between the cell a selection began at and the one it has reached. */
export function rangeOf(anchor: At, focus: At): Range {
  return {
    top: Math.min(anchor.row, focus.row),
    left: Math.min(anchor.col, focus.col),
    bottom: Math.max(anchor.row, focus.row),
    right: Math.max(anchor.col, focus.col),
  };
}

/** The cell a navigation key leads to; the same cell at an edge; undefined for any other key. */
export function step(at: At, key: string, isFar: boolean, size: Size): At | undefined {
  const last = { row: size.rows - 1, col: size.cols - 1 };
  const moves: Record<string, At> = {
    ArrowUp: { ...at, row: isFar ? 0 : at.row - 1 },
    ArrowDown: { ...at, row: isFar ? last.row : at.row + 1 },
    ArrowLeft: { ...at, col: isFar ? 0 : at.col - 1 },
    ArrowRight: { ...at, col: isFar ? last.col : at.col + 1 },
    Home: { row: isFar ? 0 : at.row, col: 0 },
    End: { row: isFar ? last.row : at.row, col: last.col },
    PageUp: { ...at, row: at.row - PAGE },
    PageDown: { ...at, row: at.row + PAGE },
  };
  const to = moves[key];
  return to && inside(to, size);
}

/** The next cell in reading order, or the one before; undefined past either end. */
export function neighbour(at: At, way: 1 | -1, size: Size): At | undefined {
  const index = at.row * size.cols + at.col + way;
  if (index < 0 || index >= size.rows * size.cols) return undefined;
  return { row: Math.floor(index / size.cols), col: index % size.cols };
}

/** The nearest cell that there is. */
export function inside(at: At, size: Size): At {
  const clamp = (value: number, count: number) => Math.max(0, Math.min(value, count - 1));
  return { row: clamp(at.row, size.rows), col: clamp(at.col, size.cols) };
}

/** Whether a rectangle covers a cell. */
export function covers(range: Range, at: At): boolean {
  return (
    at.row >= range.top && at.row <= range.bottom && at.col >= range.left && at.col <= range.right
  );
}
