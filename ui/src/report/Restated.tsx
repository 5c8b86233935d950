// Figures corrected since an earlier report printed them, and why.
import { CellText, useRestated } from "../file";
import type { RestatedView } from "../generated/wire";
import { useWords } from "../words";
import "./restated.css";

/** The figures that a report restates, each with a field for its reason; nothing where none is. */
export function Restated({ report }: { report: string }) {
  const say = useWords();
  const rows = useRestated(report).data ?? [];
  if (rows.length === 0) return null;
  return (
    <section className="block" aria-labelledby="settings-restated">
      <h3 id="settings-restated">{say("ui-restated")}</h3>
      <p className="quiet">{say("ui-restated-hint")}</p>
      <ul className="restated">
        {rows.map((row) => (
          <Figure key={row.id} row={row} />
        ))}
      </ul>
    </section>
  );
}

function Figure({ row }: { row: RestatedView }) {
  const say = useWords();
  const at = { row: `restatement/${row.id}`, fields: { reason: row.reason } };
  return (
    <li>
      <p>
        <strong>{row.measure}</strong>
        <span className="quiet">{row.figure}</span>
        <span className="figures">
          {say("ui-restated-figure", {
            before: row.before,
            now: row.now || say("ui-restated-gone"),
          })}
        </span>
      </p>
      <CellText at={at} field="reason" label={say("ui-restated-reason")} lines={2} />
    </li>
  );
}
