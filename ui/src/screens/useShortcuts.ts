// The keys that work anywhere in the open file.
import { useEffect, useMemo, useRef } from "react";
import { type Target, useFindingsNow } from "../file";
import type { FindingView, ReportView } from "../generated/wire";
import { takesText, useStatus, useWindowKeys } from "../parts";
import { findingKey, nextFinding, saidOf, sameTarget, targetOf } from "../report";
import { useWords } from "../words";
import type { DeskNavigation } from "./useDeskNavigation";
import type { DeskSteps } from "./useDeskSteps";
import type { PaneId, Panes } from "./usePanes";

/** Walking through the findings. */
export interface FindingKeys {
  /** Goes to the next finding, or to the one before. */
  walk: (step: 1 | -1) => Promise<void>;
  /** Remembers the finding that the person went to in another way. */
  visit: (finding: FindingView) => void;
}

/** Walking through the findings of a report. */
export function useFindingKeys(report: ReportView, navigation: DeskNavigation): FindingKeys {
  const say = useWords();
  const { tell, clear } = useStatus();
  const findingsNow = useFindingsNow(report.id);
  const visited = useRef<string | null>(null);
  const told = useRef<Target | null>(null);
  const { here } = navigation;
  // What was said of a finding stays for as long as what it is about is open.
  useEffect(() => {
    if (!told.current || sameTarget(told.current, here)) return;
    told.current = null;
    clear();
  }, [here, clear]);
  return useMemo(() => {
    const visit = (finding: FindingView) => {
      visited.current = findingKey(finding);
    };
    const walk = async (step: 1 | -1) => {
      // What is being typed may mend what the key would go to.
      if (!(await navigation.settled())) return;
      const finding = nextFinding(await findingsNow(), visited.current, navigation.here, step);
      if (!finding) {
        tell({ sentence: say("ui-findings-none"), tone: "done" });
        return;
      }
      visit(finding);
      told.current = targetOf(finding, report.outline);
      tell({ sentence: [saidOf(finding), finding.mend].filter(Boolean).join(" ") });
      void navigation.open(told.current, finding.place);
    };
    return { visit, walk };
  }, [findingsNow, navigation, report, tell, say]);
}

/** Listens for the keys that work anywhere in the open file. */
export function useShortcuts({
  navigation,
  panes,
  steps,
  finding,
  onKeys,
  onSearch,
  onNextPeriod,
}: {
  navigation: DeskNavigation;
  panes: Panes;
  steps: DeskSteps;
  finding: FindingKeys;
  onKeys: () => void;
  onSearch: () => void;
  onNextPeriod: () => void;
}) {
  const say = useWords();
  const { tell } = useStatus();
  const saved = async () => {
    if (await navigation.settled()) tell({ sentence: say("ui-all-saved"), tone: "done" });
  };
  const hasPanes = ["section", "card", "settings"].includes(navigation.here.view);
  const enter = (pane: PaneId) => () => {
    if (hasPanes) panes.enter(pane);
  };
  useWindowKeys({
    onUndo: steps.undo,
    onRedo: steps.redo,
    chords: {
      "ctrl+s": () => void saved(),
      "ctrl+e": () => void navigation.open({ view: "export" }),
      "ctrl+f": onSearch,
      // Where something is written, these keys make a link.
      "ctrl+k": onSearch,
      "alt+c": () => void navigation.open({ view: "copies" }),
      "alt+h": () => void navigation.open({ view: "history", about: aboutHere(navigation.here) }),
      "alt+n": onNextPeriod,
      "alt+w": () => void navigation.open({ view: "work" }),
      f1: onKeys,
      f6: () => hasPanes && panes.walk(1),
      "shift+f6": () => hasPanes && panes.walk(-1),
      f8: () => void finding.walk(1),
      "shift+f8": () => void finding.walk(-1),
      "alt+1": enter("outline"),
      "alt+2": enter("editor"),
      "alt+3": enter("side"),
    },
  });
  useQuestionMark(onKeys);
}

/** The question mark asks for the keys, except where it is being written. */
function useQuestionMark(onKeys: () => void) {
  const now = useRef(onKeys);
  now.current = onKeys;
  useEffect(() => {
    const listen = (event: KeyboardEvent) => {
      const isWritten =
        takesText(event.target) ||
        (event.target instanceof Element && event.target.closest('[role="grid"], [role="dialog"]'));
      if (event.key === "?" && !isWritten && !event.defaultPrevented) now.current();
    };
    window.addEventListener("keydown", listen);
    return () => window.removeEventListener("keydown", listen);
  }, []);
}

/** What history is asked of: the field that has focus, else what is open. */
function aboutHere(here: Target): string | null {
  const field = document.activeElement?.closest<HTMLElement>("[data-place]");
  if (field?.dataset.place) return field.dataset.place;
  switch (here.view) {
    case "card":
      return `entry/${here.entry}`;
    case "section":
      return `section/${here.section}`;
    case "measures":
      return here.measure && `measure/${here.measure}`;
    case "history":
      return here.about;
    default:
      return null;
  }
}
