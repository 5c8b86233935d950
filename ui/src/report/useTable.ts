// What can be done with the lines of a table.
import {
  type EditOutcome,
  useChoices,
  useEdit,
  useNavigation,
  useRowActions,
  useRows,
} from "../file";
import type { SectionView } from "../generated/wire";
import type { At, MenuAction } from "../parts";
import { useWords } from "../words";
import { changeOf, changesOf, linesBeyond, type TableBody } from "./table";

/** What can be done with the lines of a table. */
export function useTable(section: SectionView, body: TableBody) {
  const say = useWords();
  const edit = useEdit();
  const { open } = useNavigation();
  const kinds = useChoices()("line.kind");
  const ids = body.lines.map((line) => line.id);
  const rows = useRows({
    entity: "line",
    parent: section.id,
    ids,
    newFields: { kind: "line" },
    firstField: "label",
  });
  const rowActions = useRowActions(rows, ids.length, (index) => ids[index] ?? null);

  const setCell = (at: At, text: string): Promise<EditOutcome> => {
    const line = ids[at.row];
    return edit(line === undefined ? [] : changeOf(body, line, at.col, text));
  };

  /** Lines past the last are made in the same step as their figures. */
  const paste = (at: At, cells: string[][]): Promise<EditOutcome> => {
    const last = ids.at(-1) ?? null;
    const beyond = Array.from({ length: linesBeyond(body, at, cells) }, (_, index) => index);
    // All are put right after the last line, so the one added last is the first of them.
    const added = beyond.map((index) => `@added/${index}`).toReversed();
    return edit([
      ...beyond.map(() => rows.addition(last)),
      ...changesOf(body, [...ids, ...added], at, cells),
    ]);
  };

  /** Makes a small table that belongs to a line, inside this section, and goes to it. */
  const addDetails = async (line: string, label: string) => {
    const kind = "schedule";
    const outcome = await edit([
      {
        change: "add",
        entity: "section",
        parent: section.report,
        after: null,
        fields: { kind, parent: section.id, heading: label },
      },
      { change: "set", place: `line/${line}#details`, text: "@added/0" },
    ]);
    const [added] = outcome.committed?.added ?? [];
    if (added) await open({ view: "section", section: added }, `section/${added}#heading`);
  };

  const actions = (index: number): MenuAction[] => {
    const line = body.lines[index];
    if (!line) return [];
    const { id, kind: now, fields } = line;
    const turns = kinds
      .filter((kind) => kind.id !== now)
      .map(
        (kind, at): MenuAction => ({
          id: `kind-${kind.id}`,
          label: kind.label,
          icon: "edit",
          startsGroup: at === 0,
          onAction: () => void edit([{ change: "set", place: `line/${id}#kind`, text: kind.id }]),
        }),
      );
    const details: MenuAction = fields.details
      ? {
          id: "details",
          label: say("ui-line-details-open"),
          icon: "forward",
          startsGroup: true,
          onAction: () => void open({ view: "section", section: fields.details ?? "" }),
        }
      : {
          id: "details",
          label: say("ui-line-details-add"),
          icon: "add",
          startsGroup: true,
          onAction: () => void addDetails(id, fields.label ?? ""),
        };
    const [above, below, ...rest] = rowActions(index);
    return [above, below, ...turns, details, ...rest].filter((action) => action !== undefined);
  };

  return {
    kinds,
    setCell,
    paste,
    actions,
    add: (after: string | null, kind: string) => rows.add(after, { kind }),
  };
}
