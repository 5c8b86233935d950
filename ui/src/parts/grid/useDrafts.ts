// What was typed in a grid and is on its way to the file, or was refused and is kept as typed.
import { useCallback, useEffect, useRef, useState } from "react";
import { type Outcome, outcomeOf, waitFor } from "../commit";
import { type CellDraft, cellKey, type Drafts, type GridProps } from "./model";
import type { At, Range } from "./range";

/** A grid's drafts, and the two ways in which cells are written. */
export interface Drafting {
  drafts: Drafts;
  /** Why the last block was refused. */
  blockSentence?: string;
  commitCell: (at: At, text: string) => void;
  commitBlock: (at: At, cells: string[][]) => void;
  /** Forgets what was refused in a cell. */
  forget: (at: At) => void;
}

/** Keeps a grid's drafts. `endEdit` commits the cell being edited, if `isEditing` says there is one. */
export function useDrafts(
  props: GridProps,
  isEditing: () => boolean,
  endEdit: () => void,
): Drafting {
  const [drafts, setDrafts] = useState<Drafts>(new Map());
  const [blockSentence, setBlockSentence] = useState<string>();
  const now = useRef({ props, drafts, isEditing, endEdit });
  now.current = { props, drafts, isEditing, endEdit };
  const running = useRef(new Set<Promise<Outcome>>());

  const put = useCallback((key: string, draft: CellDraft | null) => {
    setDrafts((old) => {
      const next = new Map(old);
      if (draft) next.set(key, draft);
      else next.delete(key);
      return next;
    });
  }, []);

  const run = useCallback(async (work: () => Promise<Outcome>): Promise<Outcome> => {
    const promise = outcomeOf(work);
    running.current.add(promise);
    const outcome = await promise;
    running.current.delete(promise);
    return outcome;
  }, []);

  const commitCell = useCallback(
    async (at: At, text: string) => {
      const { props } = now.current;
      const row = props.rows[at.row];
      const column = props.columns[at.col];
      if (!row || !column) return;
      const key = cellKey(row, column);
      if (text === row.cells[at.col]?.text) return put(key, null);
      put(key, { text, state: "saving" });
      const outcome = await run(() => props.onCommit(at, text));
      const isNewest = now.current.drafts.get(key)?.text === text;
      if (!isNewest) return;
      put(key, outcome.accepted ? null : { text, state: "refused", sentence: outcome.sentence });
    },
    [put, run],
  );

  const commitBlock = useCallback(
    async (at: At, cells: string[][]) => {
      setBlockSentence(undefined);
      const outcome = await run(() => now.current.props.onPaste(at.row, at.col, cells));
      if (!outcome.accepted) setBlockSentence(outcome.sentence);
    },
    [run],
  );

  const forget = useCallback(
    (at: At) => {
      const row = now.current.props.rows[at.row];
      const column = now.current.props.columns[at.col];
      if (row && column) put(cellKey(row, column), null);
      setBlockSentence(undefined);
    },
    [put],
  );

  useEffect(() => {
    const settle = async () => {
      now.current.endEdit();
      const outcomes = await Promise.all(running.current);
      const isRefused = [...now.current.drafts.values()].some((draft) => draft.state === "refused");
      return !isRefused && outcomes.every((outcome) => outcome.accepted);
    };
    const hasDraft = () =>
      now.current.isEditing() || running.current.size > 0 || now.current.drafts.size > 0;
    return waitFor(settle, hasDraft);
  }, []);

  return { drafts, blockSentence, commitCell, commitBlock, forget };
}

/** The texts of a rectangle of cells. */
export function textsIn(props: GridProps, range: Range): string[][] {
  return props.rows
    .slice(range.top, range.bottom + 1)
    .map((row) => row.cells.slice(range.left, range.right + 1).map((cell) => cell.text));
}
