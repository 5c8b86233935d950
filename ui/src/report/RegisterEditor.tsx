// A risk register: risks with their three assessments and what is done about each, and what its
// levels and ratings are called.
import { CellFlag, CellSelect, CellText, RowGrid, useChoices, useEdit, useReadOnly } from "../file";
import type { RiskRating, SectionBody, SectionView } from "../generated/wire";
import { Button, type Option, type Status, StatusMark } from "../parts";
import { usePersonOptions } from "../people";
import { useWords } from "../words";
import { Fold } from "./Fold";
import { FoldList } from "./FoldList";
import { RiskMatrix } from "./RiskMatrix";
import "./register.css";

type Body = Extract<SectionBody, { kind: "risk-register" }>;
type Risk = Body["risks"][number];

/** The risks of a register. */
export function RegisterEditor({ section, body }: { section: SectionView; body: Body }) {
  const say = useWords();
  const { risks } = body;
  const name = (index: number) => {
    const { reference = "", category = "" } = risks[index]?.fields ?? {};
    const words = [reference, category].filter(Boolean).join(" · ");
    return words || say("ui-register-risk-number", { number: index + 1 });
  };
  return (
    <div className="stack">
      {risks.length > 0 && <RiskMatrix section={section.id} matrix={body.matrix} />}
      <FoldList
        entity="register_risk"
        parent={section.id}
        rows={risks}
        firstField="reference"
        name={name}
        add={say("ui-risk-add")}
        words={(risk) => risk.fields.text ?? ""}
        stand={(risk) => <Stand risk={risk} />}
      >
        {(risk) => <RiskFields risk={risk} body={body} />}
      </FoldList>
      <Levels section={section} body={body} />
    </div>
  );
}

/** How a risk stands, in its line. */
function Stand({ risk }: { risk: Risk }) {
  const say = useWords();
  return (
    <>
      <span>{risk.controlled}</span>
      {risk.fields.closed ? (
        <span>{say("risk-closed")}</span>
      ) : (
        <Rating rating={risk.current} otherwise={say("ui-register-unrated")} />
      )}
    </>
  );
}

function Rating({ rating, otherwise }: { rating: RiskRating | null; otherwise: string }) {
  return rating ? (
    <StatusMark status={rating.status as Status} word={rating.words} isBadge />
  ) : (
    <span className="quiet">{otherwise}</span>
  );
}

function RiskFields({ risk, body }: { risk: Risk; body: Body }) {
  const say = useWords();
  const at = { row: `register_risk/${risk.id}`, fields: risk.fields };
  return (
    <div className="stack">
      <div className="fields fields-close">
        <CellText at={at} field="reference" label={say("ui-register-reference")} width="medium" />
        <CellText at={at} field="category" label={say("ui-register-category")} isOptional />
        <div className="fields-wide">
          <CellText at={at} field="text" label={say("ui-register-text")} lines={2} />
        </div>
        <CellText at={at} field="cause" label={say("ui-register-cause")} lines={2} />
        <CellText at={at} field="consequence" label={say("ui-register-consequence")} lines={2} />
        <CellSelect
          at={at}
          field="owner"
          label={say("ui-register-owner")}
          options={usePersonOptions()}
          width="full"
        />
      </div>
      <Assessments risk={risk} body={body} />
      <CellText
        at={at}
        field="movement"
        label={say("ui-register-movement")}
        hint={risk.moved ? say("ui-register-movement-hint", { moved: risk.moved }) : undefined}
        lines={2}
        isOptional={risk.moved === ""}
      />
      <CellFlag at={at} field="closed" label={say("ui-register-closed")} />
      <Controls risk={risk} />
    </div>
  );
}

const STAGES = ["initial", "current", "target"] as const;

/** How the risk was, is and is to be assessed, and what rating each comes to. */
function Assessments({ risk, body }: { risk: Risk; body: Body }) {
  const say = useWords();
  const at = { row: `register_risk/${risk.id}`, fields: risk.fields };
  const sides = [
    { id: "impact", options: optionsOf(body.impacts) },
    { id: "likelihood", options: optionsOf(body.likelihoods) },
  ];
  return (
    <div className="assessments">
      {STAGES.map((stage) => (
        <fieldset key={stage} className="assessment">
          <legend>{say(`ui-register-${stage}`)}</legend>
          {sides.map(({ id, options }) => (
            <CellSelect
              key={id}
              at={at}
              field={`${stage}_${id}`}
              label={say(`ui-register-${id}`)}
              options={options}
              width="full"
            />
          ))}
          <p className="assessment-rating" aria-live="polite">
            <span className="assessment-label">{say("ui-register-rating")}</span>
            <Rating rating={risk[stage]} otherwise={say("ui-register-choose-both")} />
          </p>
        </fieldset>
      ))}
    </div>
  );
}

function optionsOf(choices: { value: string; label: string }[]): Option[] {
  return choices.map(({ value, label }) => ({ id: value, label }));
}

function Controls({ risk }: { risk: Risk }) {
  const say = useWords();
  const choices = useChoices();
  const owners = usePersonOptions();
  return (
    <div className="stack">
      <h4>{say("ui-controls")}</h4>
      <RowGrid
        label={say("ui-controls-of", { name: risk.fields.reference || say("ui-register-risk") })}
        entity="control"
        parent={risk.id}
        rows={risk.controls}
        columns={[
          {
            id: "text",
            header: say("ui-control-text"),
            isRowHeader: true,
            isLong: true,
            width: 15,
          },
          {
            id: "state",
            header: say("ui-control-state"),
            width: 7,
            options: choices("control.state"),
          },
          { id: "complete", header: say("ui-control-complete"), align: "end", width: 5 },
          { id: "due", header: say("ui-control-due"), width: 6 },
          {
            id: "priority",
            header: say("ui-control-priority"),
            width: 6,
            options: choices("control.priority"),
          },
          { id: "owner", header: say("ui-control-owner"), width: 8, options: owners },
        ]}
        add={say("ui-control-add")}
        empty={say("ui-control-none")}
        isPart
      />
    </div>
  );
}

const LEVELS = /^(level\/|band\/|section\/.*#levels$)/;

/** How many levels there are, what each is called, and the bands of ratings. */
function Levels({ section, body }: { section: SectionView; body: Body }) {
  const say = useWords();
  const choices = useChoices();
  const edit = useEdit();
  const isReadOnly = useReadOnly();
  const at = { row: `section/${section.id}`, fields: section.fields };
  const axes = [
    { axis: "impact", rows: body.impactNames },
    { axis: "likelihood", rows: body.likelihoodNames },
  ];
  const usual = () => void edit([{ change: "add-usual", rows: "levels", parent: section.id }]);
  return (
    <Fold title={say("ui-register-levels")} holds={(place) => LEVELS.test(place)}>
      <CellText
        at={at}
        field="levels"
        label={say("ui-register-levels-count")}
        hint={say("ui-register-levels-hint")}
        width="short"
        isFigures
      />
      {!isReadOnly && (
        <div>
          <Button onPress={usual}>{say("ui-register-usual")}</Button>
        </div>
      )}
      <div className="levels">
        {axes.map(({ axis, rows }) => (
          <section key={axis} className="stack" aria-label={say(`ui-register-names-${axis}`)}>
            <h4>{say(`ui-register-names-${axis}`)}</h4>
            <RowGrid
              label={say(`ui-register-names-${axis}`)}
              entity="level"
              parent={section.id}
              rows={rows}
              columns={[{ id: "name", header: say("ui-level-name"), isRowHeader: true, width: 10 }]}
              newFields={{ axis }}
              add={say(`ui-level-add-${axis}`)}
              empty={say("ui-level-none")}
              isPart
            />
          </section>
        ))}
      </div>
      <section className="stack" aria-label={say("ui-bands")}>
        <h4>{say("ui-bands")}</h4>
        <p className="quiet">{say("ui-bands-hint")}</p>
        <RowGrid
          label={say("ui-bands")}
          entity="band"
          parent={section.id}
          rows={body.bands}
          columns={[
            { id: "name", header: say("ui-band-name"), isRowHeader: true, width: 10 },
            { id: "least", header: say("ui-band-least"), align: "end", width: 6 },
            {
              id: "status",
              header: say("ui-band-status"),
              width: 8,
              options: choices("band.status"),
              show: (status) => <StatusMark status={status as Status} />,
            },
          ]}
          add={say("ui-band-add")}
          empty={say("ui-band-none")}
          isPart
        />
      </section>
    </Fold>
  );
}
