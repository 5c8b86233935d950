// How a table is printed: what its figures count, its signs, its letters and its chart.
import { CellFlag, CellSelect, CellText } from "../file";
import type { SectionView } from "../generated/wire";
import { useWords } from "../words";
import { Fold } from "./Fold";

const SETTINGS = /^section\/.*#(unit|negatives|overspend|label_heading|lettered|chart)$/;

/** How a table is printed. */
export function TableSettings({ section }: { section: SectionView }) {
  const say = useWords();
  const at = { row: `section/${section.id}`, fields: section.fields };
  return (
    <Fold title={say("ui-table-settings")} holds={(place) => SETTINGS.test(place)}>
      <div className="fields">
        <CellText at={at} field="label_heading" label={say("ui-table-label-heading")} isOptional />
        <CellSelect at={at} field="unit" label={say("ui-statement-unit-label")} width="full" />
        <CellSelect at={at} field="negatives" label={say("ui-statement-negatives")} width="full" />
        <CellSelect at={at} field="overspend" label={say("ui-statement-overspend")} width="full" />
        <CellSelect at={at} field="chart" label={say("ui-table-chart")} width="full" />
      </div>
      <CellFlag
        at={at}
        field="lettered"
        label={say("ui-table-lettered")}
        hint={say("ui-table-lettered-hint")}
      />
    </Fold>
  );
}
