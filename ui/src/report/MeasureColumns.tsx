// The columns of a measure table, where its users lay them out themselves.
import { RowGrid, useChoices, useEdit, useReadOnly } from "../file";
import type { SectionBody, SectionView } from "../generated/wire";
import { Button } from "../parts";
import { useWords } from "../words";
import { Fold } from "./Fold";

type Body = Extract<SectionBody, { kind: "measure-table" }>;

/** The columns of a measure table. */
export function MeasureColumns({ section, body }: { section: SectionView; body: Body }) {
  const say = useWords();
  const choices = useChoices();
  const edit = useEdit();
  const isReadOnly = useReadOnly();
  const { columns } = body;
  const count = columns.length;
  return (
    <Fold
      title={say("ui-columns")}
      note={count > 0 ? say("ui-columns-count", { count }) : say("ui-columns-usual")}
      holds={(place) => place.startsWith("column/")}
    >
      {count === 0 ? (
        <>
          <p className="quiet">{say("ui-measure-columns-hint")}</p>
          {!isReadOnly && (
            <div>
              <Button
                onPress={() =>
                  void edit([{ change: "add-usual", rows: "measure-columns", parent: section.id }])
                }
              >
                {say("ui-measure-columns-begin")}
              </Button>
            </div>
          )}
        </>
      ) : (
        <RowGrid
          label={say("ui-columns")}
          entity="column"
          parent={section.id}
          rows={columns}
          columns={[
            {
              id: "shows",
              header: say("ui-column-shows"),
              isRowHeader: true,
              width: 11,
              options: choices("column.shows"),
            },
            { id: "heading", header: say("ui-column-heading"), width: 10 },
            { id: "group", header: say("ui-column-group"), width: 8 },
            {
              id: "comparator",
              header: say("ui-column-comparator"),
              width: 8,
              options: body.comparators.map(({ value, label }) => ({ id: value, label })),
            },
            { id: "width", header: say("ui-column-width"), align: "end", width: 4 },
            {
              id: "hidden",
              header: say("ui-left-out"),
              width: 5,
              options: [{ id: "yes", label: say("ui-yes") }],
            },
          ]}
          newFields={{ shows: "outturn" }}
          add={say("ui-column-add")}
          empty={say("ui-column-none")}
        />
      )}
    </Fold>
  );
}
