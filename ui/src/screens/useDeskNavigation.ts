// The way from one place in the file to another: what was typed is stored first, then the other
// screen is shown, then focus goes to the field that was asked for.
import { useCallback, useEffect, useMemo, useRef, useState } from "react";
import type { Navigation, Target } from "../file";
import type { ReportView } from "../generated/wire";
import { goToPlace, goToPlaceSoon, settleAll, useStatus } from "../parts";
import type { Journey } from "../report";
import { useWords } from "../words";
import { keepFocus, useKeptFocus } from "./useKeptFocus";
import type { PaneId } from "./usePanes";

/** The way around the open file. */
export interface DeskNavigation extends Navigation {
  /** The way last taken. */
  journey: Journey | null;
  /** Whether everything typed is stored; what is not is pointed out. */
  settled: () => Promise<boolean>;
  /**
   * Sets out for a place that is known later, such as what undo changed. Where the person has gone
   * elsewhere by then, they stay there.
   */
  setOut: () => Navigation["open"];
}

/** The way around the open file, beginning at the report's first section. */
export function useDeskNavigation(
  report: ReportView,
  showPane: (pane: PaneId) => void,
): DeskNavigation {
  const say = useWords();
  const { tell } = useStatus();
  const [chosen, setChosen] = useState<Target | null>(null);
  const [journey, setJourney] = useState<Journey | null>(null);
  const here = useSteady(standing(chosen, report));

  const settled = useCallback(async () => {
    if (await settleAll()) return true;
    tell({ sentence: say("ui-unsettled"), tone: "trouble" });
    goToUnsettled();
    return false;
  }, [say, tell]);

  const journeys = useRef(0);
  const setOut = useCallback(() => {
    journeys.current += 1;
    const mine = journeys.current;
    return async (target: Target, place?: string) => {
      if (!(await settled()) || mine !== journeys.current) return false;
      setChosen(target);
      setJourney({ place });
      showPane("editor");
      return true;
    };
  }, [settled, showPane]);
  const open = useCallback((target: Target, place?: string) => setOut()(target, place), [setOut]);

  // A file that was just opened begins with focus on its screen.
  useEffect(keepFocus, []);
  useKeptFocus();
  // Focus can move once what was asked for is on the screen.
  useEffect(() => {
    if (!journey) return;
    if (journey.place) return goToPlaceSoon(journey.place);
    keepFocus();
  }, [journey]);

  return useMemo(
    () => ({ here, journey, open, settled, setOut }),
    [here, journey, open, settled, setOut],
  );
}

/** Moves focus to what was refused, and opens what it is folded away in. */
function goToUnsettled(): void {
  const field = document.querySelector<HTMLElement>('[aria-invalid="true"]');
  const place = field?.closest<HTMLElement>("[data-place]")?.dataset.place;
  if (field?.offsetParent || !place) field?.focus();
  else goToPlace(place);
}

/** Where the person is: what they chose, while the report still has it. */
function standing(chosen: Target | null, { outline }: ReportView): Target {
  const [first] = outline;
  const start: Target = first ? { view: "section", section: first.id } : { view: "settings" };
  if (chosen === null) return start;
  if (!("section" in chosen)) return chosen;
  const section = outline.find((item) => item.id === chosen.section);
  if (!section) return start;
  const isThere =
    chosen.view === "section" || section.cards.some((card) => card.id === chosen.entry);
  return isThere ? chosen : { view: "section", section: section.id };
}

/** The same object for as long as it says the same. */
function useSteady<T>(value: T): T {
  const kept = useRef(value);
  if (JSON.stringify(kept.current) !== JSON.stringify(value)) kept.current = value;
  return kept.current;
}
