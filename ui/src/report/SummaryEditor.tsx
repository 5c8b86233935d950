// A summary panel: a few figures side by side, each linked to a table's cell or given by hand, and
// the top achievements, issues and actions.
import { useState } from "react";
import { CellSelect, CellText, RowGrid, RowList, useEdit, useReadOnly } from "../file";
import type { LinkableTable, SectionBody, SectionView, TileView } from "../generated/wire";
import { type Outcome, Select } from "../parts";
import { useWords } from "../words";
import "./summary.css";

type Body = Extract<SectionBody, { kind: "summary" }>;

/** The tiles and points of a panel. */
export function SummaryEditor({ section, body }: { section: SectionView; body: Body }) {
  const say = useWords();
  const { tiles, lists, tables } = body;
  return (
    <>
      <section className="block" aria-labelledby="tiles">
        <h3 id="tiles">{say("ui-tiles")}</h3>
        <RowList
          entity="tile"
          parent={section.id}
          rows={tiles}
          firstField="label"
          name={(index) =>
            tiles[index]?.fields.label || say("ui-tile-number", { number: index + 1 })
          }
          add={say("ui-tile-add")}
        >
          {(tile) => <TileFields tile={tile} tables={tables} />}
        </RowList>
      </section>
      {lists.map(({ list, title, points }) => (
        <section key={list} className="block" aria-labelledby={`points-${list}`}>
          <h3 id={`points-${list}`}>{title}</h3>
          <RowGrid
            label={title}
            entity="point"
            parent={section.id}
            rows={points}
            columns={[
              {
                id: "text",
                header: say("ui-point-text"),
                isRowHeader: true,
                isLong: true,
                width: 30,
              },
            ]}
            newFields={{ list }}
            add={say(`ui-point-add-${list}`)}
            empty={say("ui-point-none")}
            isPart
          />
        </section>
      ))}
    </>
  );
}

function TileFields({ tile, tables }: { tile: TileView; tables: LinkableTable[] }) {
  const say = useWords();
  const at = { row: `tile/${tile.id}`, fields: tile.fields };
  return (
    <div className="stack">
      <div className="fields fields-close">
        <CellText at={at} field="label" label={say("ui-tile-label")} />
        <CellSelect at={at} field="status" label={say("ui-tile-status")} width="full" />
      </div>
      <TileLink tile={tile} tables={tables} />
      {tile.table === null && (
        <div className="fields fields-close">
          <CellText at={at} field="amount" label={say("ui-tile-amount")} isFigures />
          <CellSelect at={at} field="unit" label={say("ui-tile-unit")} width="full" />
          <CellText
            at={at}
            field="words"
            label={say("ui-tile-words")}
            hint={say("ui-tile-words-hint")}
            isOptional
          />
        </div>
      )}
      <CellText at={at} field="note" label={say("ui-tile-note")} isOptional />
    </div>
  );
}

/** The cell that a tile shows: first its table, then the line and the column. */
function TileLink({ tile, tables }: { tile: TileView; tables: LinkableTable[] }) {
  const say = useWords();
  const edit = useEdit();
  const isReadOnly = useReadOnly();
  const [chosen, setChosen] = useState<string | null>(null);
  const at = { row: `tile/${tile.id}`, fields: tile.fields };
  const table = tables.find(({ section }) => section === (chosen ?? tile.table));
  const choose = async (section: string | null): Promise<Outcome> => {
    setChosen(section);
    if (tile.table === null || section === tile.table) return { accepted: true };
    const clear = (field: string) => ({
      change: "set" as const,
      place: `${at.row}#${field}`,
      text: "",
    });
    return edit([clear("line"), clear("column")]);
  };
  if (tables.length === 0) return null;
  return (
    <fieldset className="tile-link">
      <legend>{say("ui-tile-link")}</legend>
      <div className="fields fields-close">
        <Select
          label={say("ui-tile-table")}
          value={chosen ?? tile.table}
          options={tables.map(({ section, title }) => ({ id: section, label: title }))}
          none={say("ui-tile-table-none")}
          onCommit={choose}
          width="full"
          isReadOnly={isReadOnly}
          isQuiet
        />
        {table && (
          <>
            <CellSelect
              at={at}
              field="line"
              label={say("ui-tile-line")}
              options={table.lines.map(({ value, label }) => ({ id: value, label }))}
              width="full"
            />
            <CellSelect
              at={at}
              field="column"
              label={say("ui-tile-column")}
              options={table.columns.map(({ value, label }) => ({ id: value, label }))}
              width="full"
            />
          </>
        )}
      </div>
      {tile.shown && <p className="tile-shown">{say("ui-tile-shown", { figure: tile.shown })}</p>}
    </fieldset>
  );
}
