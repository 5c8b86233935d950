// Everything that stands in the way, at the top, each leading to its field.
import { useEffect, useId, useRef } from "react";
import { goToPlace } from "./place";
import "./errorSummary.css";

/** One thing that stands in the way. */
export interface Problem {
  id: string;
  sentence: string;
  /** The address of the field that mends it. */
  place?: string;
}

/** What stands in the way of what was asked for. It takes focus when it appears. */
export function ErrorSummary({
  title,
  problems,
  onGo = goToPlace,
}: {
  title: string;
  problems: Problem[];
  /** Goes to a field; for one on another screen the caller opens that first. */
  onGo?: (place: string) => void;
}) {
  const box = useRef<HTMLDivElement>(null);
  const heading = useId();
  useEffect(() => box.current?.focus(), []);
  return (
    <div ref={box} className="error-summary" role="alert" aria-labelledby={heading} tabIndex={-1}>
      <h2 id={heading}>{title}</h2>
      <ul>
        {problems.map(({ id, sentence, place }) => (
          <li key={id}>
            {place ? (
              <button type="button" className="link" onClick={() => onGo(place)}>
                {sentence}
              </button>
            ) : (
              sentence
            )}
          </li>
        ))}
      </ul>
    </div>
  );
}
