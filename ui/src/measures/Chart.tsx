// A measure's chart as the paper prints it, with the words that say what it shows.
import { useLayoutEffect, useRef } from "react";
import type { ChartView } from "../generated/wire";
import { useWords } from "../words";

/** A measure's chart, or the sentence that there is nothing to draw. */
export function Chart({ chart }: { chart: ChartView | null }) {
  const say = useWords();
  if (!chart) return <p className="chart chart-none quiet">{say("ui-chart-none")}</p>;
  return (
    <figure className="chart">
      <Drawing {...chart} />
    </figure>
  );
}

/**
 * The drawing as a part of the page. An image would have no fonts but the system's, and the chart's
 * words have room for the paper's only.
 */
function Drawing({ svg, description }: ChartView) {
  const frame = useRef<HTMLDivElement>(null);
  useLayoutEffect(() => {
    const { documentElement } = new DOMParser().parseFromString(svg, "image/svg+xml");
    frame.current?.replaceChildren(document.importNode(documentElement, true));
  }, [svg]);
  return <div ref={frame} role="img" aria-label={description} />;
}
