// A measure from report to report: what was said of it, what was promised, and what came of it.
import { Loaded, useMeasureHistory, useVisit } from "../file";
import type { PromiseView, ToldView } from "../generated/wire";
import { Button, Icon, type Status, StatusMark } from "../parts";
import { useWords } from "../words";
import "./measureHistory.css";

/** A measure from report to report, the latest first. */
export function MeasureHistory({ measure }: { measure: string }) {
  const say = useWords();
  return (
    <section className="block measure-history" aria-labelledby="measure-history">
      <h3 id="measure-history">{say("ui-history")}</h3>
      <p className="quiet">{say("ui-history-hint")}</p>
      <Loaded query={useMeasureHistory(measure)}>
        {({ told }) =>
          told.length === 0 ? (
            <p className="quiet">{say("ui-history-none")}</p>
          ) : (
            <ol className="told-list">
              {told.map((told) => (
                <Told key={told.spot.place} told={told} />
              ))}
            </ol>
          )
        }
      </Loaded>
    </section>
  );
}

function Told({ told }: { told: ToldView }) {
  const say = useWords();
  const visit = useVisit();
  const { status } = told;
  return (
    <li className="told">
      <header className="told-top">
        <h4>{told.period}</h4>
        {told.figure && <span className="figures told-figure">{told.figure}</span>}
        <span title={status.reason}>
          <StatusMark status={status.value as Status} word={status.word} />
        </span>
        {told.unreviewed && <span className="told-note">{say("ui-review-mark")}</span>}
        <Button
          size="small"
          tone="quiet"
          onPress={() => void visit(told.report, told.spot)}
          aria-label={say("ui-history-open-in", { period: told.period })}
        >
          {say("ui-history-open")}
        </Button>
      </header>
      {told.commentary.length === 0 ? (
        <p className="quiet">{say("ui-history-nothing-said")}</p>
      ) : (
        told.commentary.map((line) => <p key={line}>{line}</p>)
      )}
      {told.promises.length > 0 && (
        <>
          <h5>{say("ui-history-promised")}</h5>
          <ul className="promises">
            {told.promises.map((promise) => (
              <Promised key={promise.spot.place} promise={promise} />
            ))}
          </ul>
        </>
      )}
    </li>
  );
}

function Promised({ promise }: { promise: PromiseView }) {
  const say = useWords();
  return (
    <li>
      <p>
        {promise.text}
        {promise.timescale && <span className="quiet"> · {promise.timescale}</span>}
      </p>
      {promise.answers.length === 0 && <p className="quiet">{say("ui-history-no-answer")}</p>}
      {promise.answers.map((answer) => (
        <p key={answer.spot.place} className="promise-answer">
          <Icon name="forward" size={12} />
          <span>
            <span className="quiet">{answer.period}: </span>
            <strong>{answer.outcome ?? say("ui-history-no-outcome")}</strong>
            {answer.reason && ` – ${answer.reason}`}
          </span>
        </p>
      ))}
    </li>
  );
}
