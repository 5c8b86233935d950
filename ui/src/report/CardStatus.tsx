// How a measure stands: what the figures make it and why, and what a person says instead.
import { CellSelect, CellText } from "../file";
import type { CardView } from "../generated/wire";
import { type Status, StatusMark } from "../parts";
import { useWords } from "../words";
import { useRuleOptions } from "./CardsEditor";
import { Fold } from "./Fold";
import { StatusWhy } from "./Rating";

/** The fields that stand in the part which is closed until someone needs it. */
const WITHIN = /#(status|status_reason|status_words|projected|rule)$/;

/** How the measure of a card stands. */
export function CardStatus({ card, report }: { card: CardView; report: string }) {
  const say = useWords();
  const at = { row: `entry/${card.id}`, fields: card.fields };
  const { status, projected } = card;
  const isJudged = card.fields.status !== "";
  const isWorded = Boolean(card.fields.status_words);
  const isWanted = card.findings.some(({ place }) => WITHIN.test(place));
  return (
    <section className="block card-status" aria-label={say("ui-card-status")}>
      <div className="card-standing">
        <StatusWhy rating={status} />
        {projected && (
          <p className="card-projected">
            <span className="quiet">{say("ui-card-projected-short")}</span>{" "}
            <StatusMark status={projected.value as Status} word={projected.word} />
          </p>
        )}
      </div>
      <Fold
        title={say("ui-card-judge")}
        holds={(place) => place.startsWith(`${at.row}#`) && WITHIN.test(place)}
        isOpen={isJudged || isWorded || isWanted}
      >
        <div className="fields">
          <CellSelect
            at={at}
            field="status"
            label={say("ui-entry-status")}
            none={
              status.computed
                ? say("ui-entry-status-computed", { status: status.computed })
                : say("ui-entry-status-none")
            }
            width="full"
          />
          <CellText
            at={at}
            field="status_reason"
            label={say("ui-entry-status-reason")}
            hint={say("ui-entry-status-reason-hint")}
            lines={2}
            isOptional={!isJudged}
          />
          <CellText
            at={at}
            field="status_words"
            label={say("ui-entry-status-words")}
            hint={say("ui-entry-status-words-hint")}
            isOptional
          />
          <CellSelect
            at={at}
            field="projected"
            label={say("ui-entry-projected")}
            none={say("ui-entry-projected-none")}
            width="full"
          />
          <CellSelect
            at={at}
            field="rule"
            label={say("ui-entry-rule")}
            options={useRuleOptions(report)}
            none={say("ui-entry-rule-none")}
            width="full"
          />
        </div>
      </Fold>
    </section>
  );
}
