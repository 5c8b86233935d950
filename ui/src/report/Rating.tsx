// A status or a direction with why it is so, in one sentence.
import type { RatingView } from "../generated/wire";
import { type Direction, DirectionMark, type Status, StatusMark } from "../parts";

/** A status and why. */
export function StatusWhy({ rating }: { rating: RatingView }) {
  return (
    <div className="rating">
      <StatusMark
        status={rating.value as Status}
        word={rating.word}
        isBadge
        isJudgement={rating.overridden}
      />
      <span className="rating-why">{rating.reason}</span>
    </div>
  );
}

/** A direction of travel and why. */
export function DirectionWhy({ rating }: { rating: RatingView }) {
  return (
    <div className="rating">
      <DirectionMark
        direction={rating.value as Direction}
        word={rating.word}
        isBadge
        isJudgement={rating.overridden}
      />
      <span className="rating-why">{rating.reason}</span>
    </div>
  );
}
