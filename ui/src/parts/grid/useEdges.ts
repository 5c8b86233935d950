// What of a grid is out of sight sideways, so that its edges can show that there is more.
import { type RefObject, useLayoutEffect } from "react";

/**
 * Marks a scroller with `data-more-before` and `data-more-after` while something is hidden there,
 * and keeps cells that get focus clear of the column that stays in sight.
 */
export function useEdges(scroller: RefObject<HTMLElement | null>): void {
  useLayoutEffect(() => {
    const frame = scroller.current;
    const table = frame?.querySelector("table");
    if (!frame || !table) return;
    const look = () => {
      const hidden = frame.scrollWidth - frame.clientWidth;
      frame.toggleAttribute("data-more-before", frame.scrollLeft > 1);
      frame.toggleAttribute("data-more-after", frame.scrollLeft < hidden - 1);
      const width = (part: string) => table.querySelector<HTMLElement>(part)?.offsetWidth ?? 0;
      frame.style.scrollPaddingInline = `${width(".grid-name")}px ${width(".grid-actions")}px`;
    };
    look();
    const observer = new ResizeObserver(look);
    observer.observe(frame);
    observer.observe(table);
    frame.addEventListener("scroll", look, { passive: true });
    return () => {
      observer.disconnect();
      frame.removeEventListener("scroll", look);
    };
  }, [scroller]);
}
