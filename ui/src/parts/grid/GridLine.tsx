// One row of a grid. It is drawn again only when something in it changed, so that moving through
// a large grid costs two rows and not all of them.
import { memo, type ReactNode, type RefObject } from "react";
import { useWords } from "../../words";
import { Icon } from "../Icon";
import { CellEditor } from "./CellEditor";
import { headClass } from "./GridHead";
import {
  type CellDraft,
  cellKey,
  type Drafts,
  type GridCell,
  type GridColumn,
  type GridRow,
  isEditable,
} from "./model";
import type { Editing, GridState } from "./useGrid";

/** What a row is drawn from. */
export interface GridLineProps {
  row: GridRow;
  index: number;
  columns: GridColumn[];
  hasActions: boolean;
  /** The column of the active cell, or -1 when it is in another row. */
  activeCol: number;
  /** The first and last selected column, or -1 when none is. */
  from: number;
  to: number;
  /** Whether more than one cell is selected. */
  isMany: boolean;
  drafts: Drafts;
  editing: Editing | null;
  editor: RefObject<GridState>;
  saidId: string | undefined;
}

/** One row of a grid. */
export const GridLine = memo(function GridLine(props: GridLineProps) {
  const { row, index, columns, activeCol, editing, editor } = props;
  const say = useWords();
  return (
    <tr className={lineClass(row)}>
      {columns.map((column, col) => {
        const cell = row.cells[col] ?? { text: "" };
        const draft = props.drafts.get(cellKey(row, column));
        const isActive = col === activeCol;
        const isEdited = editing?.at.col === col;
        const isSelected = col >= props.from && col <= props.to;
        const Tag = column.isRowHeader ? "th" : "td";
        return (
          <Tag
            key={column.id}
            scope={column.isRowHeader ? "row" : undefined}
            data-at={`${index},${col}`}
            data-place={cell.place}
            className={cellClass(column, cell, draft, isActive, isSelected && props.isMany)}
            tabIndex={isActive ? 0 : -1}
            aria-selected={isSelected}
            aria-readonly={!isEditable(row, column, { row: index, col })}
            aria-invalid={draft?.state === "refused" || cell.problem ? true : undefined}
            aria-describedby={isActive ? props.saidId : undefined}
          >
            {isEdited ? (
              <CellEditor
                column={column}
                text={editing.text}
                label={[row.cells[0]?.text, column.group, column.header].filter(Boolean).join(", ")}
                onNote={(text) => editor.current.noteEdit(text)}
                onEnd={(text, after) => editor.current.endEdit(text, after)}
              />
            ) : (
              <span className="grid-text" style={indent(row, col)}>
                {shownOf(cell, column, draft) ||
                  (column.isRowHeader && <span className="unseen">{say("ui-grid-unnamed")}</span>)}
                {cell.note && <span className="grid-note" aria-hidden="true" />}
              </span>
            )}
          </Tag>
        );
      })}
      {props.hasActions && (
        <td
          data-at={`${index},${columns.length}`}
          className="grid-actions"
          tabIndex={activeCol === columns.length ? 0 : -1}
          aria-haspopup="menu"
        >
          <Icon name="more" />
          <span className="unseen">{say("ui-row-actions")}</span>
        </td>
      )}
    </tr>
  );
});

function lineClass(row: GridRow): string {
  return row.kind === "note" ? "grid-note-line" : `grid-${row.kind ?? "line"}`;
}

function cellClass(
  column: GridColumn,
  cell: GridCell,
  draft: CellDraft | undefined,
  isActive: boolean,
  isSelected: boolean,
): string {
  const names = ["grid-cell", headClass(column)];
  if (isActive) names.push("grid-active");
  if (isSelected) names.push("grid-selected");
  if (column.isReadOnly || cell.isReadOnly) names.push("grid-fixed");
  if (column.isLong) names.push("grid-long");
  if (draft) names.push(`grid-${draft.state}`);
  else if (cell.problem) names.push("grid-problem");
  return names.filter(Boolean).join(" ");
}

function shownOf(cell: GridCell, column: GridColumn, draft: CellDraft | undefined): ReactNode {
  if (!draft && cell.shown !== undefined) return cell.shown;
  const text = draft?.text ?? cell.text;
  return column.options?.find((option) => option.id === text)?.label ?? text;
}

function indent(row: GridRow, col: number) {
  return col === 0 && row.level ? { paddingInlineStart: `${row.level + 0.5}rem` } : undefined;
}
