// A table: a statement or a schedule, whose subtotals, totals and variances are computed, with what
// someone else supplied kept beside them where it differs.
import { CellSelect, CellText, useReadOnly } from "../file";
import type { SectionView, TableColumn } from "../generated/wire";
import {
  EmptyState,
  Grid,
  type GridCell,
  type GridColumn,
  type GridRow,
  Menu,
  type Status,
  StatusMark,
} from "../parts";
import { type Say, useWords } from "../words";
import { Columns } from "./ColumnsEditor";
import { TableSettings } from "./TableSettings";
import { cellOf, type ShownColumn, shownColumns, type TableBody, type TableLine } from "./table";
import { useTable } from "./useTable";

/** The lines of a table, its columns and how it is printed. */
export function TableEditor({ section, body }: { section: SectionView; body: TableBody }) {
  const say = useWords();
  const isReadOnly = useReadOnly();
  const lines = useTable(section, body);
  const columns = shownColumns(body);
  const addMenu = (
    <Menu
      label={say("ui-line-add")}
      icon="add"
      actions={lines.kinds.map(({ id, label }) => ({
        id,
        label,
        onAction: () => void lines.add(body.lines.at(-1)?.id ?? null, id),
      }))}
    />
  );
  const hasSlips = body.lines.some((line) => line.cells.some((cell) => cell.slip));
  const hasFigures = columns.some(({ column }) => column.figures);
  return (
    <div className="stack">
      {hasFigures && <p className="quiet">{say("ui-statement-unit", { unit: body.unit })}</p>}
      {body.lines.length === 0 ? (
        <EmptyState title={say("ui-statement-none")} actions={isReadOnly ? undefined : addMenu}>
          {say("ui-statement-none-hint")}
        </EmptyState>
      ) : (
        <>
          <Grid
            label={section.fields.heading || say("ui-statement")}
            growsByRows={!isReadOnly}
            columns={[
              {
                id: "label",
                header: section.fields.label_heading || say("ui-line-label"),
                isRowHeader: true,
                width: 12,
              },
              ...columns.map(({ column }) => gridColumn(column)),
              { id: "comment", header: say("ui-line-comment"), isLong: true, width: 12 },
            ]}
            rows={body.lines.map((line) => gridRow(line, columns, isReadOnly, say))}
            onCommit={(at, text) => lines.setCell(at, text)}
            onPaste={(row, col, cells) => lines.paste({ row, col }, cells)}
            rowActions={isReadOnly ? undefined : (_, index) => lines.actions(index)}
          />
          {hasSlips && <Slips body={body} />}
          {!isReadOnly && <div>{addMenu}</div>}
        </>
      )}
      <Formulas body={body} />
      <Details body={body} />
      <Columns section={section} body={body} />
      <TableSettings section={section} />
    </div>
  );
}

/** Least widths by what a column holds, in rem. */
const WIDTHS: Record<string, number> = { text: 11, status: 7, post: 7, date: 7 };

function gridColumn(column: TableColumn): GridColumn {
  return {
    id: column.id,
    header: column.heading,
    group: column.fields.group || undefined,
    align: column.figures ? "end" : "start",
    isLong: column.kind === "text",
    width: WIDTHS[column.kind] ?? 5.5,
    options: column.options?.map(({ value, label }) => ({ id: value, label })),
  };
}

const LINE_KINDS = {
  line: "line",
  heading: "group",
  subtotal: "subtotal",
  total: "total",
  formula: "subtotal",
} as const;

function gridRow(line: TableLine, columns: ShownColumn[], isReadOnly: boolean, say: Say): GridRow {
  const { id, fields, letter } = line;
  return {
    id,
    kind: LINE_KINDS[line.kind as keyof typeof LINE_KINDS],
    cells: [
      {
        text: fields.label ?? "",
        shown: letter && (
          <>
            <b>{letter}</b> {fields.label}
          </>
        ),
        isReadOnly,
        place: `line/${id}#label`,
      },
      ...columns.map(({ column, at }) => gridCell(column, cellOf(line.cells[at], isReadOnly, say))),
      { text: fields.comment ?? "", isReadOnly, place: `line/${id}#comment` },
    ],
  };
}

function gridCell(column: TableColumn, cell: GridCell): GridCell {
  const isStatus = column.kind === "status" && cell.text && typeof cell.shown === "string";
  return isStatus
    ? { ...cell, shown: <StatusMark status={cell.text as Status} word={String(cell.shown)} /> }
    : cell;
}

/** Where what was supplied is not what follows from the figures, in sentences. */
function Slips({ body }: { body: TableBody }) {
  const say = useWords();
  const slips = body.lines.flatMap((line) =>
    line.cells.flatMap(({ slip, place }) => (slip ? [{ slip, place }] : [])),
  );
  return (
    <div className="slips">
      <h3>{say("ui-statement-slips")}</h3>
      <ul>
        {slips.map(({ slip, place }) => (
          <li key={place}>{slip}</li>
        ))}
      </ul>
    </div>
  );
}

/** The formulas of the lines that follow from others. */
function Formulas({ body }: { body: TableBody }) {
  const say = useWords();
  const lines = body.lines.filter((line) => line.kind === "formula" || line.fields.formula);
  if (lines.length === 0) return null;
  return (
    <section className="block" aria-labelledby="line-formulas">
      <h3 id="line-formulas">{say("ui-line-formulas")}</h3>
      {lines.map(({ id, fields, problem }) => (
        <CellText
          key={id}
          at={{ row: `line/${id}`, fields }}
          field="formula"
          label={fields.label || say("ui-line-unnamed")}
          hint={say("ui-line-formula-hint")}
          problem={problem ?? undefined}
        />
      ))}
    </section>
  );
}

/** The small tables that belong to lines. */
function Details({ body }: { body: TableBody }) {
  const say = useWords();
  const lines = body.lines.filter((line) => line.fields.details);
  if (lines.length === 0) return null;
  const options = body.details.map(({ value, label }) => ({ id: value, label }));
  return (
    <section className="block" aria-labelledby="line-details">
      <h3 id="line-details">{say("ui-line-details")}</h3>
      <div className="fields fields-close">
        {lines.map(({ id, fields }) => (
          <CellSelect
            key={id}
            at={{ row: `line/${id}`, fields }}
            field="details"
            label={fields.label || say("ui-line-unnamed")}
            options={options}
            width="full"
          />
        ))}
      </div>
    </section>
  );
}
