// Undo and redo for the whole file: what changed is shown, and said.
import { useMemo } from "react";
import { type EditOutcome, type Target, useSteps } from "../file";
import type { ReportView } from "../generated/wire";
import { goToPlace } from "../parts";
import type { DeskNavigation } from "./useDeskNavigation";

/** Takes the last step back, or makes it again, and goes to what changed. */
export interface DeskSteps {
  undo: () => void;
  redo: () => void;
}

/** Undo and redo for the whole file. */
export function useDeskSteps(report: ReportView, { setOut, settled }: DeskNavigation): DeskSteps {
  const steps = useSteps();
  return useMemo(() => {
    const show = ({ committed }: EditOutcome, open: DeskNavigation["open"]) => {
      const place = committed?.at;
      if (!place) return;
      const target = targetOfRow(place, report);
      if (target) void open(target, place);
      else goToPlace(place);
    };
    const take = (step: () => Promise<EditOutcome>) => async () => {
      const open = setOut();
      if (await settled()) show(await step(), open);
    };
    return { undo: take(steps.undo), redo: take(steps.redo) };
  }, [steps, report, setOut, settled]);
}

/** What shows a row, where the row's own name says so. */
function targetOfRow(place: string, { outline }: ReportView): Target | null {
  const [entity, ...rest] = (place.split("#")[0] ?? "").split("/");
  const row = rest.join("/");
  if (entity === "section" && outline.some((item) => item.id === row)) {
    return { view: "section", section: row };
  }
  const holder = outline.find(({ cards }) => cards.some((card) => card.id === row));
  return entity === "entry" && holder ? { view: "card", section: holder.id, entry: row } : null;
}
