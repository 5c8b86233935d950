// Milestones: what is to be done by when and how each stands, with commentary by reference.
import { CellProse, CellText, RowGrid, RowList, useChoices } from "../file";
import type { SectionBody } from "../generated/wire";
import { type Status, StatusMark } from "../parts";
import { useWords } from "../words";

type Body = Extract<SectionBody, { kind: "milestones" }>;

/** The milestones of a section and the commentaries under them. */
export function MilestonesEditor({ section, body }: { section: string; body: Body }) {
  const say = useWords();
  const choices = useChoices();
  return (
    <>
      <RowGrid
        label={say("ui-milestones")}
        entity="milestone"
        parent={section}
        rows={body.rows}
        columns={[
          { id: "reference", header: say("ui-milestone-reference"), isRowHeader: true, width: 6 },
          { id: "text", header: say("ui-milestone-text"), isLong: true, width: 17 },
          { id: "due", header: say("ui-milestone-due"), width: 7 },
          {
            id: "progress",
            header: body.heading,
            width: 8,
            options: choices("milestone.progress"),
            show: (status) => <StatusMark status={status as Status} />,
          },
        ]}
        add={say("ui-milestone-add")}
        empty={say("ui-milestone-none")}
      />
      <section className="block" aria-labelledby="commentaries">
        <h3 id="commentaries">{say("ui-commentaries")}</h3>
        <p className="quiet">{say("ui-commentaries-hint")}</p>
        <RowList
          entity="commentary"
          parent={section}
          rows={body.commentaries}
          firstField="references"
          name={(index) =>
            body.commentaries[index]?.references ||
            say("ui-commentary-number", { number: index + 1 })
          }
          add={say("ui-commentary-add")}
        >
          {(row) => (
            <div className="stack">
              <CellText
                at={{ row: `commentary/${row.id}`, fields: { references: row.references } }}
                field="references"
                label={say("ui-commentary-references")}
                width="medium"
              />
              <CellProse
                row={`commentary/${row.id}`}
                field="text"
                value={row.text}
                label={say("ui-commentary-text")}
              />
            </div>
          )}
        </RowList>
      </section>
    </>
  );
}
