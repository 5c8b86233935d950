// Undo and redo for the whole file: what changed is shown, and said.
import { useMemo } from "react";
import { type EditOutcome, useSteps } from "../file";
import type { ReportView } from "../generated/wire";
import { goToPlace } from "../parts";
import { targetOf } from "../report";
import type { DeskNavigation } from "./useDeskNavigation";

/** Takes the last step back, or makes it again, and goes to what changed. */
export interface DeskSteps {
  undo: () => void;
  redo: () => void;
}

/** Undo and redo for the whole file. */
export function useDeskSteps(
  report: ReportView,
  { here, setOut, settled }: DeskNavigation,
): DeskSteps {
  const steps = useSteps();
  // History tells of the step where the person is.
  const isTold = here.view === "history";
  return useMemo(() => {
    const show = ({ committed }: EditOutcome, open: DeskNavigation["open"]) => {
      const spot = committed?.at;
      if (!spot || isTold) return;
      const target = targetOf(spot, report.outline);
      // A figure of a measure may be in sight already, on the card.
      if (target.view === "measures" && goToPlace(spot.place)) return;
      void open(target, spot.place);
    };
    const take = (step: () => Promise<EditOutcome>) => async () => {
      const open = setOut();
      if (await settled()) show(await step(), open);
    };
    return { undo: take(steps.undo), redo: take(steps.redo) };
  }, [steps, report, isTold, setOut, settled]);
}
