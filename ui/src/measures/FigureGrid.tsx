// The figures of one measure: what happened, what was aimed for and what happened elsewhere, period
// by period. Used on a card, which shows some of the periods, and for the measure, which shows all.
import { useCallback, useId, useState } from "react";
import { useChoices, useEdit, useReadOnly } from "../file";
import type { CardColumn, CardRow, Change, RatingView } from "../generated/wire";
import {
  type At,
  type Direction,
  DirectionMark,
  Grid,
  type GridRow,
  Select,
  TextField,
} from "../parts";
import { useWords } from "../words";
import "./measures.css";

/** The figures of one measure. */
export interface FigureGridProps {
  measure: string;
  columns: CardColumn[];
  rows: CardRow[];
  /** Progress on the column before, one a column; left out where the grid has no such row. */
  progress?: (RatingView | null)[];
}

/** The figures of one measure, edited in place. */
export function FigureGrid({ measure, columns, rows, progress }: FigureGridProps) {
  const say = useWords();
  const edit = useEdit();
  const isReadOnly = useReadOnly();
  const current = columns.findIndex((column) => column.current);
  const [selected, setSelected] = useState(current);
  const column = columns[selected];
  const onActive = useCallback((at: At) => {
    if (at.col > 0) setSelected(at.col - 1);
  }, []);

  const figure = (row: number, col: number, text: string): Change[] => {
    const series = rows[row]?.series;
    const period = columns[col - 1]?.period;
    if (!series || !period || !rows[row]?.cells[col - 1]?.editable) return [];
    return [{ change: "set-figure", measure, series, period, text }];
  };
  const figureRows = rows.map((row): GridRow => {
    const cells = row.cells.map((cell) => ({
      text: cell.entered,
      shown: cell.provisional ? <em>{cell.shown}</em> : cell.shown,
      note: cell.provisional ? say("ui-figure-provisional") : undefined,
      isReadOnly: isReadOnly || !cell.editable,
      place: cell.place,
    }));
    return { id: row.series, cells: [{ text: row.heading, isReadOnly: true }, ...cells] };
  });

  return (
    <div className="figures-block">
      <Grid
        label={say("ui-figures")}
        columns={[
          { id: "series", header: say("ui-figures-series"), isRowHeader: true, width: 7.5 },
          ...columns.map((each) => ({
            id: each.period,
            header: each.heading,
            mark: each.current ? say("ui-figures-current") : undefined,
            subheader: [each.ownPeriod, each.label].filter(Boolean).join(" · ") || undefined,
            align: "end" as const,
            width: 4.25,
          })),
        ]}
        rows={
          progress ? [...figureRows, progressRow(progress, say("ui-figures-progress"))] : figureRows
        }
        onCommit={(at, text) => edit(figure(at.row, at.col, text))}
        onPaste={(row, col, cells) =>
          edit(
            cells.flatMap((line, r) => line.flatMap((text, c) => figure(row + r, col + c, text))),
          )
        }
        onActive={onActive}
      />
      {column && (
        <ColumnFields
          key={column.period}
          measure={measure}
          column={column}
          hasProgress={progress !== undefined}
        />
      )}
    </div>
  );
}

function progressRow(progress: (RatingView | null)[], heading: string): GridRow {
  const cells = progress.map((rating) => ({
    text: "",
    shown: rating && <DirectionMark direction={rating.value as Direction} isShapeOnly />,
    note: rating?.reason,
    isReadOnly: true,
  }));
  return { id: "progress", kind: "note", cells: [{ text: heading, isReadOnly: true }, ...cells] };
}

interface ColumnFieldsProps {
  measure: string;
  column: CardColumn;
  /** Whether the grid says how each period went, so that a person may say it instead. */
  hasProgress: boolean;
}

/** What a person says of the figures of one period: their own period, label and progress. */
function ColumnFields({ measure, column, hasProgress }: ColumnFieldsProps) {
  const say = useWords();
  const edit = useEdit();
  const choices = useChoices();
  const isReadOnly = useReadOnly();
  const heading = useId();
  const set = (field: string) => (text: string) =>
    edit([
      { change: "set-figure-field", measure, series: "actual", period: column.period, field, text },
    ]);
  return (
    <fieldset className="fields fields-close column-fields" aria-labelledby={heading}>
      <p id={heading} className="column-fields-name">
        {say("ui-figures-column", { period: column.heading })}
      </p>
      <TextField
        label={say("ui-figure-own-period")}
        hint={say("ui-figure-own-period-hint")}
        value={column.ownPeriod}
        onCommit={set("own_period")}
        isReadOnly={isReadOnly}
      />
      <TextField
        label={say("ui-figure-label")}
        hint={say("ui-figure-label-hint")}
        value={column.label}
        onCommit={set("label")}
        isReadOnly={isReadOnly}
      />
      {hasProgress && (
        <>
          <Select
            label={say("ui-figure-progress")}
            hint={say("ui-figure-progress-hint")}
            value={column.progress || null}
            options={choices("value.progress")}
            none={say("ui-figure-progress-none")}
            onCommit={(word) => set("progress")(word ?? "")}
            isReadOnly={isReadOnly}
            width="full"
          />
          <TextField
            label={say("ui-figure-progress-reason")}
            value={column.progressReason}
            onCommit={set("progress_reason")}
            isReadOnly={isReadOnly}
          />
        </>
      )}
    </fieldset>
  );
}
