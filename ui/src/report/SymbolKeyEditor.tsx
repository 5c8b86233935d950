// The key to symbols: what each means, in the report's own words where it has some.
import { useEdit, useReadOnly } from "../file";
import type { Change, MeaningView } from "../generated/wire";
import {
  DIRECTIONS,
  type Direction,
  DirectionMark,
  Grid,
  type GridCell,
  STATUSES,
  type Status,
  StatusMark,
} from "../parts";
import { useWords } from "../words";

const FIELDS = ["", "for_milestones", "for_measures"];

/** What each symbol means. */
export function SymbolKeyEditor({
  section,
  meanings,
}: {
  section: string;
  meanings: MeaningView[];
}) {
  const say = useWords();
  const edit = useEdit();
  const isReadOnly = useReadOnly();
  const change = (row: number, col: number, text: string): Change[] => {
    const symbol = meanings[row]?.symbol;
    const field = FIELDS[col];
    return symbol && field ? [{ change: "set-meaning", section, symbol, field, text }] : [];
  };
  const words = (own: string, usual: string): GridCell => ({
    text: own,
    shown: own || <span className="quiet">{usual}</span>,
    note: own ? undefined : usual && say("ui-meaning-usual"),
    isReadOnly,
  });
  return (
    <div className="stack">
      <p className="quiet">{say("ui-meaning-hint")}</p>
      <Grid
        label={say("ui-meanings")}
        columns={[
          { id: "symbol", header: say("ui-meaning-symbol"), isRowHeader: true, width: 8 },
          { id: "milestones", header: say("ui-meaning-milestones"), isLong: true, width: 14 },
          { id: "measures", header: say("ui-meaning-measures"), isLong: true, width: 14 },
        ]}
        rows={meanings.map((meaning) => ({
          id: meaning.symbol,
          cells: [
            { text: meaning.word, shown: symbolOf(meaning), isReadOnly: true },
            words(meaning.forMilestones, meaning.defaultMilestones),
            words(meaning.forMeasures, meaning.defaultMeasures),
          ],
        }))}
        onCommit={(at, text) => edit(change(at.row, at.col, text))}
        onPaste={(row, col, cells) =>
          edit(
            cells.flatMap((line, r) => line.flatMap((text, c) => change(row + r, col + c, text))),
          )
        }
      />
    </div>
  );
}

function symbolOf({ symbol, word }: MeaningView) {
  const isDirection = (DIRECTIONS as string[]).includes(symbol);
  if (isDirection) return <DirectionMark direction={symbol as Direction} word={word} />;
  return (STATUSES as string[]).includes(symbol) ? (
    <StatusMark status={symbol as Status} word={word} />
  ) : (
    word
  );
}
