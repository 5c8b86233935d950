// The grid and the narrative editor.
import { useCallback, useState } from "react";
import {
  type At,
  type Block,
  Button,
  Grid,
  type GridRow,
  goToPlaceSoon,
  type Outcome,
  ProseEditor,
} from "../parts";
import { accepted } from "./Gallery";
import { COLUMNS, LARGE_COLUMNS, LARGE_ROWS, NARRATIVE, STATEMENT } from "./samples";

/** The grid and the narrative editor. */
export function Editors() {
  const [blocks, setBlocks] = useState<Block[]>(NARRATIVE);
  const [commits, setCommits] = useState(0);
  const statement = useRows(STATEMENT);
  return (
    <>
      <ProseEditor
        label="Commentary"
        hint="What happened, why, and what is being done."
        value={blocks}
        size="large"
        place="section/1/text"
        onCommit={accepted((next: Block[]) => {
          setBlocks(next);
          setCommits((count) => count + 1);
        })}
      />
      <output className="unseen" data-testid="prose" data-commits={commits}>
        {JSON.stringify(blocks)}
      </output>
      <div>
        <Button onPress={() => goToPlaceSoon("section/1/text")}>Go to the commentary</Button>
      </div>
      <ProseEditor
        label="Read only"
        value={NARRATIVE.slice(1, 2)}
        onCommit={accepted(() => {})}
        isReadOnly
      />
      <Grid
        label="Financial statement"
        columns={COLUMNS}
        {...statement}
        rowActions={(row) => [
          { id: "above", label: "Add a line above", icon: "add", onAction: () => {} },
          {
            id: "remove",
            label: `Remove ${row.cells[0]?.text}`,
            icon: "remove",
            isDanger: true,
            onAction: () => {},
          },
        ]}
      />
    </>
  );
}

/** A grid as large as a report's measures are. */
export function Values() {
  const large = useRows(LARGE_ROWS);
  return (
    <div className="tall">
      <Grid label="All values" columns={LARGE_COLUMNS} {...large} />
    </div>
  );
}

/** A figure with letters in it is none. */
function isFigure(col: number, text: string): boolean {
  return col < 1 || col > 4 || !/[a-z]/i.test(text);
}

/** Rows that keep what is typed; a figure with letters in it is refused. */
function useRows(initial: GridRow[]) {
  const [rows, setRows] = useState(initial);
  const write = useCallback((row: number, col: number, cells: string[][]) => {
    setRows((old) =>
      old.map((line, r) => ({
        ...line,
        cells: line.cells.map((cell, c) => {
          const text = cells[r - row]?.[c - col];
          return text === undefined || cell.isReadOnly ? cell : { ...cell, text };
        }),
      })),
    );
  }, []);
  const onCommit = async ({ row, col }: At, text: string): Promise<Outcome> => {
    if (!isFigure(col, text)) {
      return {
        accepted: false,
        sentence: `“${text}” is not a figure. Write digits, such as 1,234.`,
      };
    }
    return accepted((value: string) => write(row, col, [[value]]))(text);
  };
  const onPaste = async (row: number, col: number, cells: string[][]): Promise<Outcome> => {
    const bad = cells.flatMap((line, r) =>
      line.flatMap((text, c) => (isFigure(col + c, text) ? [] : [{ row: row + r, col: col + c }])),
    )[0];
    if (bad) {
      const place = initial[bad.row]?.cells[bad.col]?.place;
      return { accepted: false, sentence: "That is not a figure.", place };
    }
    write(row, col, cells);
    return { accepted: true };
  };
  return { rows, onCommit, onPaste };
}
