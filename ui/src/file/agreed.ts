// Who is at the keyboard, where sections stand, and the steps that sign them.
import { useQuery, useQueryClient } from "@tanstack/react-query";
import { useCallback } from "react";
import type { AgreementStep } from "../generated/wire";
import { settleAll, useStatus } from "../parts";
import { useWords } from "../words";
import { ask } from "./ask";
import { type EditOutcome, sentenceOf, useStep } from "./edit";

/** Who is at the keyboard. */
export function useMe() {
  return useQuery({ queryKey: ["file", "me"], queryFn: () => ask({ do: "me" }, "me") });
}

/** Where the sections of a report stand, and what still stops its final paper. */
export function useSignOffs(report: string) {
  return useQuery({
    queryKey: ["file", "agreement", report],
    queryFn: () => ask({ do: "agreement", report }, "agreement"),
  });
}

/** What the person at the keyboard can do about themselves and their key. */
export interface Sitting {
  /** Says who is at the keyboard. */
  sit: (person: string | null) => Promise<EditOutcome>;
  /** Makes a signing key for this computer, under a passphrase or kept by the system; the one that is
   * there is set aside. */
  makeKey: (passphrase: string | null) => Promise<EditOutcome>;
  /** Opens it. */
  openKey: (passphrase: string) => Promise<EditOutcome>;
}

/** The answers that are other ones for another person at the keyboard. */
const OF_THE_SEAT = ["me", "agreement", "discussion", "work", "people"].map((answer) => [
  "file",
  answer,
]);

/** What the person at the keyboard can do about themselves and their key. */
export function useSitting(): Sitting {
  const answers = useQueryClient();
  const say = useWords();
  const { tell } = useStatus();
  const make = useCallback(
    async (request: Parameters<typeof ask>[0], done: string): Promise<EditOutcome> => {
      try {
        await ask(request, "me");
        await Promise.all(OF_THE_SEAT.map((queryKey) => answers.invalidateQueries({ queryKey })));
        tell({ sentence: say(done), tone: "done" });
        return { accepted: true };
      } catch (failure) {
        const sentence = sentenceOf(failure, say);
        tell({ sentence, tone: "trouble" });
        return { accepted: false, sentence };
      }
    },
    [answers, say, tell],
  );
  return {
    sit: (person) => make({ do: "i-am", person }, "ui-me-chosen"),
    makeKey: (passphrase) => make({ do: "make-key", passphrase, instead: true }, "ui-key-made"),
    openKey: (passphrase) => make({ do: "open-key", passphrase }, "ui-key-opened"),
  };
}

/** Takes a step with sections, all or none. */
export function useTake(): (
  step: AgreementStep,
  sections: string[],
  words?: string,
) => Promise<EditOutcome> {
  const make = useStep();
  return useCallback(
    async (step, sections, words = "") => {
      await settleAll();
      return make(`ui-stepped-${step}`, () =>
        ask({ do: "take", step, sections, words }, "committed"),
      );
    },
    [make],
  );
}

/** Fills in the days that lead up to a report's meeting. */
export function usePlanDates(): (report: string) => Promise<EditOutcome> {
  const make = useStep();
  return useCallback(
    (report) => make("ui-saved", () => ask({ do: "plan-dates", report }, "committed")),
    [make],
  );
}
