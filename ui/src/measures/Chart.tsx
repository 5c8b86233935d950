// A measure's chart as the paper prints it, with the words that say what it shows.
import { useEffect, useState } from "react";
import type { ChartView } from "../generated/wire";
import { useWords } from "../words";

/** A measure's chart, or the sentence that there is nothing to draw. */
export function Chart({ chart }: { chart: ChartView | null }) {
  const say = useWords();
  const url = useDrawing(chart?.svg);
  if (!chart) return <p className="chart chart-none quiet">{say("ui-chart-none")}</p>;
  return <figure className="chart">{url && <img src={url} alt={chart.description} />}</figure>;
}

/** An address inside the window for a drawing, given up when the drawing changes. */
function useDrawing(svg: string | undefined): string | undefined {
  const [url, setUrl] = useState<string>();
  useEffect(() => {
    if (svg === undefined) return;
    const made = URL.createObjectURL(new Blob([svg], { type: "image/svg+xml" }));
    setUrl(made);
    return () => URL.revokeObjectURL(made);
  }, [svg]);
  return url;
}
