// A measure table: the figures of many measures side by side, and what is said of each under it.
import { useState } from "react";
import {
  CellFlag,
  CellProse,
  CellText,
  useChoices,
  useEdit,
  useNavigation,
  useReadOnly,
  useRowActions,
  useRows,
} from "../file";
import type { Change, FigureCell, MeasureRow, SectionBody, SectionView } from "../generated/wire";
import { MeasurePicker } from "../measures";
import {
  Button,
  type Direction,
  DirectionMark,
  EmptyState,
  Grid,
  type GridCell,
  type GridRow,
  type MenuAction,
  type Status,
  StatusMark,
} from "../parts";
import { useWords } from "../words";
import { SectionRule } from "./CardsEditor";
import { Fold } from "./Fold";
import { MeasureColumns } from "./MeasureColumns";
import { DirectionWhy, StatusWhy } from "./Rating";

type Body = Extract<SectionBody, { kind: "measure-table" }>;

/** The measures of a table. */
export function MeasureTableEditor({ section, body }: { section: SectionView; body: Body }) {
  const say = useWords();
  const isReadOnly = useReadOnly();
  const { open } = useNavigation();
  const [isChoosing, setChoosing] = useState(false);
  const { rows } = body;
  const add = (
    <Button icon="add" onPress={() => setChoosing(true)} isDisabled={isReadOnly}>
      {say("ui-table-add")}
    </Button>
  );
  return (
    <div className="stack">
      <SectionRule section={section} />
      {rows.length === 0 ? (
        <EmptyState icon="chart" title={say("ui-table-none")} actions={add} />
      ) : (
        <>
          <Figures section={section} body={body} />
          {!isReadOnly && <div>{add}</div>}
          <MeasureColumns section={section} body={body} />
          <h3>{say("ui-table-said")}</h3>
          {rows.map((row) => (
            <Said key={row.id} row={row} />
          ))}
        </>
      )}
      {isChoosing && (
        <MeasurePicker
          section={section.id}
          after={rows.at(-1)?.id ?? null}
          taken={rows.map((row) => row.measure.id)}
          onClose={() => setChoosing(false)}
          onAdded={(entry) => {
            setChoosing(false);
            void open({ view: "section", section: section.id }, `entry/${entry}#measure`);
          }}
        />
      )}
    </div>
  );
}

function Figures({ section, body }: { section: SectionView; body: Body }) {
  const say = useWords();
  const edit = useEdit();
  const choices = useChoices();
  const isReadOnly = useReadOnly();
  const { open } = useNavigation();
  const { rows, headings } = body;
  const table = useRows({
    entity: "entry",
    parent: section.id,
    ids: rows.map((row) => row.id),
    firstField: "measure",
  });
  const moves = useRowActions(table, rows.length, (at) => rows[at]?.id ?? null, true);
  const actions = (index: number): MenuAction[] => [
    {
      id: "measure",
      label: say("ui-card-measure"),
      icon: "edit",
      onAction: () => void open({ view: "measures", measure: rows[index]?.measure.id ?? null }),
    },
    ...moves(index),
  ];
  return (
    <Grid
      label={say("ui-table")}
      columns={[
        { id: "measure", header: say("ui-table-measure"), isRowHeader: true, width: 11 },
        ...headings.map((header, index) => ({
          id: `figure-${index}`,
          header,
          align: "end" as const,
          width: 4.5,
        })),
        {
          id: "status",
          header: say("ui-table-status"),
          width: 7,
          options: choices("entry.status"),
        },
        {
          id: "direction",
          header: say("ui-table-direction"),
          width: 7,
          options: choices("entry.direction"),
        },
      ]}
      rows={rows.map((row) => gridRow(row, isReadOnly))}
      onCommit={(at, text) => edit(change(rows[at.row], at.col, text))}
      onPaste={(row, col, cells) =>
        edit(
          cells.flatMap((line, r) =>
            line.flatMap((text, c) => change(rows[row + r], col + c, text)),
          ),
        )
      }
      rowActions={isReadOnly ? undefined : (_, index) => actions(index)}
    />
  );
}

function gridRow(row: MeasureRow, isReadOnly: boolean): GridRow {
  const { measure, status, direction } = row;
  const name: GridCell = {
    text: [measure.reference, measure.name].filter(Boolean).join(" "),
    isReadOnly: true,
    place: `entry/${row.id}#measure`,
  };
  return {
    id: row.id,
    cells: [
      name,
      ...[row.lastYear, row.target, row.current].map((cell) => figureCell(cell, isReadOnly)),
      {
        text: row.fields.status ?? "",
        shown: row.fields.status_words || (
          <StatusMark
            status={status.value as Status}
            word={status.word}
            isJudgement={status.overridden}
          />
        ),
        note: status.reason,
        isReadOnly,
        place: `entry/${row.id}#status`,
      },
      {
        text: row.fields.direction ?? "",
        shown: (
          <DirectionMark
            direction={direction.value as Direction}
            word={direction.word}
            isJudgement={direction.overridden}
          />
        ),
        note: direction.reason,
        isReadOnly,
        place: `entry/${row.id}#direction`,
      },
    ],
  };
}

function figureCell(cell: FigureCell, isReadOnly: boolean): GridCell {
  return {
    text: cell.entered,
    shown: cell.shown,
    isReadOnly: isReadOnly || !cell.editable,
    place: cell.place,
  };
}

/** The change that typing in one cell comes to. */
function change(row: MeasureRow | undefined, col: number, text: string): Change[] {
  if (!row) return [];
  const period = row.periods[col - 1];
  if (period !== undefined) {
    const series = col === 2 ? "target" : "actual";
    return [{ change: "set-figure", measure: row.measure.id, series, period, text }];
  }
  const field = { 4: "status", 5: "direction" }[col];
  return field ? [{ change: "set", place: `entry/${row.id}#${field}`, text }] : [];
}

/** What is said of one measure under the table, and why a person judged it otherwise. */
function Said({ row }: { row: MeasureRow }) {
  const say = useWords();
  const at = { row: `entry/${row.id}`, fields: row.fields };
  const name = [row.measure.reference, row.measure.name].filter(Boolean).join(" ");
  return (
    <section className="said" aria-label={name}>
      <h4>{name}</h4>
      <StatusWhy rating={row.status} />
      <DirectionWhy rating={row.direction} />
      <p className="quiet">{row.due}</p>
      <div className="fields fields-close">
        {row.status.overridden && (
          <CellText at={at} field="status_reason" label={say("ui-entry-status-reason")} />
        )}
        {row.direction.overridden && (
          <CellText at={at} field="direction_reason" label={say("ui-entry-direction-reason")} />
        )}
        <CellText at={at} field="status_words" label={say("ui-entry-status-words")} isOptional />
      </div>
      <CellProse
        row={at.row}
        field="commentary"
        value={row.commentary}
        label={say("ui-card-commentary")}
      />
      <RowLayout row={row} />
    </section>
  );
}

const LAYOUT = ["child", "sentence", "footnote", "amber_low", "amber_high"];

/** How one measure's row stands in the table. */
function RowLayout({ row }: { row: MeasureRow }) {
  const say = useWords();
  const at = { row: `entry/${row.id}`, fields: row.fields };
  const isUsed = LAYOUT.some((field) => row.fields[field]);
  return (
    <Fold
      title={say("ui-table-row")}
      holds={(place) => LAYOUT.some((field) => place === `${at.row}#${field}`)}
      isOpen={isUsed}
    >
      <CellFlag at={at} field="child" label={say("ui-entry-child")} />
      <div className="fields fields-close">
        <div className="fields-wide">
          <CellText
            at={at}
            field="sentence"
            label={say("ui-entry-sentence")}
            hint={say("ui-entry-sentence-hint")}
            isOptional
          />
        </div>
        <div className="fields-wide">
          <CellText
            at={at}
            field="footnote"
            label={say("ui-entry-footnote")}
            lines={2}
            isOptional
          />
        </div>
        <CellText
          at={at}
          field="amber_low"
          label={say("ui-entry-amber-low")}
          width="short"
          isFigures
          isOptional
        />
        <CellText
          at={at}
          field="amber_high"
          label={say("ui-entry-amber-high")}
          width="short"
          isFigures
          isOptional
        />
      </div>
    </Fold>
  );
}
