// Writing the paper: how far it has come, the way out of it, and what came of it.
import { useEffect, useState } from "react";
import { ask, Refused, sentenceOf, tell } from "../file";
import type { ExportedView, ProgressView } from "../generated/wire";
import { settleAll, useStatus } from "../parts";
import { useWords } from "../words";

/** An export and what came of it. */
export interface Exporting {
  state: "idle" | "working" | "written" | "refused" | "exists" | "cancelled" | "wants-key";
  progress?: ProgressView;
  exported?: ExportedView;
  /** Why it was refused. */
  sentence?: string;
  /** The refusal's code, which says where to go. */
  code?: string;
  start: (path: string, isDraft: boolean) => void;
  /** Stops the work. */
  cancel: () => void;
  /** Asks once more for what was refused, now that the key is open. */
  again: () => void;
  /** Writes over the file that is there. */
  replace: () => void;
  /** Leaves the file that is there. */
  drop: () => void;
}

/** The refusals that are no fault: something is to be answered first, or it was asked to stop. */
const EXPECTED: Record<string, Exporting["state"]> = {
  "export-exists": "exists",
  "paper-cancelled": "cancelled",
  "sign-no-key": "wants-key",
  "sign-key-locked": "wants-key",
};

/** How often the program is asked how far it has come, in milliseconds. */
const ASK_MS = 200;

/** Writes the paper of a report. */
export function useExport(report: string): Exporting {
  const say = useWords();
  const { tell: announce } = useStatus();
  const [state, setState] = useState<Exporting["state"]>("idle");
  const [last, setLast] = useState({ path: "", draft: false, overwrite: false });
  const [sentence, setSentence] = useState<string>();
  const [code, setCode] = useState("");
  const [exported, setExported] = useState<ExportedView>();
  const progress = useProgress(state === "working");

  const write = async (path: string, draft: boolean, overwrite: boolean) => {
    setLast({ path, draft, overwrite });
    setState("working");
    try {
      await settleAll();
      const written = await ask({ do: "export", report, path, draft, overwrite }, "exported");
      setExported(written);
      setState("written");
      announce({ sentence: say("ui-export-done", { path: written.path }), tone: "done" });
    } catch (failure) {
      const code = failure instanceof Refused ? failure.refusal.code : "";
      const outcome = EXPECTED[code] ?? "refused";
      const reason =
        outcome === "cancelled" ? say("ui-export-cancelled") : sentenceOf(failure, say);
      setSentence(reason);
      setCode(code);
      setState(outcome);
      announce({ sentence: reason, tone: outcome === "refused" ? "trouble" : "plain" });
    }
  };

  return {
    state,
    progress,
    exported,
    sentence,
    code,
    start: (path, isDraft) => void write(path, isDraft, false),
    cancel: () => void tell({ do: "cancel" }),
    again: () => void write(last.path, last.draft, last.overwrite),
    replace: () => void write(last.path, last.draft, true),
    drop: () => setState("idle"),
  };
}

/** How far long work has come, asked again and again while there is some. */
function useProgress(isWorking: boolean): ProgressView | undefined {
  const [progress, setProgress] = useState<ProgressView>();
  useEffect(() => {
    if (!isWorking) return;
    setProgress(undefined);
    const look = () =>
      ask({ do: "progress" }, "progress")
        .then(setProgress)
        // The export's own answer says what is wrong; this one only tells how far it is.
        .catch(() => setProgress(undefined));
    const timer = window.setInterval(look, ASK_MS);
    return () => window.clearInterval(timer);
  }, [isWorking]);
  return progress;
}
