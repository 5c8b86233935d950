// The headings of a grid's columns, in two lines where some columns belong together.
import { memo } from "react";
import { useWords } from "../../words";
import type { GridColumn } from "./model";

/** The headings of a grid's columns. */
export const GridHead = memo(function GridHead({
  columns,
  hasActions,
}: {
  columns: GridColumn[];
  hasActions: boolean;
}) {
  const say = useWords();
  const groups = groupsOf(columns);
  const hasGroups = groups.some((group) => group.name !== undefined);
  return (
    <thead>
      {hasGroups && (
        <tr className="grid-groups">
          {groups.map(({ name, first, span }) =>
            name === undefined ? (
              <td key={first.id} colSpan={span} className={headClass(first)} />
            ) : (
              <th key={first.id} colSpan={span} scope="colgroup" className="grid-group">
                {name}
              </th>
            ),
          )}
          {hasActions && <td className="grid-actions" />}
        </tr>
      )}
      <tr className={hasGroups ? "grid-heads grid-heads-second" : "grid-heads"}>
        {columns.map((column) => (
          <th
            key={column.id}
            scope="col"
            className={[headClass(column), column.mark && "grid-marked"].filter(Boolean).join(" ")}
            title={column.mark}
            style={{ minWidth: `${column.width ?? 5}rem` }}
          >
            {column.group && <span className="unseen">{column.group} </span>}
            <span className="grid-head">{column.header}</span>
            {column.mark && <span className="unseen">, {column.mark}</span>}
            {column.subheader && <span className="grid-subhead">{column.subheader}</span>}
          </th>
        ))}
        {hasActions && (
          <th scope="col" className="grid-actions">
            <span className="unseen">{say("ui-row-actions")}</span>
          </th>
        )}
      </tr>
    </thead>
  );
});

/** The class that a column's cells share: where text stands, and whether it stays in sight. */
export function headClass(column: GridColumn): string | undefined {
  const names = [];
  if (column.align === "end") names.push("grid-end");
  if (column.isRowHeader) names.push("grid-name");
  return names.join(" ") || undefined;
}

function groupsOf(columns: GridColumn[]) {
  const groups: { name?: string; first: GridColumn; span: number }[] = [];
  for (const column of columns) {
    const last = groups.at(-1);
    if (last && last.name === column.group && !column.isRowHeader && !last.first.isRowHeader) {
      last.span += 1;
    } else {
      groups.push({ name: column.group, first: column, span: 1 });
    }
  }
  return groups;
}
