// Status and direction: always a shape and a word beside the colour, so that neither a black and
// white copy nor a reader who does not see colours loses anything.
import type { ReactNode } from "react";
import { useWords } from "../words";
import "./mark.css";

/** How a measure stands. */
export type Status =
  | "green"
  | "amber"
  | "red"
  | "not-yet-known"
  | "not-applicable"
  | "not-comparable"
  | "carried-over"
  | "data-only";

/** Which way a measure has moved. */
export type Direction = "improved" | "unchanged" | "worse" | "not-comparable";

/** Every status, in the order in which a key explains them. */
export const STATUSES: Status[] = [
  "green",
  "amber",
  "red",
  "not-yet-known",
  "not-applicable",
  "not-comparable",
  "carried-over",
  "data-only",
];

/** Every direction, in the order in which a key explains them. */
export const DIRECTIONS: Direction[] = ["improved", "unchanged", "worse", "not-comparable"];

const SOLID: Partial<Record<Status, ReactNode>> = {
  green: (
    <>
      <circle cx="8" cy="8" r="7" />
      <path className="mark-cut" d="M4.75 8.25 7 10.5l4.25-5" />
    </>
  ),
  amber: (
    <>
      <path d="M8 .9 15.6 14.4H.4z" />
      <path className="mark-cut" d="M8 5.75v4M8 12.2v.02" />
    </>
  ),
  red: (
    <>
      <path d="M4.9.75h6.2l4.15 4.15v6.2l-4.15 4.15H4.9L.75 11.1V4.9z" />
      <path className="mark-cut" d="M5.25 5.25l5.5 5.5M10.75 5.25l-5.5 5.5" />
    </>
  ),
};

const LINES: Record<Exclude<Status, "green" | "amber" | "red">, string> = {
  "not-yet-known":
    "M8 15A7 7 0 1 0 8 1a7 7 0 0 0 0 14zM6 6.25c0-2.6 4-2.6 4-.25 0 1.5-2 1.5-2 3M8 11.4v.02",
  "not-applicable": "M8 15A7 7 0 1 0 8 1a7 7 0 0 0 0 14zM4.75 8h6.5",
  "not-comparable": "M3.5 5.75h9M3.5 10.25h9M10.75 2.5l-5.5 11",
  "carried-over": "M8 15A7 7 0 1 0 8 1a7 7 0 0 0 0 14zM4.5 8h6.5M8.5 5.25 11.25 8 8.5 10.75",
  "data-only": "M3 13.5v-4M6.35 13.5v-8M9.7 13.5V8M13 13.5V2.5",
};

const WAYS: Record<Direction, ReactNode> = {
  improved: <path className="mark-fill" d="M8 2 14.5 13h-13z" />,
  unchanged: <path className="mark-line" d="M2.5 5.75h11M2.5 10.25h11" />,
  worse: <path className="mark-fill" d="M8 14 1.5 3h13z" />,
  "not-comparable": <path className="mark-line" d={LINES["not-comparable"]} />,
};

/** How a mark is drawn. */
export interface MarkProps {
  /** The word beside the shape; the catalogue's own word when left out. */
  word?: string;
  /** Keeps the word for screen readers only: for a column whose key stands beside it. */
  isShapeOnly?: boolean;
  /** On a ground of its own colour, for a figure that stands alone. */
  isBadge?: boolean;
  /** Says that a person decided it, and that it did not follow from the figures. */
  isJudgement?: boolean;
}

/** A status: shape, word and colour. */
export function StatusMark({ status, ...mark }: MarkProps & { status: Status }) {
  const say = useWords();
  return (
    <Mark
      {...mark}
      tone={status in SOLID ? status : "none"}
      word={mark.word ?? say(`status-${status}`)}
      drawing={
        status in SOLID ? (
          <g className="mark-solid">{SOLID[status]}</g>
        ) : (
          <path className="mark-line" d={LINES[status as keyof typeof LINES]} />
        )
      }
    />
  );
}

/** A direction of travel: shape, word and colour. Up means better, whichever way the figure went. */
export function DirectionMark({ direction, ...mark }: MarkProps & { direction: Direction }) {
  const say = useWords();
  const tone = direction === "improved" ? "green" : direction === "worse" ? "red" : "none";
  return (
    <Mark
      {...mark}
      tone={tone}
      word={mark.word ?? say(`direction-${direction}`)}
      drawing={WAYS[direction]}
    />
  );
}

function Mark({
  tone,
  word,
  drawing,
  isShapeOnly = false,
  isBadge = false,
  isJudgement = false,
}: MarkProps & { tone: string; drawing: ReactNode }) {
  const say = useWords();
  return (
    <span className={`mark mark-${tone}${isBadge ? " mark-badge" : ""}`}>
      <svg className="mark-shape" viewBox="0 0 16 16" aria-hidden="true" focusable="false">
        {drawing}
      </svg>
      <span className={isShapeOnly ? "unseen" : "mark-word"}>{word}</span>
      {isJudgement && <span className="mark-judgement">{say("ui-judgement")}</span>}
    </span>
  );
}
