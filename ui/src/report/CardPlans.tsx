// What is being done about a measure: the plan, the actions of this period and the next, the risks.
import {
  CellFlag,
  CellSelect,
  CellText,
  RowList,
  useCells,
  useChoices,
  useReadOnly,
} from "../file";
import type { CardView, RowView } from "../generated/wire";
import { Choice } from "../parts";
import { usePersonOptions } from "../people";
import { useWords } from "../words";

/** Whether a detailed plan is in place. */
export function Plan({ card }: { card: CardView }) {
  const say = useWords();
  const { choice } = useCells();
  const place = `entry/${card.id}#plan_in_place`;
  return (
    <Choice
      label={say("ui-entry-plan-in-place")}
      value={card.fields.plan_in_place || null}
      options={useChoices()("entry.plan_in_place")}
      onCommit={choice(place)}
      place={place}
      isReadOnly={useReadOnly()}
      isRow
    />
  );
}

/** The actions of one stage, or that there are none. */
export function Actions({ card, stage }: { card: CardView; stage: "this" | "next" }) {
  const say = useWords();
  const isNext = stage === "next";
  const rows = isNext ? card.nextActions : card.actions;
  const none = isNext ? "no_next_actions" : "no_actions";
  const isClosed = card.fields[none] === "yes";
  return (
    <div className="stack">
      <h4>{say(`ui-actions-${stage}`)}</h4>
      {rows.length === 0 && (
        <CellFlag
          at={{ row: `entry/${card.id}`, fields: card.fields }}
          field={none}
          label={say(`ui-actions-none-${stage}`)}
        />
      )}
      <RowList
        entity="action"
        parent={card.id}
        rows={rows}
        newFields={{ stage: `${stage}-period` }}
        firstField="text"
        name={(index) => say(`ui-action-number-${stage}`, { number: index + 1 })}
        add={say(`ui-action-add-${stage}`)}
        isClosed={isClosed}
      >
        {(row) => <ActionFields row={row} hasOutcome={!isNext} />}
      </RowList>
    </div>
  );
}

function ActionFields({ row, hasOutcome }: { row: RowView; hasOutcome: boolean }) {
  const say = useWords();
  const at = { row: `action/${row.id}`, fields: row.fields };
  const owners = usePersonOptions();
  return (
    <div className="fields fields-close">
      <div className="fields-wide">
        <CellText at={at} field="text" label={say("ui-action-text")} lines={2} />
      </div>
      <CellText at={at} field="timescale" label={say("ui-action-timescale")} />
      <CellText at={at} field="scale" label={say("ui-action-scale")} isOptional />
      <CellSelect
        at={at}
        field="owner"
        label={say("ui-action-owner")}
        options={owners}
        width="full"
      />
      <CellText at={at} field="due" label={say("ui-action-due")} isFigures isOptional />
      {hasOutcome && (
        <>
          <CellSelect at={at} field="outcome" label={say("ui-action-outcome")} width="full" />
          <CellText
            at={at}
            field="outcome_reason"
            label={say("ui-action-outcome-reason")}
            lines={2}
          />
        </>
      )}
    </div>
  );
}

/** The risks to reaching the target, or that there are none. */
export function Risks({ card }: { card: CardView }) {
  const say = useWords();
  return (
    <div className="stack">
      {card.risks.length === 0 && (
        <CellFlag
          at={{ row: `entry/${card.id}`, fields: card.fields }}
          field="no_risks"
          label={say("ui-risks-none")}
        />
      )}
      <RowList
        entity="risk"
        parent={card.id}
        rows={card.risks}
        firstField="text"
        name={(index) => say("ui-risk-number", { number: index + 1 })}
        add={say("ui-risk-add")}
        isClosed={card.fields.no_risks === "yes"}
      >
        {(row) => (
          <CellText
            at={{ row: `risk/${row.id}`, fields: row.fields }}
            field="text"
            label={say("ui-risk-text")}
            lines={2}
          />
        )}
      </RowList>
    </div>
  );
}
