// An action plan: objectives, their tasks and how far each has come.
import { CellSelect, CellText, RowGrid, useChoices } from "../file";
import type { SectionBody, SectionView } from "../generated/wire";
import { usePersonOptions } from "../people";
import { useWords } from "../words";
import { Fold } from "./Fold";
import { FoldList } from "./FoldList";

type Body = Extract<SectionBody, { kind: "action-plan" }>;
type Objective = Body["objectives"][number];

/** The objectives of a plan. */
export function PlanEditor({ section, body }: { section: SectionView; body: Body }) {
  const say = useWords();
  const at = { row: `section/${section.id}`, fields: section.fields };
  const { objectives } = body;
  return (
    <div className="stack">
      <div className="fields">
        <CellSelect
          at={at}
          field="shape"
          label={say("ui-plan-shape")}
          none={say("ui-plan-shape-none")}
          width="full"
        />
        <CellText
          at={at}
          field="baseline_heading"
          label={say("ui-plan-baseline-heading")}
          hint={say("ui-plan-baseline-heading-hint")}
          isOptional
        />
      </div>
      <FoldList
        entity="objective"
        parent={section.id}
        rows={objectives}
        firstField="reference"
        name={(index) =>
          nameOf(objectives[index], say("ui-objective-number", { number: index + 1 }))
        }
        add={say("ui-objective-add")}
        words={(objective) => objective.fields.text ?? ""}
        stand={(objective) => objective.done}
      >
        {(objective) => <ObjectiveFields objective={objective} />}
      </FoldList>
    </div>
  );
}

function nameOf(objective: Objective | undefined, otherwise: string): string {
  const { reference = "", priority = "" } = objective?.fields ?? {};
  return [reference, priority].filter(Boolean).join(" · ") || otherwise;
}

/** What is less often changed than the tasks is folded away. */
const ABOUT = ["relevant_plan", "baseline", "outcomes", "targets", "funding"];

function ObjectiveFields({ objective }: { objective: Objective }) {
  const say = useWords();
  const row = `objective/${objective.id}`;
  const at = { row, fields: objective.fields };
  const filled = ABOUT.filter((field) => objective.fields[field]).length;
  return (
    <div className="stack">
      <div className="fields fields-close">
        <CellText at={at} field="reference" label={say("ui-objective-reference")} width="medium" />
        <CellText at={at} field="priority" label={say("ui-objective-priority")} isOptional />
        <div className="fields-wide">
          <CellText at={at} field="text" label={say("ui-objective-text")} lines={2} />
        </div>
      </div>
      <Fold
        title={say("ui-objective-about")}
        note={say("ui-objective-filled", { filled, of: ABOUT.length })}
        holds={(place) => ABOUT.some((field) => place === `${row}#${field}`)}
      >
        <div className="fields fields-close">
          <div className="fields-wide">
            <CellText at={at} field="relevant_plan" label={say("ui-objective-plan")} isOptional />
          </div>
          <CellText at={at} field="baseline" label={say("ui-objective-baseline")} lines={3} />
          <CellText at={at} field="outcomes" label={say("ui-objective-outcomes")} lines={3} />
          <CellText at={at} field="targets" label={say("ui-objective-targets")} lines={3} />
          <CellText at={at} field="funding" label={say("ui-objective-funding")} lines={3} />
        </div>
      </Fold>
      <Tasks objective={objective} />
    </div>
  );
}

function Tasks({ objective }: { objective: Objective }) {
  const say = useWords();
  const choices = useChoices();
  const owners = usePersonOptions();
  return (
    <RowGrid
      label={say("ui-tasks-of", { name: nameOf(objective, say("ui-objective")) })}
      entity="task"
      parent={objective.id}
      rows={objective.tasks}
      columns={[
        { id: "reference", header: say("ui-task-reference"), isRowHeader: true, width: 4 },
        { id: "text", header: say("ui-task-text"), isLong: true, width: 14 },
        { id: "milestone", header: say("ui-task-milestone"), isLong: true, width: 9 },
        { id: "due", header: say("ui-task-due"), width: 6 },
        { id: "owner", header: say("ui-task-owner"), width: 8, options: owners },
        { id: "state", header: say("ui-task-state"), width: 7, options: choices("task.state") },
        { id: "progress", header: say("ui-task-progress"), isLong: true, width: 14 },
      ]}
      add={say("ui-task-add")}
      empty={say("ui-task-none")}
      isPart
    />
  );
}
