// Parts that show and do not edit.
import {
  Button,
  DIRECTIONS,
  DirectionMark,
  EmptyState,
  FindingsList,
  ProgressBar,
  STATUSES,
  StatusMark,
} from "../parts";
import { FINDINGS } from "./samples";

/** Parts that show and do not edit. */
export function Shows() {
  return (
    <>
      <div className="row">
        {STATUSES.map((status) => (
          <StatusMark key={status} status={status} />
        ))}
      </div>
      <div className="row">
        {STATUSES.map((status) => (
          <StatusMark key={status} status={status} isBadge isJudgement={status === "amber"} />
        ))}
      </div>
      <div className="row">
        {DIRECTIONS.map((direction) => (
          <DirectionMark key={direction} direction={direction} />
        ))}
      </div>
      <div className="two">
        <div className="card">
          <FindingsList label="Checks" findings={FINDINGS} />
        </div>
        <div className="card">
          <EmptyState
            title="No measures yet"
            icon="chart"
            actions={
              <>
                <Button tone="primary" icon="add">
                  Add a measure
                </Button>
                <Button>Paste from a spreadsheet</Button>
              </>
            }
          >
            A measure holds its figures for every period, so that next quarter begins where this one
            ends.
          </EmptyState>
        </div>
        <div className="card pad">
          <ProgressBar
            label="Exporting the paper"
            done={0.42}
            detail="Page 15 of 36"
            onCancel={() => {}}
          />
        </div>
        <div className="card pad">
          <ProgressBar label="Opening the file" />
        </div>
      </div>
      <div className="card">
        <FindingsList label="No findings" findings={[]} />
      </div>
    </>
  );
}
