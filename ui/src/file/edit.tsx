// The one way to change the file from a screen: changes go out, and what they touched is asked for
// again before the field that made them says "Saved".
import { type Query, type QueryClient, useQueryClient } from "@tanstack/react-query";
import { createContext, type ReactNode, useCallback, useContext, useMemo } from "react";
import type {
  Change,
  CommittedView,
  Restore,
  TemplateChoice,
  WireBlock,
  WorkspaceView,
} from "../generated/wire";
import { type Commit, type Outcome, type StatusMessage, useStatus } from "../parts";
import { type Say, useWords } from "../words";
import { useAgreement } from "./agreement";
import { ask, Refused, Unreachable } from "./ask";
import { whenStale } from "./stale";

/** What an edit comes to: accepted, with what was added, or refused in one sentence. */
export type EditOutcome = Outcome & { committed?: CommittedView };

const ReadOnly = createContext(false);

/** Says whether everything inside it can be read only. */
export function ReadOnlyProvider({ value, children }: { value: boolean; children: ReactNode }) {
  return <ReadOnly value={value}>{children}</ReadOnly>;
}

/** Whether the open file can be read only. */
export function useReadOnly(): boolean {
  return useContext(ReadOnly);
}

/** Makes changes, all or none, as one step of undo. What came of it is said in the status line. */
export function useEdit(): (changes: Change[]) => Promise<EditOutcome> {
  const answers = useQueryClient();
  const say = useWords();
  const { tell } = useStatus();
  const agree = useAgreement();
  return useCallback(
    (changes) => {
      const saved = () => say("ui-saved");
      const edit = (agreed: boolean) => ask({ do: "edit", changes, agreed }, "committed");
      return step({ answers, say, tell }, saved, async () => {
        try {
          return await edit(false);
        } catch (failure) {
          const asks = failure instanceof Refused && failure.refusal.code === ASKS_FIRST;
          if (!asks || !(await agree(failure.message))) throw failure;
          return edit(true);
        }
      });
    },
    [answers, say, tell, agree],
  );
}

/** Adds a report to the file, from a template. */
export function useAddReport(): (template: TemplateChoice, period: string) => Promise<EditOutcome> {
  const answers = useQueryClient();
  const say = useWords();
  const { tell } = useStatus();
  return useCallback(
    (template, period) => {
      const added = () => say("ui-report-added");
      return step({ answers, say, tell }, added, () =>
        ask({ do: "add-report", template, period }, "committed"),
      );
    },
    [answers, say, tell],
  );
}

/** The refusal of a change that the person has to confirm: it ends what was agreed to. */
const ASKS_FIRST = "agreed-to";

/** Starts the report of a period from another one, as one step of undo. */
export function useStartNextPeriod(): (report: string, period: string) => Promise<EditOutcome> {
  const answers = useQueryClient();
  const say = useWords();
  const { tell } = useStatus();
  return useCallback(
    (report, period) => {
      const started = () => say("ui-roll-started");
      return step({ answers, say, tell }, started, () =>
        ask({ do: "start-next-period", report, period }, "committed"),
      );
    },
    [answers, say, tell],
  );
}

/** Restores an earlier state, as one step of undo. */
export function useRestore(): (restore: Restore) => Promise<EditOutcome> {
  const answers = useQueryClient();
  const say = useWords();
  const { tell } = useStatus();
  const agree = useAgreement();
  return useCallback(
    (restore) => {
      const make = (agreed: boolean) => ask({ do: "restore", restore, agreed }, "committed");
      return step(
        { answers, say, tell },
        () => say("ui-restore-done"),
        async () => {
          try {
            return await make(false);
          } catch (failure) {
            const asks = failure instanceof Refused && failure.refusal.code === ASKS_FIRST;
            if (!asks || !(await agree(failure.message))) throw failure;
            return make(true);
          }
        },
      );
    },
    [answers, say, tell, agree],
  );
}

/** Takes the last step back, or makes it again, and says which step it was. */
export function useSteps(): Record<"undo" | "redo", () => Promise<EditOutcome>> {
  const answers = useQueryClient();
  const say = useWords();
  const { tell } = useStatus();
  return useMemo(() => {
    const desk = { answers, say, tell };
    // The step that was just undone is the one that can be redone, and the other way round.
    const undone = ({ redo }: CommittedView) => say("ui-undone-step", { step: redo ?? "" });
    const redone = ({ undo }: CommittedView) => say("ui-redone-step", { step: undo ?? "" });
    return {
      undo: () => step(desk, undone, () => ask({ do: "undo" }, "committed")),
      redo: () => step(desk, redone, () => ask({ do: "redo" }, "committed")),
    };
  }, [answers, say, tell]);
}

/** What a field needs to edit one cell: `cell(place)`, or for a narrative `prose(place)`. */
export function useCells() {
  const edit = useEdit();
  return useMemo(
    () => ({
      cell:
        (place: string): Commit<string> =>
        (text) =>
          edit([{ change: "set", place, text }]),
      choice:
        (place: string): Commit<string | null> =>
        (value) =>
          edit([{ change: "set", place, text: value ?? "" }]),
      flag:
        (place: string): Commit<boolean> =>
        (value) =>
          edit([{ change: "set", place, text: value ? "yes" : "" }]),
      prose:
        (place: string): Commit<WireBlock[]> =>
        (blocks) =>
          edit([{ change: "set-prose", place, blocks }]),
    }),
    [edit],
  );
}

/** Makes a change of another kind, as one step of undo, and says that it was made. */
export function useStep(): (
  done: string,
  make: () => Promise<CommittedView>,
) => Promise<EditOutcome> {
  const answers = useQueryClient();
  const say = useWords();
  const { tell } = useStatus();
  return useCallback(
    (done, make) => step({ answers, say, tell }, () => say(done), make),
    [answers, say, tell],
  );
}

/** The words for a failure: the refusal's own, or the catalogue's when there was no answer. */
export function sentenceOf(failure: unknown, say: Say): string {
  if (failure instanceof Refused) return failure.message;
  if (failure instanceof Unreachable) return say("ui-trouble-unreachable");
  return failure instanceof Error ? failure.message : String(failure);
}

interface Desk {
  answers: QueryClient;
  say: Say;
  tell: (message: StatusMessage) => void;
}

async function step(
  { answers, say, tell }: Desk,
  said: (committed: CommittedView) => string,
  make: () => Promise<CommittedView>,
): Promise<EditOutcome> {
  try {
    const committed = await make();
    await refresh(answers, committed);
    tell({ sentence: said(committed), tone: "done" });
    return { accepted: true, committed };
  } catch (failure) {
    const sentence = sentenceOf(failure, say);
    tell({ sentence, tone: "trouble" });
    // Where the file itself is gone, the screen around must learn of it.
    if (isGone(failure)) void answers.invalidateQueries({ queryKey: ["file", "workspace"] });
    const place = failure instanceof Refused ? failure.refusal.place : null;
    return { accepted: false, sentence, place: place ?? undefined };
  }
}

function isGone(failure: unknown): boolean {
  return failure instanceof Unreachable || (failure instanceof Refused && !failure.refusal.place);
}

/** How long checks and pages wait for a further change before they are asked for, in milliseconds. */
const CALM_MS = 250;

const timers = new WeakMap<QueryClient, number>();

/**
 * Asks again for what is on the screen. The editors are waited for, so that a field shows what was
 * stored when it says so; checks and pages, which take longer, are asked for once changes rest.
 */
async function refresh(answers: QueryClient, committed: CommittedView): Promise<void> {
  answers.setQueryData<WorkspaceView>(["file", "workspace"], (old) =>
    old ? { ...old, undo: committed.undo, redo: committed.redo } : old,
  );
  const stale = (when: "now" | "soon") => ({
    predicate: ({ queryKey }: Query) => whenStale(queryKey, committed) === when,
  });
  // An answer that is on its way is about what was there before.
  void answers.cancelQueries(stale("soon"));
  void answers.invalidateQueries({ ...stale("soon"), refetchType: "none" });
  window.clearTimeout(timers.get(answers));
  timers.set(
    answers,
    window.setTimeout(() => void answers.invalidateQueries(stale("soon")), CALM_MS),
  );
  await answers.invalidateQueries(stale("now"));
}
