// The boxes of a decision report's cover: what it has implications for, and who was consulted.
import { useState } from "react";
import {
  CellFlag,
  CellText,
  useChoices,
  useEdit,
  useReadOnly,
  useRowActions,
  useRows,
} from "../file";
import type { ReportView, RowView } from "../generated/wire";
import { Button, goToPlaceSoon, Menu, type MenuAction } from "../parts";
import { useWords } from "../words";
import { Fold } from "./Fold";
import "./ticks.css";

/** The boxes of a decision report's cover. */
export function TicksEditor({ report }: { report: ReportView }) {
  const say = useWords();
  const edit = useEdit();
  const isReadOnly = useReadOnly();
  const groups = useChoices()("tick.group");
  const { ticks } = report;
  const ticked = ticks.filter(({ fields }) => fields.ticked === "yes").length;
  return (
    <Fold
      title={say("ui-ticks")}
      note={ticks.length > 0 ? say("ui-ticks-ticked", { ticked, of: ticks.length }) : undefined}
      holds={(place) => place.startsWith("tick/")}
      isOpen={ticks.length > 0}
    >
      {ticks.length === 0 && <p className="quiet">{say("ui-ticks-hint")}</p>}
      {!isReadOnly && ticks.length === 0 && (
        <div>
          <Button
            onPress={() => void edit([{ change: "add-usual", rows: "ticks", parent: report.id }])}
          >
            {say("ui-ticks-usual")}
          </Button>
        </div>
      )}
      {groups.map(({ id, label }) => (
        <TickList
          key={id}
          group={id}
          title={label}
          report={report.id}
          ticks={ticks.filter(({ fields }) => fields.group === id)}
        />
      ))}
    </Fold>
  );
}

function TickList({
  group,
  title,
  report,
  ticks,
}: {
  group: string;
  title: string;
  report: string;
  ticks: RowView[];
}) {
  const say = useWords();
  const isReadOnly = useReadOnly();
  const rows = useRows({
    entity: "tick",
    parent: report,
    ids: ticks.map(({ id }) => id),
    newFields: { group },
    firstField: "name",
  });
  const actions = useRowActions(rows, ticks.length, (index) => ticks[index]?.id ?? null, true);
  return (
    <section className="stack" aria-label={title}>
      <div className="ticks-top">
        <h4>{title}</h4>
        {ticks.length > 0 && <span aria-hidden="true">{say("ui-tick-notes")}</span>}
      </div>
      {ticks.length > 0 && (
        <ol className="ticks" aria-label={title}>
          {ticks.map((tick, index) => (
            <TickRow
              key={tick.id}
              tick={tick}
              name={tick.fields.name || say("ui-tick-number", { number: index + 1 })}
              actions={isReadOnly ? [] : actions(index)}
            />
          ))}
        </ol>
      )}
      {!isReadOnly && (
        <div data-place={rows.addPlace}>
          <Button icon="add" size="small" onPress={() => void rows.addLast()}>
            {say(`ui-tick-add-${group}`)}
          </Button>
        </div>
      )}
    </section>
  );
}

/** A box: its name is written once, and again where someone asks to rename it. */
function TickRow({ tick, name, actions }: { tick: RowView; name: string; actions: MenuAction[] }) {
  const say = useWords();
  const at = { row: `tick/${tick.id}`, fields: tick.fields };
  const [isNamed, setNamed] = useState(!tick.fields.name);
  const rename: MenuAction = {
    id: "rename",
    label: say("ui-section-rename"),
    icon: "edit",
    onAction: () => {
      setNamed(true);
      goToPlaceSoon(`${at.row}#name`);
    },
  };
  return (
    <li className={isNamed ? "tick-row tick-row-named" : "tick-row"}>
      <CellFlag at={at} field="ticked" label={name} />
      {isNamed && (
        <CellText at={at} field="name" label={say("ui-tick-name", { name })} hidesLabel />
      )}
      <CellText at={at} field="note" label={say("ui-tick-note", { name })} hidesLabel />
      {actions.length > 0 && (
        <Menu
          label={say("ui-actions-for", { name })}
          isIconOnly
          actions={[...(isNamed ? [] : [rename]), ...actions]}
        />
      )}
    </li>
  );
}
