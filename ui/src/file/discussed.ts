// What was said of a section, what has changed in it since it was signed, and what waits for whom.
import { keepPreviousData, useQuery, useQueryClient } from "@tanstack/react-query";
import { useCallback, useMemo } from "react";
import { ask, tell } from "./ask";
import { type EditOutcome, useStep } from "./edit";

/**
 * What was said of a section, and where it stands. `about` is a place that a comment might be about:
 * the answer says what it is called, if it is in the section.
 */
export function useDiscussion(section: string, about?: string) {
  return useQuery({
    queryKey: ["file", "discussion", section, about ?? null],
    queryFn: () => ask({ do: "discussion", section, about }, "discussion"),
    // The place changes with focus; what was said of the same section stays meanwhile.
    placeholderData: (old, query) => (query?.queryKey[2] === section ? old : undefined),
    gcTime: 30_000,
  });
}

/** What has changed in a section since it was last signed. Asked anew each time it is shown. */
export function useSince(section: string) {
  return useQuery({
    queryKey: ["file", "since", section],
    queryFn: () => ask({ do: "since", section }, "since"),
    staleTime: 0,
    gcTime: 0,
  });
}

/** What waits for the person at the keyboard, in every report of the file. */
export function useWork() {
  return useQuery({
    queryKey: ["file", "work"],
    queryFn: () => ask({ do: "work" }, "work"),
    placeholderData: keepPreviousData,
  });
}

/** Something that is said of a section. */
export interface Said {
  section: string;
  /** The row or field it is about. */
  about?: string;
  /** The comment that it answers. */
  answers?: string;
  text: string;
}

/** Saying something of a section, settling it, and having seen what others say. */
export interface Discussing {
  comment: (said: Said) => Promise<EditOutcome>;
  resolve: (comment: string, resolved: boolean) => Promise<EditOutcome>;
  seen: (section: string) => Promise<void>;
}

/** Saying something of a section, settling it, and having seen what others say. */
export function useDiscussing(): Discussing {
  const make = useStep();
  const answers = useQueryClient();
  const seen = useCallback(
    async (section: string) => {
      await tell({ do: "seen", section });
      // What is new stays marked on the screen that shows it; lists elsewhere have it no longer.
      for (const answer of ["work", "agreement"]) {
        void answers.invalidateQueries({ queryKey: ["file", answer] });
      }
    },
    [answers],
  );
  return useMemo(
    () => ({
      comment: ({ section, about, answers: answered, text }) =>
        make(answered ? "ui-comment-answered" : "ui-comment-said", () =>
          ask(
            { do: "comment", section, about: about ?? null, answers: answered ?? null, text },
            "committed",
          ),
        ),
      resolve: (comment, resolved) =>
        make(resolved ? "ui-comment-resolved" : "ui-comment-reopened", () =>
          ask({ do: "resolve", comment, resolved }, "committed"),
        ),
      seen,
    }),
    [make, seen],
  );
}
