// Choosing the measure that a card or a row is to be about: one the file has, or a new one.
import { useState } from "react";
import { useChoices, useEdit, useMeasures } from "../file";
import type { Change, MeasureItem } from "../generated/wire";
import {
  Button,
  Dialog,
  goToPlaceSoon,
  type Pickable,
  PickList,
  Select,
  Tabs,
  TextInput,
} from "../parts";
import { useWords } from "../words";

/** Chooses the measure that a new entry of a section is about. */
export function MeasurePicker({
  section,
  after,
  taken,
  onClose,
  onAdded,
}: {
  section: string;
  /** The entry it is to come after; first if nothing. */
  after: string | null;
  /** Measures that the section has already. */
  taken: string[];
  onClose: () => void;
  /** Told the new entry's id. */
  onAdded: (entry: string) => void;
}) {
  const say = useWords();
  const measures = useMeasures();
  const [tab, setTab] = useState<string | null>(null);
  const offered = measures.data?.measures.filter(({ id }) => !taken.includes(id)) ?? [];
  const add = useAddition(section, after, onAdded);
  if (!measures.data) return null;
  const existing = (
    <PickList
      label={say("ui-measures")}
      search={say("ui-measure-find")}
      items={offered.map(pickable)}
      onPick={(id) => add([], id)}
      none={say("ui-measure-not-found")}
      empty={say("ui-measure-no-other")}
      autoFocus
    />
  );
  const views = [
    { id: "existing", label: say("ui-measure-existing"), count: offered.length, content: existing },
    {
      id: "new",
      label: say("ui-measure-new"),
      content: <NewMeasure onAdd={(measure) => add([measure], "@added/0")} onClose={onClose} />,
    },
  ];
  return (
    <Dialog title={say("ui-measure-choose")} isOpen onClose={onClose}>
      <Tabs
        label={say("ui-measure-choose")}
        views={views}
        selected={tab ?? (offered.length > 0 ? "existing" : "new")}
        onSelect={setTab}
      />
    </Dialog>
  );
}

/** A measure as a list to find it in shows it. */
export function pickable({ id, reference, name, department, latest }: MeasureItem): Pickable {
  return {
    id,
    label: [reference, name].filter(Boolean).join(" · "),
    detail: department || undefined,
    note: latest || undefined,
  };
}

/** Adds an entry to the section, with the changes that make its measure first if it is new. */
function useAddition(section: string, after: string | null, onAdded: (entry: string) => void) {
  const edit = useEdit();
  return async (first: Change[], measure: string): Promise<string | undefined> => {
    const entry: Change = {
      change: "add",
      entity: "entry",
      parent: section,
      after,
      fields: { measure },
    };
    const outcome = await edit([...first, entry]);
    if (!outcome.accepted) return outcome.sentence;
    const added = outcome.committed?.added.at(-1);
    if (added) onAdded(added);
    return undefined;
  };
}

function NewMeasure({
  onAdd,
  onClose,
}: {
  onAdd: (measure: Change) => Promise<string | undefined>;
  onClose: () => void;
}) {
  const say = useWords();
  const measures = useMeasures().data?.measures ?? [];
  const [fields, setFields] = useState<Record<string, string>>(FIRST_FIELDS);
  const [problem, setProblem] = useState<string>();
  const set = (field: string) => (text: string) => {
    setProblem(undefined);
    setFields((now) => ({ ...now, [field]: text }));
  };
  const add = async () => {
    if (!fields.name?.trim()) {
      setProblem(say("ui-measure-name-missing"));
      goToPlaceSoon("new-measure/name");
      return;
    }
    const after = measures.at(-1)?.id ?? null;
    setProblem(await onAdd({ change: "add", entity: "measure", parent: null, after, fields }));
  };
  return (
    <div className="stack">
      <TextInput
        label={say("ui-measure-reference")}
        hint={say("ui-measure-reference-hint")}
        value={fields.reference ?? ""}
        onChange={set("reference")}
        onEnter={add}
      />
      <div data-place="new-measure/name">
        <TextInput
          label={say("ui-measure-name")}
          value={fields.name ?? ""}
          onChange={set("name")}
          onEnter={add}
          problem={problem}
        />
      </div>
      <div className="fields">
        {CHOSEN.map((field) => (
          <NewChoice
            key={field}
            field={field}
            value={fields[field] ?? null}
            onChange={set(field)}
          />
        ))}
      </div>
      <div className="actions">
        <Button onPress={onClose}>{say("ui-cancel")}</Button>
        <Button tone="primary" onPress={add}>
          {say("ui-measure-add")}
        </Button>
      </div>
    </div>
  );
}

const FIRST_FIELDS = { unit: "number", frequency: "quarterly" };
const CHOSEN = ["polarity", "unit", "frequency"];

function NewChoice({
  field,
  value,
  onChange,
}: {
  field: string;
  value: string | null;
  onChange: (value: string) => void;
}) {
  const say = useWords();
  const choices = useChoices();
  return (
    <Select
      label={say(`ui-measure-${field}`)}
      value={value}
      options={choices(`measure.${field}`)}
      prompt={say("ui-choose")}
      width="full"
      isQuiet
      onCommit={(chosen) => {
        onChange(chosen ?? "");
        return Promise.resolve({ accepted: true });
      }}
    />
  );
}
