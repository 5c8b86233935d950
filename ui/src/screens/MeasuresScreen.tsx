// Every measure of the directorate, and the one being edited with all its figures.
import { Loaded, useEdit, useMeasures, useNavigation, useReadOnly, useRemoval } from "../file";
import type { MeasureItem } from "../generated/wire";
import { MeasureForm, MeasureHistory, pickable } from "../measures";
import { Button, EmptyState, Menu, PickList } from "../parts";
import { useWords } from "../words";
import "./measuresScreen.css";

/** Every measure, and the one chosen. */
export function MeasuresScreen({ measure }: { measure: string | null }) {
  return (
    <Loaded query={useMeasures()}>
      {({ measures }) => <Measures measures={measures} chosen={measure} />}
    </Loaded>
  );
}

function Measures({ measures, chosen }: { measures: MeasureItem[]; chosen: string | null }) {
  const say = useWords();
  const isReadOnly = useReadOnly();
  const { open } = useNavigation();
  const edit = useEdit();
  const shown = measures.find(({ id }) => id === chosen) ?? measures[0];
  const add = async () => {
    const outcome = await edit([
      {
        change: "add",
        entity: "measure",
        parent: null,
        after: measures.at(-1)?.id ?? null,
        fields: { unit: "number", frequency: "quarterly" },
      },
    ]);
    const [measure] = outcome.committed?.added ?? [];
    if (measure) await open({ view: "measures", measure }, `measure/${measure}#reference`);
  };
  const addButton = !isReadOnly && (
    <Button icon="add" onPress={() => void add()}>
      {say("ui-measure-new")}
    </Button>
  );
  return (
    <div className="measures">
      <aside className="measures-list" aria-label={say("ui-measures")}>
        <h2>{say("ui-measures")}</h2>
        {measures.length > 0 && (
          <>
            {addButton}
            <PickList
              label={say("ui-measures")}
              search={say("ui-measure-find")}
              items={measures.map(pickable)}
              selected={shown?.id ?? null}
              onPick={(id) => void open({ view: "measures", measure: id })}
              none={say("ui-measure-not-found")}
            />
          </>
        )}
      </aside>
      <div className="measures-one" data-landing tabIndex={-1}>
        {shown ? (
          <One key={shown.id} measure={shown} />
        ) : (
          <EmptyState icon="chart" title={say("ui-measures-none")} actions={addButton}>
            {say("ui-measures-none-hint")}
          </EmptyState>
        )}
      </div>
    </div>
  );
}

function One({ measure }: { measure: MeasureItem }) {
  const say = useWords();
  const isReadOnly = useReadOnly();
  const removal = useRemoval();
  const { open } = useNavigation();
  const name = [measure.reference, measure.name].filter(Boolean).join(" ");
  const remove = async () => {
    const isRemoved = await removal(`measure/${measure.id}`, {
      sentence: say("ui-measure-removed", { name: name || say("ui-measure-unnamed") }),
      onBack: () => void open({ view: "measures", measure: measure.id }),
    });
    if (isRemoved) await open({ view: "measures", measure: null });
  };
  return (
    <article className="editor" aria-label={name || say("ui-measure-unnamed")}>
      <header className="editor-top">
        <p className="editor-kind">{say("ui-measure-used", { count: measure.used })}</p>
        <div className="measures-title">
          <h2>{name || say("ui-measure-unnamed")}</h2>
          {!isReadOnly && (
            <Menu
              label={say("ui-actions-for", { name: measure.reference || measure.name })}
              isIconOnly
              actions={[
                {
                  id: "history",
                  label: say("ui-changes"),
                  icon: "history",
                  keys: say("ui-keys-history"),
                  onAction: () => void open({ view: "history", about: `measure/${measure.id}` }),
                },
                {
                  id: "remove",
                  label: say("ui-measure-remove"),
                  icon: "remove",
                  isDanger: true,
                  onAction: () => void remove(),
                },
              ]}
            />
          )}
        </div>
      </header>
      <MeasureForm measure={measure.id} />
      <MeasureHistory measure={measure.id} />
    </article>
  );
}
