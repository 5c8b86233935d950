// The program: its start screen while no file is open, and the file's workspace while one is.
import { QueryClientProvider } from "@tanstack/react-query";
import { useState } from "react";
import { newAnswers } from "./file";
import { StatusProvider } from "./parts";
import { PathPrompt } from "./platform";
import { Desk } from "./screens";
import { FALLBACK_LOCALE, WordsProvider } from "./words";

/** The program. */
export function App() {
  const [answers] = useState(newAnswers);
  return (
    <QueryClientProvider client={answers}>
      <WordsProvider locale={FALLBACK_LOCALE}>
        <StatusProvider>
          <Desk />
          <PathPrompt />
        </StatusProvider>
      </WordsProvider>
    </QueryClientProvider>
  );
}
