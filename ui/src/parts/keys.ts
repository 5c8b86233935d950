// Keys that work anywhere in the window, and who may keep them for itself.
import { useEffect, useRef } from "react";

/** Whether a thing with focus edits text and therefore owns its own undo steps. */
export function ownsUndo(target: EventTarget | null): boolean {
  if (!(target instanceof HTMLElement)) return false;
  if (target.isContentEditable || target instanceof HTMLTextAreaElement) return true;
  return target instanceof HTMLInputElement && !NOT_TEXT.has(target.type);
}

const NOT_TEXT = new Set(["button", "checkbox", "radio", "range", "submit", "reset", "color"]);

/** What the window's own keys do. A key with no entry is left alone. */
export interface WindowKeys {
  /** Ctrl+Z, unless a text editor has focus. */
  onUndo?: () => void;
  /** Ctrl+Shift+Z or Ctrl+Y, unless a text editor has focus. */
  onRedo?: () => void;
  /** Any other chord, such as "ctrl+e" or "f8", written in lower case with modifiers in the order ctrl, alt, shift. */
  chords?: Record<string, () => void>;
}

/** Listens for the window's own keys for as long as the caller is shown. */
export function useWindowKeys(keys: WindowKeys): void {
  const now = useRef(keys);
  now.current = keys;
  useEffect(() => {
    const listen = (event: KeyboardEvent) => {
      const act = actionFor(event, now.current);
      if (!act || event.defaultPrevented) return;
      event.preventDefault();
      act();
    };
    window.addEventListener("keydown", listen);
    return () => window.removeEventListener("keydown", listen);
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

function actionFor(event: KeyboardEvent, keys: WindowKeys): (() => void) | undefined {
  const chord = chordOf(event);
  if (chord === "ctrl+z") return ownsUndo(event.target) ? undefined : keys.onUndo;
  if (chord === "ctrl+shift+z" || chord === "ctrl+y") {
    return ownsUndo(event.target) ? undefined : keys.onRedo;
  }
  return keys.chords?.[chord];
}
