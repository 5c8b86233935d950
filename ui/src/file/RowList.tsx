// The rows of one table one under another, each with its own fields: for rows that hold writing.
import { type ReactNode, useId } from "react";
import { Button, Menu } from "../parts";
import { useWords } from "../words";
import { useReadOnly } from "./edit";
import { useRowActions } from "./rowActions";
import { type Rows, useRows } from "./useRows";
import "./rows.css";

/** The rows of one table. */
export interface RowListProps<Row extends { id: string }> extends Omit<Rows, "ids"> {
  rows: Row[];
  /** What one row is called, such as "Action 2". */
  name: (index: number) => string;
  /** The words on the button that adds one. */
  add: string;
  /** Whether nothing can be added, because it was said that there are none. */
  isClosed?: boolean;
  children: (row: Row) => ReactNode;
}

/** The rows of one table one under another. */
export function RowList<Row extends { id: string }>(props: RowListProps<Row>) {
  const { rows, name, add, isClosed = false, children } = props;
  const say = useWords();
  const isReadOnly = useReadOnly();
  const ids = useId();
  const table = useRows({ ...props, ids: rows.map((row) => row.id) });
  const actions = useRowActions(table, rows.length, (index) => rows[index]?.id ?? null, true);
  return (
    <div className="row-list">
      {rows.length > 0 && (
        <ol className="row-list-rows">
          {rows.map((row, index) => (
            <li key={row.id} className="row-list-row" aria-labelledby={`${ids}-${row.id}`}>
              <div className="row-list-top">
                <span id={`${ids}-${row.id}`} className="row-list-name">
                  {name(index)}
                </span>
                {!isReadOnly && (
                  <Menu
                    label={say("ui-actions-for", { name: name(index) })}
                    isIconOnly
                    actions={actions(index)}
                  />
                )}
              </div>
              {children(row)}
            </li>
          ))}
        </ol>
      )}
      {!isReadOnly && !isClosed && (
        <div data-place={table.addPlace}>
          <Button icon="add" size="small" onPress={() => table.addLast()}>
            {add}
          </Button>
        </div>
      )}
    </div>
  );
}
