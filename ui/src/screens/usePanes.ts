// The three panes of the report's screen: which is in front where there is room for one only, and
// where focus was in each.
import { type FocusEvent, useCallback, useEffect, useMemo, useRef, useState } from "react";

/** A pane: the outline, the editor, or preview and checks. */
export type PaneId = "outline" | "editor" | "side";

const PANES: PaneId[] = ["outline", "editor", "side"];

/** The panes, and the ways to them. */
export interface Panes {
  /** The pane in front. */
  shown: PaneId;
  /** Brings a pane to the front and leaves focus where it is. */
  show: (pane: PaneId) => void;
  /** Brings a pane to the front and gives it focus, where it had it last. */
  enter: (pane: PaneId) => void;
  /** Gives focus to the next pane, or to the one before. */
  walk: (step: 1 | -1) => void;
  /** What the element around a pane's content carries. */
  frame: (pane: PaneId) => {
    "data-pane": PaneId;
    onFocus: (event: FocusEvent<HTMLElement>) => void;
  };
}

/** Keeps the panes of one window. */
export function usePanes(): Panes {
  const [shown, show] = useState<PaneId>("editor");
  const [wanted, setWanted] = useState<{ pane: PaneId } | null>(null);
  const last = useRef<Partial<Record<PaneId, HTMLElement>>>({});

  useEffect(() => {
    if (wanted) focusIn(wanted.pane, last.current[wanted.pane]);
  }, [wanted]);

  const enter = useCallback((pane: PaneId) => {
    show(pane);
    setWanted({ pane });
  }, []);
  const walk = useCallback(
    (step: 1 | -1) => {
      const at = document.activeElement?.closest<HTMLElement>("[data-pane]")?.dataset.pane;
      const index = PANES.indexOf((at ?? (step === 1 ? "side" : "outline")) as PaneId);
      enter(PANES[(index + step + PANES.length) % PANES.length] ?? "editor");
    },
    [enter],
  );
  const frame = useCallback(
    (pane: PaneId) => ({
      "data-pane": pane,
      onFocus: (event: FocusEvent<HTMLElement>) => {
        if (event.target instanceof HTMLElement) last.current[pane] = event.target;
      },
    }),
    [],
  );
  return useMemo(() => ({ shown, show, enter, walk, frame }), [shown, enter, walk, frame]);
}

const REACHABLE =
  'a[href], input, textarea, select, button:not(:disabled), [contenteditable="true"], [tabindex]';

/** In the outline, the way leads to what is open; in the others, to where focus was last. */
function focusIn(pane: PaneId, last: HTMLElement | undefined) {
  const frame = document.querySelector<HTMLElement>(`[data-pane="${pane}"]`);
  const selected = frame?.querySelector<HTMLElement>('[role="row"][aria-selected="true"]');
  if (pane === "outline" && takesFocus(selected)) return;
  if (takesFocus(last)) return;
  const reachable = [...(frame?.querySelectorAll<HTMLElement>(REACHABLE) ?? [])];
  reachable.find((item) => item.tabIndex >= 0 && item.checkVisibility())?.focus();
}

function takesFocus(element: HTMLElement | null | undefined): boolean {
  if (!element?.isConnected || !element.checkVisibility()) return false;
  element.focus();
  return document.activeElement === element;
}
