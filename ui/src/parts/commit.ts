// How a field's content reaches the file: kept while being typed, committed after a pause and on
// leaving, kept as typed when refused. Nothing typed is ever thrown away by the screen.
import { useCallback, useEffect, useRef, useState } from "react";

/** What came of asking for a change. A refusal says why in one sentence, and where if it knows. */
export type Outcome =
  | { accepted: true }
  | {
      accepted: false;
      sentence: string;
      /** The place the refusal is about, as parts carry it in `data-place`. */
      place?: string;
    };

/** Asks for a change. It settles once the screen's own value shows what was stored. */
export type Commit<T> = (value: T) => Promise<Outcome>;

/** Where a field stands between the person and the file. */
export type CommitState = "idle" | "editing" | "saving" | "committed" | "refused";

/** What a field needs to show and pass on. */
export interface Committing<T> {
  /** What to show: what the person typed, or the stored value. */
  shown: T;
  state: CommitState;
  /** Why the last change was refused. */
  sentence?: string;
  /** Takes what was typed; commits it after a pause. */
  type: (value: T) => void;
  /** Takes a choice and commits it at once. */
  choose: (value: T) => void;
  /** Commits what is waiting: call on leaving the field. */
  leave: () => void;
  /** Goes back to the stored value. */
  revert: () => void;
}

/** How long a pause in typing must be before what was typed is committed, in milliseconds. */
export const PAUSE_MS = 800;

const waiting = new Map<() => Promise<boolean>, () => boolean>();

/**
 * Commits everything still waiting in any field. True when all of it was accepted: what closing
 * the window, changing the section and exporting ask first.
 */
export async function settleAll(): Promise<boolean> {
  const outcomes = await Promise.all([...waiting.keys()].map((settle) => settle()));
  return outcomes.every(Boolean);
}

/** Whether anything typed is still on its way to the file, or was refused. */
export function isUnsettled(): boolean {
  return [...waiting.values()].some((hasDraft) => hasDraft());
}

/**
 * Has `settleAll` wait for a part that keeps drafts of its own. `settle` commits them and says
 * whether all were accepted; `hasDraft` says whether there are any. Call what is given back to be
 * waited for no longer.
 */
export function waitFor(settle: () => Promise<boolean>, hasDraft: () => boolean): () => void {
  waiting.set(settle, hasDraft);
  return () => {
    waiting.delete(settle);
  };
}

/** One field's way to the file. `same` says when two values need no change between them. */
export function useCommit<T>({
  value,
  onCommit,
  pauseMs = PAUSE_MS,
  same = Object.is,
}: {
  value: T;
  onCommit: Commit<T>;
  pauseMs?: number;
  same?: (a: T, b: T) => boolean;
}): Committing<T> {
  const [draft, setDraft] = useState<{ value: T } | null>(null);
  const [state, setState] = useState<CommitState>("idle");
  const [sentence, setSentence] = useState<string>();
  const now = useRef({ value, onCommit, same });
  now.current = { value, onCommit, same };
  const work = useRef<Work<T>>({ typed: null, asked: null, run: null, left: true, timer: 0 });

  const commit = useCallback((): Promise<boolean> => {
    const at = work.current;
    window.clearTimeout(at.timer);
    at.run ??= commitTyped(at, () => now.current, setState, setSentence).finally(() => {
      at.run = null;
      if (at.typed === null) {
        waiting.delete(commit);
        if (at.left) setDraft(null);
      }
    });
    return at.run;
  }, []);

  const type = useCallback(
    (next: T) => {
      const at = work.current;
      at.typed = { value: next };
      at.left = false;
      setDraft(at.typed);
      setState("editing");
      waiting.set(commit, () => true);
      window.clearTimeout(at.timer);
      at.timer = window.setTimeout(commit, pauseMs);
    },
    [commit, pauseMs],
  );

  const leave = useCallback(() => {
    work.current.left = true;
    if (work.current.typed) void commit();
    else if (!work.current.run) setDraft(null);
  }, [commit]);

  const choose = useCallback(
    (next: T) => {
      type(next);
      leave();
    },
    [type, leave],
  );

  const revert = useCallback(() => {
    const at = work.current;
    window.clearTimeout(at.timer);
    at.typed = null;
    at.asked = null;
    waiting.delete(commit);
    setDraft(null);
    setState("idle");
    setSentence(undefined);
  }, [commit]);

  useEffect(() => () => void (work.current.typed && commit()), [commit]);

  return { shown: draft ? draft.value : value, state, sentence, type, choose, leave, revert };
}

interface Work<T> {
  /** Typed and not yet accepted. */
  typed: { value: T } | null;
  /** The draft last asked for, so that a refused one is not asked for again unchanged. */
  asked: { value: T } | null;
  run: Promise<boolean> | null;
  /** Whether the person has left the field. */
  left: boolean;
  timer: number;
}

/** Asks for the newest draft until it is the one that was answered. */
async function commitTyped<T>(
  at: Work<T>,
  now: () => { value: T; onCommit: Commit<T>; same: (a: T, b: T) => boolean },
  setState: (state: CommitState) => void,
  setSentence: (sentence: string | undefined) => void,
): Promise<boolean> {
  while (at.typed && at.typed !== at.asked) {
    const draft = at.typed;
    if (now().same(draft.value, now().value)) {
      at.typed = null;
      setState("idle");
      setSentence(undefined);
      return true;
    }
    at.asked = draft;
    setState("saving");
    const outcome = await outcomeOf(() => now().onCommit(draft.value));
    if (at.typed !== draft) continue;
    if (outcome.accepted) {
      at.typed = null;
      setState("committed");
      setSentence(undefined);
    } else {
      setState("refused");
      setSentence(outcome.sentence);
    }
  }
  return at.typed === null;
}

/** What came of some work; work that fails outright is refused with the failure's own sentence. */
export async function outcomeOf(work: () => Promise<Outcome>): Promise<Outcome> {
  try {
    return await work();
  } catch (failure) {
    const sentence = failure instanceof Error ? failure.message : String(failure);
    return { accepted: false, sentence };
  }
}
