// Working copies: handing one out, bringing one in, the shared folder, and what has to be decided. How
// much of its history a file keeps, and who can open it.
import { type QueryClient, useQuery, useQueryClient } from "@tanstack/react-query";
import { useCallback, useMemo } from "react";
import type { BroughtInView, Choose, Request, ShareView } from "../generated/wire";
import { settleAll, useStatus } from "../parts";
import { useWords } from "../words";
import { type Answer, ask, tell as send } from "./ask";
import { type EditOutcome, sentenceOf, useStep } from "./edit";

/** How often the shared folder is looked into, in milliseconds. */
const LOOK_MS = 30_000;

/** What people did apart in copies and has to be decided. */
export function useConflicts() {
  return useQuery({
    queryKey: ["file", "conflicts"],
    queryFn: () => ask({ do: "conflicts" }, "conflicts"),
  });
}

/** Settles a conflict. */
export function useSettle(): (conflict: string, choose: Choose) => Promise<EditOutcome> {
  const make = useStep();
  return useCallback(
    (conflict, choose) =>
      make("ui-conflict-settled", () => ask({ do: "settle", conflict, choose }, "committed")),
    [make],
  );
}

/** The folder through which the file is shared, and how many files wait there. */
export function useSharing() {
  return useQuery({
    queryKey: ["file", "sharing"],
    queryFn: () => ask({ do: "sharing" }, "sharing"),
    refetchInterval: ({ state }) => (state.data?.folder ? LOOK_MS : false),
  });
}

/** What came of something that is done with copies: what it gave, or why it was refused. */
export type Outcome<T> = { given: T } | { refused: string };

/** What can be done with copies and with the file as a whole. What is typed is stored first. */
export interface Copying {
  /** Writes a working copy for a person. */
  handOut: (person: string, path: string) => Promise<Outcome<null>>;
  /** Writes the changes that were made in this copy; gives how many. */
  saveChanges: (path: string) => Promise<Outcome<number>>;
  /** What bringing a copy in would come to. */
  look: (path: string) => Promise<Outcome<BroughtInView>>;
  /** Brings a copy in. */
  bringIn: (path: string) => Promise<Outcome<BroughtInView>>;
  /** Chooses the shared folder, or none. */
  shareThrough: (folder: string | null) => Promise<Outcome<null>>;
  /** Brings in what others shared, and shares what they lack. */
  share: () => Promise<Outcome<ShareView>>;
  /** Leaves out of history what was done before a day; gives how many changes. */
  thin: (before: string) => Promise<Outcome<number>>;
  /** Writes a copy that has none of the history. */
  copyWithoutHistory: (path: string) => Promise<Outcome<null>>;
  /** Closes the file with a passphrase, or takes it away. */
  setPassphrase: (passphrase: string | null) => Promise<Outcome<null>>;
}

/** What can be done with copies. */
export function useCopying(): Copying {
  const answers = useQueryClient();
  const say = useWords();
  const { tell } = useStatus();
  return useMemo(() => {
    const attempt = async <T>(make: () => Promise<T>, said?: (given: T) => string) => {
      try {
        await settleAll();
        const given = await make();
        if (said) tell({ sentence: said(given), tone: "done" });
        return { given };
      } catch (failure) {
        const refused = sentenceOf(failure, say);
        tell({ sentence: refused, tone: "trouble" });
        return { refused };
      }
    };
    return {
      handOut: (person, path) =>
        attempt(
          () => done({ do: "hand-out", person, path }),
          () => say("ui-hand-out-done", { path }),
        ),
      saveChanges: (path) =>
        attempt(
          () => ask({ do: "save-changes", path }, "count"),
          (count) => say("ui-send-back-done", { count, path }),
        ),
      look: (path) => attempt(() => ask({ do: "look-at-copy", path }, "brought-in")),
      bringIn: (path) =>
        attempt(
          () => changing(answers, ask({ do: "bring-in", path }, "brought-in")),
          ({ sentence }) => sentence,
        ),
      shareThrough: (folder) =>
        attempt(async () => {
          const chosen = await ask({ do: "share-through", folder }, "sharing");
          answers.setQueryData<Answer<"sharing">>(["file", "sharing"], chosen);
          return null;
        }),
      share: () =>
        attempt(
          () => changing(answers, ask({ do: "share" }, "shared")),
          ({ came, told }) => `${came.sentence} ${told}`,
        ),
      thin: (before) =>
        attempt(
          () => changing(answers, ask({ do: "thin", before }, "count")),
          (count) => say("ui-keep-thinned", { count }),
        ),
      copyWithoutHistory: (path) =>
        attempt(
          () => done({ do: "copy-without-history", path }),
          () => say("ui-keep-copied", { path }),
        ),
      setPassphrase: (passphrase) =>
        attempt(
          () => changing(answers, done({ do: "set-passphrase", passphrase })),
          () => say(passphrase === null ? "ui-passphrase-removed" : "ui-passphrase-is-set"),
        ),
    };
  }, [answers, say, tell]);
}

async function done(request: Request): Promise<null> {
  await send(request);
  return null;
}

/** What comes in can be anywhere in the file: everything is asked again. */
async function changing<T>(answers: QueryClient, made: Promise<T>): Promise<T> {
  const given = await made;
  await answers.invalidateQueries({ queryKey: ["file"] });
  return given;
}
