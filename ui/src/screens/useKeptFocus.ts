// Focus stays in the window: where what had it goes away and nothing else was given it, the screen
// has it, so that the next key goes on from there.
import { useEffect } from "react";

/** Keeps focus in the window for as long as the caller is shown. */
export function useKeptFocus(): void {
  useEffect(() => {
    let last: Element | null = null;
    let frame = 0;
    const remember = () => {
      last = document.activeElement;
    };
    const look = () => {
      if (!isNowhere() || !last || isReachable(last)) return;
      cancelAnimationFrame(frame);
      // A dialog or a menu gives focus back in the frame after it went.
      frame = requestAnimationFrame(() => {
        frame = requestAnimationFrame(keepFocus);
      });
    };
    const observer = new MutationObserver(look);
    observer.observe(document.body, {
      childList: true,
      subtree: true,
      attributes: true,
      attributeFilter: ["disabled", "hidden"],
    });
    window.addEventListener("focusin", remember);
    return () => {
      observer.disconnect();
      cancelAnimationFrame(frame);
      window.removeEventListener("focusin", remember);
    };
  }, []);
}

/** Puts focus on the screen when what had it is gone or out of sight. */
export function keepFocus(): void {
  const { activeElement } = document;
  if (isNowhere() || (activeElement && !isReachable(activeElement))) {
    document.querySelector<HTMLElement>("[data-landing]")?.focus();
  }
}

function isNowhere(): boolean {
  return document.activeElement === null || document.activeElement === document.body;
}

function isReachable(element: Element): boolean {
  return element.isConnected && element.checkVisibility() && !element.matches(":disabled");
}
