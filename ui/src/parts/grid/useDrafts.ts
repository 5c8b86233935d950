// What was typed in a grid and is on its way to the file, or was refused and is kept as typed.
import { useCallback, useEffect, useRef, useState } from "react";
import { type Say, useWords } from "../../words";
import { type Outcome, outcomeOf, waitFor } from "../commit";
import { cellAt, cellName, type Fit, fitBlock, sparing } from "./fit";
import { type CellDraft, cellKey, type Drafts, type GridProps } from "./model";
import type { At, Range } from "./range";

/** A grid's drafts, and the two ways in which cells are written. */
export interface Drafting {
  drafts: Drafts;
  /** Why the last block was refused. */
  blockSentence?: string;
  commitCell: (at: At, text: string) => void;
  /** Pastes a block, if all of it fits. */
  pasteBlock: (at: At, block: string[][]) => void;
  /** Empties the cells of a rectangle that can be. */
  clearBlock: (range: Range) => void;
  /** Forgets what was refused in the cells of a rectangle, so that they show what is stored. */
  forget: (range: Range) => void;
}

/** Keeps a grid's drafts. `endEdit` commits the cell being edited, if `isEditing` says there is one. */
export function useDrafts(
  props: GridProps,
  isEditing: () => boolean,
  endEdit: () => void,
): Drafting {
  const [drafts, setDrafts] = useState<Drafts>(new Map());
  const [blockSentence, setBlockSentence] = useState<string>();
  const say = useWords();
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
      setBlockSentence(undefined);
      if (text === row.cells[at.col]?.text) return put(key, null);
      put(key, { text, state: "saving" });
      const outcome = await run(() => props.onCommit(at, text));
      const isNewest = now.current.drafts.get(key)?.text === text;
      if (!isNewest) return;
      put(key, outcome.accepted ? null : { text, state: "refused", sentence: outcome.sentence });
    },
    [put, run],
  );

  const forget = useCallback((range: Range) => {
    const covered = new Set(keysIn(now.current.props, range));
    setDrafts((old) => withoutRefused(old, covered));
    setBlockSentence(undefined);
  }, []);

  const commitBlock = useCallback(
    async (at: At, cells: string[][], done: "pasted" | "cleared") => {
      setBlockSentence(undefined);
      const { props } = now.current;
      const outcome = await run(() => props.onPaste(at.row, at.col, cells));
      if (outcome.accepted) forget(rangeFrom(at, cells));
      else
        setBlockSentence(say(`ui-grid-not-${done}`, { sentence: refusedIn(props, outcome, say) }));
    },
    [run, forget, say],
  );

  const pasteBlock = useCallback(
    (at: At, block: string[][]) => {
      const { props } = now.current;
      const fit = fitBlock(props, at, block);
      if (fit.fits) return void commitBlock(at, fit.cells, "pasted");
      setBlockSentence(say("ui-grid-not-pasted", { sentence: misfitOf(props, fit, say) }));
    },
    [commitBlock, say],
  );

  const clearBlock = useCallback(
    (range: Range) => {
      const at = { row: range.top, col: range.left };
      const cells = textsIn(now.current.props, range);
      const blanks = cells.map((row) => row.map(() => ""));
      const cleared = sparing(now.current.props, at, blanks);
      // Where nothing can be cleared there is nothing to ask for.
      const isSome = cleared.some((line) => line.includes(""));
      if (isSome) void commitBlock(at, cleared, "cleared");
    },
    [commitBlock],
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

  return { drafts, blockSentence, commitCell, pasteBlock, clearBlock, forget };
}

/** Why a block was refused, with the cell it is about where one of them is. */
function refusedIn(
  props: GridProps,
  { sentence, place }: { sentence: string; place?: string },
  say: Say,
): string {
  const at = cellAt(props, place);
  return at ? say("ui-grid-of-cell", { cell: cellName(props, at), sentence }) : sentence;
}

/** Why a block does not fit. */
function misfitOf(props: GridProps, fit: Extract<Fit, { fits: false }>, say: Say): string {
  if (fit.why === "fixed") return say("ui-grid-fixed", { cell: cellName(props, fit.at) });
  const { rows, cols, roomRows, roomCols } = fit;
  return Number.isFinite(roomRows)
    ? say("ui-grid-too-large", { rows, cols, roomRows, roomCols })
    : say("ui-grid-too-wide", { cols, roomCols });
}

/** The rectangle that a block covers. */
function rangeFrom(at: At, cells: string[][]): Range {
  const width = Math.max(0, ...cells.map((line) => line.length));
  return {
    top: at.row,
    left: at.col,
    bottom: at.row + cells.length - 1,
    right: at.col + width - 1,
  };
}

function keysIn({ rows, columns }: GridProps, range: Range): string[] {
  const across = columns.slice(range.left, range.right + 1);
  return rows
    .slice(range.top, range.bottom + 1)
    .flatMap((row) => across.map((column) => cellKey(row, column)));
}

/** What is on its way to the file stays: its answer is still to come. */
function withoutRefused(drafts: Drafts, keys: Set<string>): Drafts {
  return new Map([...drafts].filter(([key, { state }]) => state !== "refused" || !keys.has(key)));
}

/** The texts of a rectangle of cells. */
export function textsIn(props: GridProps, range: Range): string[][] {
  return props.rows
    .slice(range.top, range.bottom + 1)
    .map((row) => row.cells.slice(range.left, range.right + 1).map((cell) => cell.text));
}
