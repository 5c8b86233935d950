// What holds for the whole report: whose it is, how statuses and directions follow, and how it is
// numbered.
import { CellPicture, CellSelect, CellText, RowGrid, useChoices, useWorkspace } from "../file";
import type { ReportView } from "../generated/wire";
import { useWords } from "../words";
import { CoverEditor } from "./CoverEditor";
import { Restated } from "./Restated";

/** What holds for the whole report. */
export function ReportSettings({ report }: { report: ReportView }) {
  const say = useWords();
  const choices = useChoices();
  const at = { row: `report/${report.id}`, fields: report.fields };
  return (
    <article className="editor" aria-label={say("ui-report-settings")}>
      <header className="editor-top">
        <p className="editor-kind">{report.period}</p>
        <h2>{say("ui-report-settings")}</h2>
      </header>
      <Restated report={report.id} />
      <section className="block" aria-labelledby="settings-cover">
        <h3 id="settings-cover">{say("ui-settings-cover")}</h3>
        <CoverEditor report={report} />
      </section>
      <section className="block" aria-labelledby="settings-council">
        <h3 id="settings-council">{say("ui-settings-council")}</h3>
        <p className="quiet">{say("ui-settings-council-hint")}</p>
        <Council />
      </section>
      <section className="block" aria-labelledby="settings-rules">
        <h3 id="settings-rules">{say("ui-settings-rules")}</h3>
        <p className="quiet">{say("ui-settings-rules-hint")}</p>
        <RowGrid
          label={say("ui-settings-rules")}
          entity="rule"
          parent={report.id}
          rows={report.rules}
          columns={[
            { id: "name", header: say("ui-rule-name"), isRowHeader: true, width: 12 },
            { id: "kind", header: say("ui-rule-kind"), width: 14, options: choices("rule.kind") },
            { id: "green", header: say("ui-rule-green"), align: "end" },
            { id: "amber", header: say("ui-rule-amber"), align: "end" },
          ]}
          newFields={{ kind: choices("rule.kind")[0]?.id ?? "" }}
          add={say("ui-rule-add")}
          empty={say("ui-rule-none")}
        />
      </section>
      <section className="block" aria-labelledby="settings-direction">
        <h3 id="settings-direction">{say("ui-settings-direction")}</h3>
        <div className="fields">
          <CellSelect
            at={at}
            field="direction_basis"
            label={say("ui-report-direction-basis")}
            width="full"
            isRequired
          />
          <CellText
            at={at}
            field="direction_tolerance"
            label={say("ui-report-direction-tolerance")}
            hint={say("ui-report-direction-tolerance-hint")}
            width="short"
            isFigures
          />
        </div>
      </section>
      <section className="block" aria-labelledby="settings-paper">
        <h3 id="settings-paper">{say("ui-settings-paper")}</h3>
        <div className="fields">
          <CellSelect
            at={at}
            field="numbering"
            label={say("ui-report-numbering")}
            width="full"
            isRequired
          />
          <CellSelect
            at={at}
            field="paper"
            label={say("ui-report-paper")}
            none={say("ui-report-paper-none")}
            width="full"
          />
          <CellText
            at={at}
            field="past_years"
            label={say("ui-report-past-years")}
            hint={say("ui-report-past-years-hint")}
            width="short"
            isFigures
          />
        </div>
      </section>
    </article>
  );
}

/** Whose reports the file holds: cells that all of them share. */
function Council() {
  const say = useWords();
  const fields = useWorkspace().data?.directorate ?? {};
  const at = { row: "directorate/directorate", fields };
  return (
    <div className="fields">
      <CellText at={at} field="council" label={say("ui-council")} />
      <CellText at={at} field="name" label={say("ui-directorate")} />
      <div className="accent">
        <CellText
          at={at}
          field="accent"
          label={say("ui-directorate-accent")}
          hint={say("ui-directorate-accent-hint")}
          width="medium"
          isOptional
        />
        {fields.accent && (
          <span
            className="accent-swatch"
            style={{ background: fields.accent }}
            aria-hidden="true"
          />
        )}
      </div>
      <CellPicture
        at={at}
        field="logo"
        label={say("ui-directorate-logo")}
        hint={say("ui-directorate-logo-hint")}
        alt={say("ui-directorate-logo")}
        isOptional
      />
    </div>
  );
}
