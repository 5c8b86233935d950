// The columns of a table: their order, what each holds and how it is printed. One that is left out
// of the paper stays in the file until someone removes it for good.
import { useState } from "react";
import {
  CellFlag,
  CellSelect,
  CellText,
  useChoices,
  useEdit,
  useNavigation,
  useReadOnly,
  useRows,
} from "../file";
import type { SectionView, TableColumn } from "../generated/wire";
import { Button, Confirm, Menu, type MenuAction } from "../parts";
import { useWords } from "../words";
import { Fold } from "./Fold";
import type { TableBody } from "./table";
import "./columns.css";

/** The columns of a table. */
export function Columns({ section, body }: { section: SectionView; body: TableBody }) {
  const { columns } = body;
  const say = useWords();
  const isReadOnly = useReadOnly();
  const edit = useEdit();
  const { open } = useNavigation();
  const [leaving, setLeaving] = useState<TableColumn | null>(null);
  const rows = useRows({
    entity: "column",
    parent: section.id,
    ids: columns.map((column) => column.id),
    newFields: { kind: "figure" },
    firstField: "heading",
  });
  const add = async () => {
    const outcome = await edit([rows.addition(columns.at(-1)?.id ?? null)]);
    const [id] = outcome.committed?.added ?? [];
    if (id) await open({ view: "section", section: section.id }, `column/${id}#heading`);
  };
  const actions = (column: TableColumn, index: number): MenuAction[] => {
    const place = `column/${column.id}#hidden`;
    const set = (text: string) => void edit([{ change: "set", place, text }]);
    return [
      {
        id: "up",
        label: say("ui-column-earlier"),
        icon: "up",
        isDisabled: index === 0,
        onAction: () => void rows.move(index, "up"),
      },
      {
        id: "down",
        label: say("ui-column-later"),
        icon: "down",
        isDisabled: index === columns.length - 1,
        onAction: () => void rows.move(index, "down"),
      },
      column.hidden
        ? {
            id: "back",
            label: say("ui-column-back"),
            icon: "undo",
            startsGroup: true,
            onAction: () => set(""),
          }
        : {
            id: "hide",
            label: say("ui-column-hide"),
            icon: "minus",
            startsGroup: true,
            onAction: () => set("yes"),
          },
      {
        id: "remove",
        label: say("ui-column-remove"),
        icon: "remove",
        isDanger: true,
        onAction: () => setLeaving(column),
      },
    ];
  };
  return (
    <Fold
      title={say("ui-columns")}
      note={say("ui-columns-count", { count: columns.length })}
      holds={(place) => place.startsWith("column/")}
      isOpen={columns.length === 0}
    >
      {columns.length === 0 && <p className="quiet">{say("ui-column-none")}</p>}
      <ol className="columns" aria-label={say("ui-columns")}>
        {columns.map((column, index) => (
          <ColumnRow
            key={column.id}
            column={column}
            body={body}
            actions={isReadOnly ? [] : actions(column, index)}
          />
        ))}
      </ol>
      {!isReadOnly && (
        <div data-place={rows.addPlace}>
          <Button icon="add" onPress={() => void add()}>
            {say("ui-column-add")}
          </Button>
        </div>
      )}
      <Confirm
        title={say("ui-column-remove-title", { name: leaving?.heading ?? "" })}
        sentence={say("ui-column-remove-sentence")}
        confirm={say("ui-column-remove")}
        tone="danger"
        isOpen={leaving !== null}
        onCancel={() => setLeaving(null)}
        onConfirm={() => {
          const index = columns.findIndex((column) => column.id === leaving?.id);
          setLeaving(null);
          void rows.remove(index);
        }}
      />
    </Fold>
  );
}

function ColumnRow({
  column,
  body,
  actions,
}: {
  column: TableColumn;
  body: TableBody;
  actions: MenuAction[];
}) {
  const say = useWords();
  const kinds = useChoices()("column.kind");
  const kind = kinds.find(({ id }) => id === column.kind)?.label;
  const note = [column.fields.group, kind, column.hidden && say("ui-left-out")];
  return (
    <li className={column.hidden ? "column-row column-hidden" : "column-row"}>
      <Fold
        title={column.heading}
        note={note.filter(Boolean).join(" · ")}
        holds={(place) => place.startsWith(`column/${column.id}#`)}
      >
        <ColumnFields column={column} body={body} />
      </Fold>
      {actions.length > 0 && (
        <Menu
          label={say("ui-actions-for", { name: column.heading })}
          isIconOnly
          actions={actions}
        />
      )}
    </li>
  );
}

function ColumnFields({ column, body }: { column: TableColumn; body: TableBody }) {
  const say = useWords();
  const at = { row: `column/${column.id}`, fields: column.fields };
  const isVariance = column.kind === "variance" || column.kind === "variance-percent";
  const figures = body.columns
    .filter((other) => other.figures && other.id !== column.id)
    .map(({ id, heading }) => ({ id, label: heading }));
  return (
    <>
      <div className="fields fields-close">
        <CellText at={at} field="heading" label={say("ui-column-heading")} />
        <CellText at={at} field="group" label={say("ui-column-group")} isOptional />
        <CellSelect at={at} field="kind" label={say("ui-column-kind")} width="full" isRequired />
        {column.figures && (
          <CellSelect
            at={at}
            field="unit"
            label={say("ui-column-unit")}
            none={say("ui-column-unit-none")}
            width="full"
          />
        )}
        {isVariance && (
          <>
            <CellSelect
              at={at}
              field="budget"
              label={say("ui-column-budget")}
              options={figures}
              width="full"
            />
            <CellSelect
              at={at}
              field="actual"
              label={say("ui-column-actual")}
              options={figures}
              width="full"
            />
          </>
        )}
        {column.figures && !isVariance && (
          <div className="fields-wide">
            <CellText
              at={at}
              field="formula"
              label={say("ui-column-formula")}
              hint={say("ui-column-formula-hint")}
              problem={column.problem ?? undefined}
              isOptional={column.kind !== "formula"}
            />
            <SoFar column={column} body={body} />
          </div>
        )}
        {column.figures && (
          <CellText
            at={at}
            field="decimals"
            label={say("ui-measure-decimals")}
            hint={say("ui-column-decimals-hint")}
            width="short"
            isFigures
          />
        )}
        <CellText
          at={at}
          field="width"
          label={say("ui-column-width")}
          hint={say("ui-column-width-hint")}
          width="short"
          isFigures
        />
      </div>
      <CellFlag at={at} field="required" label={say("ui-column-required")} />
      {column.figures && <CellFlag at={at} field="no_total" label={say("ui-column-no-total")} />}
      <CellFlag at={at} field="hidden" label={say("ui-left-out-paper")} />
    </>
  );
}

/** How many lines show what a formula comes to, under it. */
const FIRST_LINES = 3;

/** What a formula comes to on the first lines, as the paper will print it. */
function SoFar({ column, body }: { column: TableColumn; body: TableBody }) {
  const say = useWords();
  const at = body.columns.indexOf(column);
  const figures = body.lines
    .filter((line) => column.fields.formula && line.cells[at]?.shown)
    .slice(0, FIRST_LINES)
    .map((line) => [line.fields.label, line.cells[at]?.shown].filter(Boolean).join(": "));
  return (
    <p className="quiet" aria-live="polite">
      {figures.length > 0 && say("ui-column-so-far", { figures: figures.join(" · ") })}
    </p>
  );
}
