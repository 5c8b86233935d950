// The rows of one table as a grid: edited, pasted into, added to, put in order and removed.
import type { ReactNode } from "react";
import type { Change, RowView } from "../generated/wire";
import { type At, Button, EmptyState, Grid, type GridColumn, type GridRow } from "../parts";
import { useEdit, useReadOnly } from "./edit";
import { useRowActions } from "./rowActions";
import { useRows } from "./useRows";
import "./rows.css";

/** One column of a table: a field of its rows. */
export interface RowColumn extends GridColumn {
  /** The field; the column's id. */
  id: string;
  /** How a cell is shown, where that is more than its words. */
  show?: (text: string) => ReactNode;
}

/** The rows of one table. */
export interface RowGridProps {
  label: string;
  /** The table. */
  entity: string;
  /** The row they hang under, if they do. */
  parent: string | null;
  rows: RowView[];
  columns: RowColumn[];
  /** Cells that every new row begins with. */
  newFields?: { [key in string]: string };
  /** The words on the button that adds one. */
  add: string;
  /** What to say while there are none. */
  empty: string;
  /** Whether it is one part of several, so that it says in one line that there are none. */
  isPart?: boolean;
}

/** The rows of one table as a grid. */
export function RowGrid(props: RowGridProps) {
  const { label, entity, rows, columns } = props;
  const edit = useEdit();
  const isReadOnly = useReadOnly();
  const table = useRows({
    ...props,
    ids: rows.map((row) => row.id),
    firstField: columns[0]?.id ?? "",
  });
  const rowActions = useRowActions(table, rows.length, (index) => rows[index]?.id ?? null);
  const addButton = (
    <div data-place={table.addPlace}>
      <Button icon="add" onPress={() => table.addLast()} isDisabled={isReadOnly}>
        {props.add}
      </Button>
    </div>
  );
  if (rows.length === 0) {
    return props.isPart ? (
      <div className="row-part">
        {addButton}
        <p className="quiet">{props.empty}</p>
      </div>
    ) : (
      <EmptyState title={props.empty} actions={addButton} />
    );
  }

  return (
    <div className="stack">
      <Grid
        label={label}
        columns={columns}
        rows={rows.map((row) => gridRow(entity, row, columns, isReadOnly))}
        onCommit={(at, text) => edit(setCell(props, at, text))}
        growsByRows={!isReadOnly}
        onPaste={(row, col, cells) => edit(pasted(props, table.addition, { row, col }, cells))}
        rowActions={isReadOnly ? undefined : (_, index) => rowActions(index)}
      />
      {addButton}
    </div>
  );
}

function gridRow(entity: string, row: RowView, columns: RowColumn[], isReadOnly: boolean): GridRow {
  return {
    id: row.id,
    cells: columns.map(({ id, show }) => {
      const text = row.fields[id] ?? "";
      const shown = text && show ? show(text) : undefined;
      return { text, shown, isReadOnly, place: `${entity}/${row.id}#${id}` };
    }),
  };
}

function setCell({ entity, rows, columns }: RowGridProps, at: At, text: string): Change[] {
  const row = rows[at.row];
  const column = columns[at.col];
  if (!row || !column) return [];
  return [{ change: "set", place: `${entity}/${row.id}#${column.id}`, text: stored(column, text) }];
}

/**
 * The changes a pasted block comes to: cells of the rows that are there, and new rows for those
 * past the last. New rows are all asked for after the last that is there, the last of them first.
 */
function pasted(
  props: RowGridProps,
  addition: ReturnType<typeof useRows>["addition"],
  at: At,
  cells: string[][],
): Change[] {
  const { rows, columns } = props;
  const there = cells.slice(0, rows.length - at.row);
  const beyond = cells.slice(rows.length - at.row);
  const sets = there.flatMap((line, r) =>
    line.flatMap((text, c) => setCell(props, { row: at.row + r, col: at.col + c }, text)),
  );
  const adds = beyond.reverse().map((line) => {
    const fields = line.flatMap((text, c) => {
      const column = columns[at.col + c];
      return column ? [[column.id, stored(column, text)]] : [];
    });
    return addition(rows.at(-1)?.id ?? null, Object.fromEntries(fields));
  });
  return [...sets, ...adds];
}

/** What is stored for a pasted text in a column with choices: the choice that is called so. */
function stored(column: RowColumn, text: string): string {
  const said = text.trim().toLowerCase();
  const option = column.options?.find(
    ({ id, label }) => id.toLowerCase() === said || label.toLowerCase() === said,
  );
  return option?.id ?? text;
}
