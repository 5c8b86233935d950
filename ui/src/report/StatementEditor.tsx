// A statement: a finance table whose subtotals, totals and variances are computed, with what
// someone else supplied kept beside them where it differs.
import { CellSelect, RowGrid, useChoices, useReadOnly } from "../file";
import type { SectionBody, SectionView } from "../generated/wire";
import { EmptyState, Grid, type GridRow, Menu } from "../parts";
import { useWords } from "../words";
import { Fold } from "./Fold";
import { cellOf, type StatementBody } from "./statement";
import { useStatement } from "./useStatement";

type Body = Extract<SectionBody, { kind: "statement" }>;

/** The lines of a statement, and how its columns are made up. */
export function StatementEditor({ section, body }: { section: SectionView; body: Body }) {
  const say = useWords();
  const isReadOnly = useReadOnly();
  const lines = useStatement(section.id, body);
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
  return (
    <div className="stack">
      <p className="quiet">{say("ui-statement-unit", { unit: body.unit })}</p>
      {body.lines.length === 0 ? (
        <EmptyState title={say("ui-statement-none")} actions={isReadOnly ? undefined : addMenu}>
          {say("ui-statement-none-hint")}
        </EmptyState>
      ) : (
        <>
          <Grid
            label={say("ui-statement")}
            growsByRows={!isReadOnly}
            columns={[
              { id: "label", header: say("ui-line-label"), isRowHeader: true, width: 14 },
              ...body.columns.map((column) => ({
                id: column.id,
                header: column.fields.heading || column.fields.shown_heading || "",
                align: "end" as const,
                width: 6,
              })),
              { id: "comment", header: say("ui-line-comment"), isLong: true, width: 12 },
            ]}
            rows={body.lines.map((line) => gridRow(line, body, isReadOnly, say))}
            onCommit={(at, text) => lines.setCell(at, text)}
            onPaste={(row, col, cells) => lines.paste({ row, col }, cells)}
            rowActions={isReadOnly ? undefined : (_, index) => lines.actions(index)}
          />
          {hasSlips && <Slips body={body} />}
          {!isReadOnly && <div>{addMenu}</div>}
        </>
      )}
      <Columns section={section} body={body} />
    </div>
  );
}

const LINE_KINDS = {
  line: "line",
  heading: "group",
  subtotal: "subtotal",
  total: "total",
} as const;

function gridRow(
  line: StatementBody["lines"][number],
  body: Body,
  isReadOnly: boolean,
  say: ReturnType<typeof useWords>,
): GridRow {
  const figures = body.columns.map((_, index) => cellOf(line.cells[index], isReadOnly, say));
  return {
    id: line.id,
    kind: LINE_KINDS[line.kind as keyof typeof LINE_KINDS],
    cells: [
      { text: line.label, isReadOnly, place: `line/${line.id}#label` },
      ...figures,
      { text: line.comment, isReadOnly, place: `line/${line.id}#comment` },
    ],
  };
}

/** Where what was supplied is not what follows from the figures, in sentences. */
function Slips({ body }: { body: Body }) {
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

const COLUMNS = /^(column\/|section\/.*#(unit|negatives|overspend)$)/;

/** How the columns are made up, and how signs are written. */
function Columns({ section, body }: { section: SectionView; body: Body }) {
  const say = useWords();
  const choices = useChoices();
  const at = { row: `section/${section.id}`, fields: section.fields };
  const others = body.columns
    .filter(({ fields }) => fields.kind === "figure" || !fields.kind)
    .map(({ id, fields }) => ({ id, label: fields.heading || fields.shown_heading || id }));
  const rows = body.columns.map(({ id, fields }) => ({ id, fields }));
  return (
    <Fold title={say("ui-statement-columns")} holds={(place) => COLUMNS.test(place)}>
      <div className="fields">
        <CellSelect at={at} field="unit" label={say("ui-statement-unit-label")} width="full" />
        <CellSelect at={at} field="negatives" label={say("ui-statement-negatives")} width="full" />
        <CellSelect at={at} field="overspend" label={say("ui-statement-overspend")} width="full" />
      </div>
      <RowGrid
        label={say("ui-statement-columns")}
        entity="column"
        parent={section.id}
        rows={rows}
        columns={[
          { id: "heading", header: say("ui-column-heading"), isRowHeader: true, width: 12 },
          { id: "kind", header: say("ui-column-kind"), width: 10, options: choices("column.kind") },
          { id: "budget", header: say("ui-column-budget"), width: 10, options: others },
          { id: "actual", header: say("ui-column-actual"), width: 10, options: others },
        ]}
        newFields={{ kind: "figure" }}
        add={say("ui-column-add")}
        empty={say("ui-column-none")}
      />
    </Fold>
  );
}
