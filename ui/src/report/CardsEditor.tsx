// The cards of a section: which measures it reports on and how each stands.
import { useState } from "react";
import { CellSelect, useNavigation, useReadOnly, useReport, useRowActions, useRows } from "../file";
import type { EntryHead, SectionView } from "../generated/wire";
import { MeasurePicker } from "../measures";
import { Button, EmptyState, Menu, SeverityMark, type Status, StatusMark } from "../parts";
import { useWords } from "../words";

/** The cards of a section. */
export function CardsEditor({ section, entries }: { section: SectionView; entries: EntryHead[] }) {
  const say = useWords();
  const isReadOnly = useReadOnly();
  const { open } = useNavigation();
  const [isChoosing, setChoosing] = useState(false);
  const rows = useRows({
    entity: "entry",
    parent: section.id,
    ids: entries.map((entry) => entry.id),
    firstField: "measure",
  });
  const actions = useRowActions(rows, entries.length, (at) => entries[at]?.id ?? null, true);
  const openCard = (entry: string) => void open({ view: "card", section: section.id, entry });
  const add = (
    <Button
      icon="add"
      tone={entries.length === 0 ? "primary" : "plain"}
      onPress={() => setChoosing(true)}
      isDisabled={isReadOnly}
    >
      {say("ui-card-add")}
    </Button>
  );
  return (
    <div className="stack">
      <SectionRule section={section} />
      {entries.length === 0 ? (
        <EmptyState icon="chart" title={say("ui-cards-none")} actions={add}>
          {say("ui-cards-none-hint")}
        </EmptyState>
      ) : (
        <>
          <ol className="card-list" aria-label={say("ui-cards")}>
            {entries.map((entry, index) => (
              <li key={entry.id} className="card-line">
                <button
                  type="button"
                  className="card-open"
                  data-place={`entry/${entry.id}#measure`}
                  onClick={() => openCard(entry.id)}
                >
                  <span className="card-name">
                    {entry.reference && <span className="card-ref figures">{entry.reference}</span>}
                    {entry.name}
                    {entry.due && <span className="card-due">{entry.due}</span>}
                  </span>
                  <StatusMark status={entry.status.value as Status} word={entry.status.word} />
                  <span className="card-missing">
                    {entry.missing > 0 && (
                      <>
                        <SeverityMark severity={entry.blocking ? "blocking" : "warning"} />
                        {say("ui-outline-missing", { count: entry.missing })}
                      </>
                    )}
                  </span>
                </button>
                {!isReadOnly && (
                  <Menu
                    label={say("ui-actions-for", { name: entry.reference || entry.name })}
                    isIconOnly
                    actions={actions(index)}
                  />
                )}
              </li>
            ))}
          </ol>
          {!isReadOnly && <div>{add}</div>}
        </>
      )}
      {isChoosing && (
        <MeasurePicker
          section={section.id}
          after={entries.at(-1)?.id ?? null}
          taken={entries.map((entry) => entry.measure)}
          onClose={() => setChoosing(false)}
          onAdded={(entry) => {
            setChoosing(false);
            openCard(entry);
          }}
        />
      )}
    </div>
  );
}

/** The rule by which the measures of a section get their status. */
export function SectionRule({ section }: { section: SectionView }) {
  const say = useWords();
  return (
    <CellSelect
      at={{ row: `section/${section.id}`, fields: section.fields }}
      field="rule"
      label={say("ui-section-rule")}
      options={useRuleOptions(section.report)}
    />
  );
}

/** The status rules of a report, to choose from. */
export function useRuleOptions(report: string) {
  const rules = useReport(report).data?.rules ?? [];
  return rules.map(({ id, fields }) => ({ id, label: fields.name || fields.kind || id }));
}
