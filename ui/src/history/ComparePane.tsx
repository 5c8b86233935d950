// Two states side by side as one text: two moments of the file, or the reports of two periods.
import { useState } from "react";
import { Loaded, useChanges, useDifference, useWorkspace } from "../file";
import type { ChangeLine, Compared } from "../generated/wire";
import { Choice, Select } from "../parts";
import { useWords } from "../words";
import { Difference } from "./Redline";

const NOW = "now";

/** Compares what is chosen. `from` is the change after which the earlier moment is. */
export function ComparePane({ report, from }: { report: string; from: number | null }) {
  const say = useWords();
  const reports = useWorkspace().data?.reports ?? [];
  const changes = useChanges(null, null).data?.pages.flatMap((page) => page.changes) ?? [];
  const [kind, setKind] = useState("moments");
  const [moments, setMoments] = useState({ from, to: null as number | null });
  const [isReport, setIsReport] = useState(false);
  const later = reports.find(({ id }) => id === report) ?? reports[0];
  const earlier = reports[reports.findIndex(({ id }) => id === later?.id) + 1] ?? reports[1];
  const [periods, setPeriods] = useState({ from: earlier?.id, to: later?.id });
  const first = moments.from ?? changes.at(-1)?.id;
  const compared: Compared | null =
    kind === "periods"
      ? periods.from && periods.to
        ? { at: "reports", from: periods.from, to: periods.to }
        : null
      : first === undefined
        ? null
        : {
            at: "moments",
            from: first,
            to: moments.to,
            report: isReport ? report : null,
          };
  const options = changes.map(momentOf);
  const choose = (set: (id: string) => void) => async (id: string | null) => {
    if (id !== null) set(id);
    return { accepted: true } as const;
  };
  return (
    <article className="editor compare" aria-label={say("ui-compare")}>
      <header className="compare-top">
        {reports.length > 1 && (
          <Choice
            label={say("ui-compare-what")}
            value={kind}
            options={[
              { id: "moments", label: say("ui-compare-moments") },
              { id: "periods", label: say("ui-compare-periods") },
            ]}
            isQuiet
            onCommit={choose(setKind)}
          />
        )}
        {kind === "periods" ? (
          <div className="fields">
            {(["from", "to"] as const).map((side) => (
              <Select
                key={side}
                label={say(`ui-compare-${side}`)}
                value={periods[side] ?? null}
                options={reports.map(({ id, period, title }) => ({
                  id,
                  label: period,
                  description: title,
                }))}
                isQuiet
                onCommit={choose((id) => setPeriods((old) => ({ ...old, [side]: id })))}
              />
            ))}
          </div>
        ) : (
          <div className="fields">
            <Select
              label={say("ui-compare-from")}
              value={first === undefined ? null : String(first)}
              options={options}
              isQuiet
              onCommit={choose((id) => setMoments((old) => ({ ...old, from: Number(id) })))}
            />
            <Select
              label={say("ui-compare-to")}
              value={moments.to === null ? NOW : String(moments.to)}
              options={[{ id: NOW, label: say("ui-compare-at-now") }, ...options]}
              isQuiet
              onCommit={choose((id) =>
                setMoments((old) => ({ ...old, to: id === NOW ? null : Number(id) })),
              )}
            />
            <Select
              label={say("ui-changes-scope")}
              value={isReport ? "report" : "file"}
              options={[
                { id: "file", label: say("ui-changes-file") },
                { id: "report", label: say("ui-changes-report") },
              ]}
              isQuiet
              onCommit={choose((id) => setIsReport(id === "report"))}
            />
          </div>
        )}
      </header>
      {compared && <Compare compared={compared} />}
    </article>
  );
}

function Compare({ compared }: { compared: Compared }) {
  return (
    <Loaded query={useDifference(compared)}>
      {(difference) => (
        <>
          <div>
            <h2>
              {difference.from} → {difference.to}
            </h2>
            <p className="quiet" role="status">
              {difference.sentence}
            </p>
          </div>
          <Difference difference={difference} />
        </>
      )}
    </Loaded>
  );
}

/** A change as the moment after it. */
function momentOf(line: ChangeLine) {
  return {
    id: String(line.id),
    label: `${line.day}, ${line.time}`,
    description: line.sentence,
  };
}
