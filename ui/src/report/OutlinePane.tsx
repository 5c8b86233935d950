// The report's outline: what is done and what is missing, and the shape of the report itself.
import { useChoices, useEdit, useNavigation, useReadOnly, useRemoval, useWorkspace } from "../file";
import type { Change, ReportView } from "../generated/wire";
import { Button, Menu, type MenuAction, Outline, type Way } from "../parts";
import { useWords } from "../words";
import {
  entryKey,
  neighbourOf,
  readKey,
  sectionKey,
  sectionsIn,
  spotFor,
  treeOf,
} from "./outlineTree";
import { useUnreviewed, withReviews } from "./unreviewed";
import "./outlinePane.css";

/** The report's outline. */
export function OutlinePane({ report }: { report: ReportView }) {
  const say = useWords();
  const { here, open } = useNavigation();
  const isReadOnly = useReadOnly();
  const shape = useShape(report);
  const unreviewed = useUnreviewed(report.id);
  const selected =
    here.view === "card"
      ? entryKey(here.entry)
      : here.view === "section"
        ? sectionKey(here.section)
        : null;
  const select = (key: string) => {
    const { kind, id } = readKey(key);
    if (kind === "section") return open({ view: "section", section: id });
    const holder = report.outline.find(({ cards }) => cards.some((card) => card.id === id));
    return open({ view: "card", section: holder?.id ?? "", entry: id });
  };

  return (
    <nav className="outline-pane" aria-label={say("ui-outline")}>
      <div className="outline-report">
        <p className="outline-title">{report.title || say("ui-report-untitled")}</p>
        <p className="quiet">{report.period}</p>
      </div>
      <div className="outline-scroll">
        <Outline
          label={say("ui-outline-sections")}
          items={withReviews(
            treeOf(report.outline, say("ui-left-out"), (count) =>
              say("ui-comments-open", { count }),
            ),
            unreviewed,
            say("ui-review-mark"),
          )}
          selected={selected}
          onSelect={(key) => void select(key)}
          onMove={isReadOnly ? undefined : shape.move}
          onRemove={isReadOnly ? undefined : shape.remove}
          actions={isReadOnly ? undefined : (item) => shape.actions(item.id)}
        />
      </div>
      <div className="outline-foot">
        {!isReadOnly && (
          <KindMenu
            onPick={(kind) => void shape.add(kind, selected)}
            onReady={(name) => void shape.addReady(name, selected)}
          />
        )}
        <Button tone="quiet" size="small" onPress={() => void open({ view: "settings" })}>
          {say("ui-report-settings")}
        </Button>
      </div>
    </nav>
  );
}

function KindMenu({
  onPick,
  onReady,
}: {
  onPick: (kind: string) => void;
  onReady: (name: string) => void;
}) {
  const say = useWords();
  const kinds = useChoices()("section.kind");
  const ready = useWorkspace().data?.readyTables ?? [];
  return (
    <Menu
      label={say("ui-section-add")}
      icon="add"
      tone="quiet"
      groups={[
        {
          id: "kinds",
          title: say("ui-section-kinds"),
          actions: kinds.map(({ id, label }) => ({ id, label, onAction: () => onPick(id) })),
        },
        {
          id: "ready",
          title: say("ui-section-ready"),
          actions: ready.map(({ name, title, about }) => ({
            id: `ready-${name}`,
            label: title,
            description: about,
            onAction: () => onReady(name),
          })),
        },
      ]}
    />
  );
}

/** What can be done to the shape of a report. */
function useShape(report: ReportView) {
  const say = useWords();
  const edit = useEdit();
  const removal = useRemoval();
  const { here, open } = useNavigation();
  const { outline } = report;

  /** Where a new section goes: after the one that is chosen, else last. */
  const spotAfter = (selected: string | null) => {
    const at = outline.find((item) => item.id === holderOf(outline, selected));
    const last = outline.filter((item) => item.parent === null).at(-1);
    return { after: at?.id ?? last?.id ?? null, parent: at?.parent ?? null };
  };
  const addAnd = async (change: Change) => {
    const outcome = await edit([change]);
    const [section] = outcome.committed?.added ?? [];
    if (section) await open({ view: "section", section }, `section/${section}#heading`);
  };
  const add = (kind: string, selected: string | null) => {
    const { after, parent } = spotAfter(selected);
    const fields = { kind, ...(parent ? { parent } : {}) };
    return addAnd({ change: "add", entity: "section", parent: report.id, after, fields });
  };
  const addReady = (name: string, selected: string | null) =>
    addAnd({ change: "add-ready-table", name, report: report.id, ...spotAfter(selected) });

  const move = async (key: string, way: Way) => {
    const { kind, id } = readKey(key);
    if (kind === "entry") {
      await moveCard(id, way);
      return;
    }
    const spot = spotFor(outline, id, way);
    if (spot) await edit([{ change: "move-section", section: id, ...spot }]);
  };
  const moveCard = async (id: string, way: Way) => {
    const cards = outline.find((item) => item.cards.some((card) => card.id === id))?.cards ?? [];
    const index = cards.findIndex((card) => card.id === id);
    const isPossible = { up: index > 0, down: index < cards.length - 1, in: false, out: false }[
      way
    ];
    if (!isPossible) return;
    const after = cards[way === "up" ? index - 2 : index + 1]?.id ?? null;
    await edit([{ change: "move", place: `entry/${id}`, after }]);
  };

  const removeSection = async (id: string) => {
    const next = neighbourOf(outline, id);
    const within = sectionsIn(outline, id);
    if ("section" in here && [id, ...within].includes(here.section)) {
      await open(next ? { view: "section", section: next } : { view: "settings" });
    }
    const name = outline.find((item) => item.id === id)?.heading ?? "";
    const isRemoved = await removal(sectionKey(id), {
      sentence: say("ui-section-removed", { name, count: within.length }),
      onBack: () => void open({ view: "section", section: id }, `section/${id}#heading`),
    });
    if (isRemoved && next) focusRow(sectionKey(next));
  };
  const removeCard = async (id: string) => {
    const section = holderOf(outline, entryKey(id));
    if (!section) return;
    if (here.view === "card" && here.entry === id) await open({ view: "section", section });
    const isRemoved = await removal(entryKey(id), {
      sentence: say("ui-card-removed"),
      onBack: () => void open({ view: "card", section, entry: id }),
    });
    if (isRemoved) focusRow(sectionKey(section));
  };
  const remove = (key: string) => {
    const { kind, id } = readKey(key);
    void (kind === "section" ? removeSection(id) : removeCard(id));
  };

  const actions = (key: string): MenuAction[] => {
    const { kind, id } = readKey(key);
    const ways: Way[] = kind === "section" ? ["up", "down", "in", "out"] : ["up", "down"];
    const rename: MenuAction = {
      id: "rename",
      label: say("ui-section-rename"),
      icon: "edit",
      onAction: () => void open({ view: "section", section: id }, `section/${id}#heading`),
    };
    const isHidden = outline.find((item) => item.id === id)?.hidden ?? false;
    const hide: MenuAction = {
      id: "hide",
      label: say(isHidden ? "ui-section-back" : "ui-section-hide"),
      icon: isHidden ? "undo" : "minus",
      onAction: () =>
        void edit([{ change: "set", place: `section/${id}#hidden`, text: isHidden ? "" : "yes" }]),
    };
    return [
      ...(kind === "section" ? [rename, hide] : []),
      ...ways.map(
        (way, index): MenuAction => ({
          id: way,
          label: say(`ui-section-move-${way}`),
          icon: MOVE_ICONS[way],
          keys: say(`ui-keys-move-${way}`),
          startsGroup: index === 0 && kind === "section",
          isDisabled: kind === "section" && !spotFor(outline, id, way),
          onAction: () => void move(key, way),
        }),
      ),
      {
        id: "history",
        label: say("ui-changes"),
        icon: "history",
        keys: say("ui-keys-history"),
        startsGroup: true,
        onAction: () => void open({ view: "history", about: key }),
      },
      {
        id: "remove",
        label: say(kind === "section" ? "ui-section-remove" : "ui-card-remove"),
        icon: "remove",
        keys: say("ui-keys-delete"),
        isDanger: true,
        startsGroup: true,
        onAction: () => remove(key),
      },
    ];
  };

  return { add, addReady, move, remove, actions };
}

const MOVE_ICONS = { up: "up", down: "down", in: "indent", out: "outdent" } as const;

/** The section that a name in the tree is, or stands in. */
function holderOf(outline: ReportView["outline"], key: string | null): string | undefined {
  if (key === null) return undefined;
  const { kind, id } = readKey(key);
  if (kind === "section") return id;
  return outline.find(({ cards }) => cards.some((card) => card.id === id))?.id;
}

/** Gives focus to a row of the tree. */
function focusRow(key: string) {
  document
    .querySelector<HTMLElement>(`.outline-pane [role="row"][data-key="${CSS.escape(key)}"]`)
    ?.focus();
}
