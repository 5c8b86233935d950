// What can be done with the lines of a statement.
import { type EditOutcome, useChoices, useEdit, useRowActions, useRows } from "../file";
import type { At, MenuAction } from "../parts";
import { changeOf, changesOf, linesBeyond, type StatementBody } from "./statement";

/** What can be done with the lines of a statement. */
export function useStatement(section: string, body: StatementBody) {
  const edit = useEdit();
  const kinds = useChoices()("line.kind");
  const ids = body.lines.map((line) => line.id);
  const rows = useRows({
    entity: "line",
    parent: section,
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

  const actions = (index: number): MenuAction[] => {
    const id = ids[index];
    const now = body.lines[index]?.kind;
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
    const [above, below, ...rest] = rowActions(index);
    return [above, below, ...turns, ...rest].filter((action) => action !== undefined);
  };

  return {
    kinds,
    setCell,
    paste,
    actions,
    add: (after: string | null, kind: string) => rows.add(after, { kind }),
  };
}
