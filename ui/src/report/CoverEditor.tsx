// What stands on the paper's cover: cells of the report itself.
import { CellSelect, CellText } from "../file";
import type { ReportView } from "../generated/wire";
import { usePersonOptions } from "../people";
import { useWords } from "../words";
import { Fold } from "./Fold";
import { TicksEditor } from "./TicksEditor";

/** What stands on the paper's cover. */
export function CoverEditor({ report }: { report: ReportView }) {
  const say = useWords();
  const at = { row: `report/${report.id}`, fields: report.fields };
  const people = usePersonOptions();
  return (
    <div className="stack">
      <div className="fields">
        <div className="fields-wide">
          <CellText at={at} field="title" label={say("ui-report-title")} />
        </div>
        <div className="fields-wide">
          <CellText at={at} field="subtitle" label={say("ui-report-subtitle")} isOptional />
        </div>
        <CellText at={at} field="committee" label={say("ui-report-committee")} />
        <CellText
          at={at}
          field="meeting"
          label={say("ui-report-meeting")}
          hint={say("ui-date-hint")}
          isFigures
          width="medium"
        />
        <CellSelect
          at={at}
          field="report_by"
          label={say("ui-report-by")}
          options={people}
          width="full"
        />
        <CellSelect
          at={at}
          field="contact"
          label={say("ui-report-contact")}
          options={people}
          width="full"
        />
      </div>
      <Decision report={report} />
    </div>
  );
}

const DECISION = ["agenda_item", "wards", "lead_members"];

/** What the cover of a report that asks for a decision says besides. */
function Decision({ report }: { report: ReportView }) {
  const say = useWords();
  const at = { row: `report/${report.id}`, fields: report.fields };
  const isUsed = DECISION.some((field) => report.fields[field]);
  return (
    <>
      <Fold
        title={say("ui-report-decision")}
        note={isUsed ? undefined : say("ui-report-decision-note")}
        holds={(place) => DECISION.some((field) => place === `${at.row}#${field}`)}
        isOpen={isUsed}
      >
        <div className="fields">
          <CellText
            at={at}
            field="agenda_item"
            label={say("ui-report-agenda-item")}
            width="short"
          />
          <CellText
            at={at}
            field="wards"
            label={say("ui-report-wards")}
            hint={say("ui-report-wards-hint")}
          />
          <div className="fields-wide">
            <CellText at={at} field="lead_members" label={say("ui-report-lead-members")} />
          </div>
        </div>
      </Fold>
      <TicksEditor report={report} />
    </>
  );
}
