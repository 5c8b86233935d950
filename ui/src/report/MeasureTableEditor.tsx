// A measure table: the figures of many measures side by side, and what is said of each under it.
import { type ReactNode, useState } from "react";
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
import type {
  MeasureCell,
  MeasureColumn,
  MeasureRow,
  SectionBody,
  SectionView,
} from "../generated/wire";
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
import { usePersonOptions } from "../people";
import { useWords } from "../words";
import { SectionRule } from "./CardsEditor";
import { Fold } from "./Fold";
import { MeasureColumns } from "./MeasureColumns";
import { changesOf, gridOf, type MeasureGrid } from "./measureGrid";
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
  const people = usePersonOptions();
  const isReadOnly = useReadOnly();
  const { open } = useNavigation();
  const { rows, shown } = body;
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
  const choosing = {
    owner: people,
    status: choices("entry.status"),
    direction: choices("entry.direction"),
  };
  const grid = gridOf(shown, choosing, { measure: say("ui-table-measure") });
  const covered = say("ui-table-covered");
  const changes = (row: number, col: number, text: string) => {
    const at = col - grid.before;
    return changesOf(rows[row], shown[at], rows[row]?.cells[at], choosing, text);
  };
  if (shown.length === 0) return <p className="quiet">{say("ui-table-no-columns")}</p>;
  return (
    <Grid
      label={say("ui-table")}
      columns={grid.columns}
      rows={rows.map((row) => gridRow(row, shown, grid, covered, isReadOnly))}
      onCommit={({ row, col }, text) => edit(changes(row, col, text))}
      onPaste={(row, col, cells) =>
        edit(cells.flatMap((line, r) => line.flatMap((text, c) => changes(row + r, col + c, text))))
      }
      rowActions={isReadOnly ? undefined : (_, index) => actions(index)}
    />
  );
}

function gridRow(
  row: MeasureRow,
  shown: MeasureColumn[],
  grid: MeasureGrid,
  covered: string,
  isReadOnly: boolean,
): GridRow {
  const place = `entry/${row.id}#measure`;
  const cells = row.cells.map((cell, index): GridCell => {
    const shows = shown[index]?.shows ?? "";
    return {
      text: cell.stored ? cell.entered : cell.shown,
      shown: shownIn(row, shows, cell),
      note: cell.covered ? covered : noteOn(row, shows),
      isReadOnly: isReadOnly || cell.stored === null,
      place: index === grid.header ? place : cell.place || undefined,
    };
  });
  const name: GridCell = { text: nameOf(row), isReadOnly: true, place };
  return { id: row.id, cells: grid.before > 0 ? [name, ...cells] : cells };
}

/** A status and a direction are marks; words that a person gives stand in place of a status. */
function shownIn({ status, direction }: MeasureRow, shows: string, cell: MeasureCell): ReactNode {
  if (shows === "direction") {
    return (
      <>
        <DirectionMark
          direction={direction.value as Direction}
          word={direction.word}
          isJudgement={direction.overridden}
        />
        {cell.shown && ` ${cell.shown}`}
      </>
    );
  }
  if (shows !== "status" || cell.shown) return cell.shown;
  return (
    <StatusMark
      status={status.value as Status}
      word={status.word}
      isJudgement={status.overridden}
    />
  );
}

/** Why a status or a direction is what it is. */
function noteOn({ status, direction }: MeasureRow, shows: string): string | undefined {
  if (shows === "status") return status.reason;
  return shows === "direction" ? direction.reason : undefined;
}

function nameOf({ measure }: MeasureRow): string {
  return [measure.reference, measure.name].filter(Boolean).join(" ");
}

/** What is said of one measure under the table, and why a person judged it otherwise. */
function Said({ row }: { row: MeasureRow }) {
  const say = useWords();
  const at = { row: `entry/${row.id}`, fields: row.fields };
  const name = nameOf(row);
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
