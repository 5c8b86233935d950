// Keys that work anywhere in the window, and who may keep them for itself.
import { useEffect, useRef } from "react";

/** Whether a thing with focus takes typing, so that a letter is no command there. */
export function takesText(target: EventTarget | null): boolean {
  if (!(target instanceof HTMLElement)) return false;
  return target.isContentEditable || isTextField(target);
}

function isTextField(target: EventTarget | null): boolean {
  if (target instanceof HTMLTextAreaElement) return true;
  return target instanceof HTMLInputElement && !NOT_TEXT.has(target.type);
}

const NOT_TEXT = new Set(["button", "checkbox", "radio", "range", "submit", "reset", "color"]);

/**
 * Whether a field keeps undo and redo for itself: while something was typed in it since it got
 * focus. Before that the keys walk through the file's history, which may itself lead from field to
 * field. In a dialog nothing is the file's yet. A narrative needs no asking: it takes the keys that
 * it has steps for, and lets the others go on.
 */
function ownsSteps(target: EventTarget | null, typedIn: EventTarget | null): boolean {
  if (target instanceof Element && target.closest(DIALOG)) return true;
  return isTextField(target) && target === typedIn;
}

const DIALOG = '[role="dialog"], [role="alertdialog"]';

/** What the window's own keys do. A key with no entry is left alone. */
export interface WindowKeys {
  /** Ctrl+Z, unless what has focus takes back a step of its own. */
  onUndo?: () => void;
  /** Ctrl+Shift+Z or Ctrl+Y, unless what has focus makes a step of its own again. */
  onRedo?: () => void;
  /** Any other chord, such as "ctrl+e" or "f8", written in lower case with modifiers in the order ctrl, alt, shift. */
  chords?: Record<string, () => void>;
}

/** Listens for the window's own keys for as long as the caller is shown. */
export function useWindowKeys(keys: WindowKeys): void {
  const now = useRef(keys);
  now.current = keys;
  useEffect(() => {
    let typedIn: EventTarget | null = null;
    const onFocus = () => {
      typedIn = null;
    };
    const onInput = (event: Event) => {
      typedIn = event.target;
    };
    const onKey = (event: KeyboardEvent) => {
      const act = actionFor(event, now.current, typedIn);
      if (!act || event.defaultPrevented) return;
      event.preventDefault();
      act();
    };
    window.addEventListener("focusin", onFocus, true);
    window.addEventListener("input", onInput, true);
    window.addEventListener("keydown", onKey);
    return () => {
      window.removeEventListener("focusin", onFocus, true);
      window.removeEventListener("input", onInput, true);
      window.removeEventListener("keydown", onKey);
    };
  }, []);
}

/** A key press written the way `WindowKeys.chords` names it. */
export function chordOf(event: {
  key: string;
  ctrlKey: boolean;
  metaKey: boolean;
  altKey: boolean;
  shiftKey: boolean;
}): string {
  const parts = [];
  if (event.ctrlKey || event.metaKey) parts.push("ctrl");
  if (event.altKey) parts.push("alt");
  if (event.shiftKey) parts.push("shift");
  return [...parts, event.key.toLowerCase()].join("+");
}

function actionFor(
  event: KeyboardEvent,
  keys: WindowKeys,
  typedIn: EventTarget | null,
): (() => void) | undefined {
  const chord = chordOf(event);
  const step = STEPS[chord];
  if (step) return ownsSteps(event.target, typedIn) ? undefined : keys[step];
  return keys.chords?.[chord];
}

const STEPS: Record<string, "onUndo" | "onRedo"> = {
  "ctrl+z": "onUndo",
  "ctrl+shift+z": "onRedo",
  "ctrl+y": "onRedo",
};
