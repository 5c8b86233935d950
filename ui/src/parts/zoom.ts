// How large a page is shown: fitted to its pane, or as a share of its true size.

/** Fitted to the pane, or a share of the true size, 1 being the size on paper. */
export type Zoom = "fit" | number;

const ZOOMS = [0.25, 0.5, 0.75, 1, 1.25, 1.5, 2, 3];

/** The next larger or smaller size than the one shown; undefined when there is none. */
export function nextZoom(shown: number, way: 1 | -1): number | undefined {
  // A fitted page may stand a hair beside a step, which would then be no step to see.
  const isBeyond = (zoom: number) => (zoom - shown) * way > 0.01;
  return way > 0 ? ZOOMS.find(isBeyond) : ZOOMS.findLast(isBeyond);
}

/** A4 upright, in points. */
const USUAL_WIDTH = 595.28;

/** How wide a page is on paper, in points, as its drawing says. */
export function pointsWide(svg: string | undefined): number {
  const box = /viewBox="\s*[\d.+-]+[\s,]+[\d.+-]+[\s,]+([\d.]+)/.exec(svg?.slice(0, 1000) ?? "");
  return Number(box?.[1]) || USUAL_WIDTH;
}
