// Everything that is said of a measure itself, with all its figures and their chart.
import { CellFlag, CellSelect, CellText, Loaded, useMeasure } from "../file";
import type { MeasureView } from "../generated/wire";
import { useDepartmentOptions, usePersonOptions } from "../people";
import { useWords } from "../words";
import { Chart } from "./Chart";
import { FigureGrid } from "./FigureGrid";

/** A measure, to be edited. */
export function MeasureForm({ measure }: { measure: string }) {
  return <Loaded query={useMeasure(measure)}>{(view) => <Form view={view} />}</Loaded>;
}

function Form({ view }: { view: MeasureView }) {
  const say = useWords();
  const at = { row: `measure/${view.id}`, fields: view.fields };
  const isRange = view.fields.polarity === "within-range";
  return (
    <div className="measure-form">
      <section className="block" aria-label={say("ui-figures")}>
        <h3>{say("ui-figures")}</h3>
        {view.due && <p className="quiet">{view.due}</p>}
        <FigureGrid key={view.id} measure={view.id} columns={view.columns} rows={view.rows} />
        <Chart chart={view.chart} />
      </section>
      <section className="block" aria-label={say("ui-measure-what")}>
        <h3>{say("ui-measure-what")}</h3>
        <div className="fields">
          <CellText at={at} field="reference" label={say("ui-measure-reference")} />
          <CellText
            at={at}
            field="other_reference"
            label={say("ui-measure-other-reference")}
            isOptional
          />
          <div className="fields-wide">
            <CellText at={at} field="name" label={say("ui-measure-name")} />
          </div>
          <div className="fields-wide">
            <CellText
              at={at}
              field="definition"
              label={say("ui-measure-definition")}
              lines={2}
              isOptional
            />
          </div>
          <CellSelect
            at={at}
            field="department"
            label={say("ui-measure-department")}
            options={useDepartmentOptions()}
            width="full"
          />
          <CellSelect
            at={at}
            field="owner"
            label={say("ui-measure-owner")}
            options={usePersonOptions()}
            width="full"
          />
          <div className="fields-wide">
            <CellText at={at} field="source" label={say("ui-measure-source")} isOptional />
          </div>
        </div>
      </section>
      <section className="block" aria-label={say("ui-measure-how")}>
        <h3>{say("ui-measure-how")}</h3>
        <div className="fields">
          <CellSelect at={at} field="polarity" label={say("ui-measure-polarity")} width="full" />
          <CellSelect
            at={at}
            field="frequency"
            label={say("ui-measure-frequency")}
            width="full"
            isRequired
          />
          {isRange && (
            <>
              <CellText
                at={at}
                field="range_low"
                label={say("ui-measure-range-low")}
                width="short"
                isFigures
              />
              <CellText
                at={at}
                field="range_high"
                label={say("ui-measure-range-high")}
                width="short"
                isFigures
              />
            </>
          )}
          <CellSelect at={at} field="unit" label={say("ui-measure-unit")} width="full" isRequired />
          <CellText
            at={at}
            field="unit_words"
            label={say("ui-measure-unit-words")}
            hint={say("ui-measure-unit-words-hint")}
            isOptional
          />
          <CellText
            at={at}
            field="decimals"
            label={say("ui-measure-decimals")}
            hint={say("ui-measure-decimals-hint")}
            width="short"
            isFigures
            isOptional
          />
          <CellFlag
            at={at}
            field="cumulative"
            label={say("ui-measure-cumulative")}
            hint={say("ui-measure-cumulative-hint")}
          />
        </div>
      </section>
    </div>
  );
}
