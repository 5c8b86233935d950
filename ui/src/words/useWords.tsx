// Hands the catalogue to the parts that speak.
import { createContext, type ReactNode, useContext, useMemo } from "react";
import { FALLBACK_LOCALE, type Say, wordsIn } from "./catalogue";

const Words = createContext<Say>(wordsIn(FALLBACK_LOCALE));

/** Chooses the language for everything inside it. */
export function WordsProvider({ locale, children }: { locale: string; children: ReactNode }) {
  const say = useMemo(() => wordsIn(locale), [locale]);
  return <Words value={say}>{children}</Words>;
}

/** The function that turns a catalogue key into a sentence: `say("ui-cancel")`. */
export function useWords(): Say {
  return useContext(Words);
}
