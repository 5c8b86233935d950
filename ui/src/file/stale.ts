// What an edit makes stale, by the keys under which answers are kept.
import type { CommittedView } from "../generated/wire";

/**
 * When the answer kept under a key is to be asked for again after an edit: before the edit counts as
 * shown, once changes rest for a moment, or not at all.
 */
export function whenStale(
  key: readonly unknown[],
  committed: Pick<CommittedView, "touched">,
): "now" | "soon" | "no" {
  const [scope, answer] = key;
  if (scope !== "file") return "no";
  // What a restore would change is asked once, before it is made.
  if (answer === "restoring") return "no";
  // What the program writes is as it was written.
  if (answer === "faults") return "no";
  // What others wrote is looked for from time to time.
  if (answer === "sharing") return "no";
  if (answer === "findings" || answer === "preview" || answer === "work") return "soon";
  if (answer === "workspace") return touchesWorkspace(committed) ? "now" : "no";
  return "now";
}

/** The workspace itself names the directorate and its reports only. */
function touchesWorkspace({ touched }: Pick<CommittedView, "touched">): boolean {
  return touched.some((row) => row.startsWith("directorate/") || row.startsWith("report/"));
}
