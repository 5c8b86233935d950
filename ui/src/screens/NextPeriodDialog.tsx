// The next period: for when, and what comes over from the report that is open.
import { useState } from "react";
import { Loaded, useNextPeriod, useStartNextPeriod } from "../file";
import type { NextPeriodView, ReportView } from "../generated/wire";
import { Button, Dialog, Icon, Select } from "../parts";
import { useWords } from "../words";
import "./nextPeriod.css";

interface NextPeriodProps {
  report: ReportView;
  onClose: () => void;
  /** The report that was started. */
  onStarted: (report: string) => void;
}

/** Asks for the next period, says what comes over, and starts its report. */
export function NextPeriodDialog(props: NextPeriodProps) {
  return (
    <Loaded query={useNextPeriod(props.report.id)}>
      {(view) => <Asking view={view} {...props} />}
    </Loaded>
  );
}

function Asking({ view, report, onClose, onStarted }: NextPeriodProps & { view: NextPeriodView }) {
  const say = useWords();
  const start = useStartNextPeriod();
  const [period, setPeriod] = useState(view.suggested);
  const [refused, setRefused] = useState<string | null>(null);
  const [isBusy, setBusy] = useState(false);
  const offer = view.periods.find(({ value }) => value === period);
  const go = async () => {
    setBusy(true);
    const outcome = await start(report.id, period);
    setBusy(false);
    const [started] = outcome.committed?.added ?? [];
    if (started) onStarted(started);
    else if (!outcome.accepted) setRefused(outcome.sentence);
  };
  return (
    <Dialog
      title={say("ui-roll-title")}
      isOpen
      onClose={onClose}
      actions={
        <>
          <Button onPress={onClose}>{say("ui-cancel")}</Button>
          <Button tone="primary" onPress={() => void go()} isDisabled={isBusy} autoFocus>
            {say("ui-roll-start")}
          </Button>
        </>
      }
    >
      <p>{say("ui-roll-about", { period: view.from })}</p>
      <Select
        label={say("ui-roll-period")}
        value={period}
        options={view.periods.map(({ value, label }) => ({ id: value, label }))}
        isQuiet
        onCommit={(chosen) => {
          if (chosen) setPeriod(chosen);
          setRefused(null);
          return Promise.resolve({ accepted: true });
        }}
      />
      <section aria-labelledby="roll-carried">
        <h3 id="roll-carried">{say("ui-roll-carried")}</h3>
        <ul className="roll-carried">
          {offer?.carried.map((phrase) => (
            <li key={phrase}>{phrase}</li>
          ))}
        </ul>
      </section>
      <p className="quiet">{say("ui-roll-stays")}</p>
      {refused && (
        <p className="roll-refused" role="alert">
          <Icon name="warning" /> {refused}
        </p>
      )}
    </Dialog>
  );
}
