// A long list of rows that hold a good deal each: every one can be folded down to a line, and opens
// by itself when something leads to a place in it.
import { type ReactNode, useContext, useState } from "react";
import { type RowListProps, useReadOnly, useRowActions, useRows } from "../file";
import { Button, FoldingRow, Menu } from "../parts";
import { useWords } from "../words";
import { type Journey, LedTo } from "./Fold";
import { firstWords, foldedAtFirst, withFolded } from "./folds";

/** The rows of one table, each of which can be folded. */
export interface FoldListProps<Row extends { id: string }> extends RowListProps<Row> {
  /** What a row says; its first words are shown while it is folded. */
  words: (row: Row) => string;
  /** How a row stands: marks and counts, shown folded and open. */
  stand: (row: Row) => ReactNode;
}

/** The rows of one table, each of which can be folded. Begins anew for another `parent`. */
export function FoldList<Row extends { id: string }>(props: FoldListProps<Row>) {
  return <Rows key={props.parent} {...props} />;
}

function Rows<Row extends { id: string }>(props: FoldListProps<Row>) {
  const { entity, rows, name, add, words, stand, children } = props;
  const say = useWords();
  const isReadOnly = useReadOnly();
  const ids = rows.map((row) => row.id);
  const [folded, setFolded] = useFolded(entity, ids);
  const table = useRows({ ...props, ids, isFolding: true });
  const actions = useRowActions(table, rows.length, (index) => ids[index] ?? null, true);
  return (
    <div className="row-list">
      {rows.length > 1 && (
        <div className="fold-all">
          <Button tone="quiet" size="small" onPress={() => setFolded(new Set(ids))}>
            {say("ui-fold-all")}
          </Button>
          <Button tone="quiet" size="small" onPress={() => setFolded(new Set())}>
            {say("ui-unfold-all")}
          </Button>
        </div>
      )}
      {rows.length > 0 && (
        <ol className="row-list-rows">
          {rows.map((row, index) => (
            <li key={row.id} className="row-list-row fold-row">
              <FoldingRow
                name={name(index)}
                words={firstWords(words(row))}
                stand={stand(row)}
                place={`${entity}/${row.id}`}
                isOpen={!folded.has(row.id)}
                onOpen={(isOpen) => setFolded(withFolded(folded, row.id, isOpen))}
                actions={
                  !isReadOnly && (
                    <Menu
                      label={say("ui-actions-for", { name: name(index) })}
                      isIconOnly
                      actions={actions(index)}
                    />
                  )
                }
              >
                {children(row)}
              </FoldingRow>
            </li>
          ))}
        </ol>
      )}
      {!isReadOnly && (
        <div data-place={table.addPlace}>
          <Button icon="add" size="small" onPress={() => table.addLast()}>
            {add}
          </Button>
        </div>
      )}
    </div>
  );
}

/**
 * The rows that are folded. One that is led to as a whole opens; a field in one is opened by the way
 * to it. Rows that were added since are open.
 */
function useFolded(entity: string, ids: string[]) {
  const journey = useContext(LedTo);
  const [folded, setFolded] = useState<ReadonlySet<string>>(() => foldedAtFirst(ids));
  const [led, setLed] = useState<Journey | null>(null);
  if (journey !== led) {
    setLed(journey);
    const row = ids.find((id) => journey?.place === `${entity}/${id}`);
    if (row) setFolded(withFolded(folded, row, true));
  }
  return [folded, setFolded] as const;
}
