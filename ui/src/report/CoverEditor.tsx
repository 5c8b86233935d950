// What stands on the paper's cover: cells of the report itself.
import { CellSelect, CellText } from "../file";
import type { ReportView } from "../generated/wire";
import { usePersonOptions } from "../people";
import { useWords } from "../words";

/** What stands on the paper's cover. */
export function CoverEditor({ report }: { report: ReportView }) {
  const say = useWords();
  const at = { row: `report/${report.id}`, fields: report.fields };
  const people = usePersonOptions();
  return (
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
  );
}
