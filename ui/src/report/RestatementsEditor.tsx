// The figures that a report corrects: which, what was printed before, and why.
import { useState } from "react";
import {
  CellFlag,
  CellSelect,
  CellText,
  RowList,
  useEdit,
  useNavigation,
  useReadOnly,
} from "../file";
import type { ReportView, SectionBody, SectionView } from "../generated/wire";
import { Button, Dialog, PickList } from "../parts";
import { useWords } from "../words";

type Body = Extract<SectionBody, { kind: "restatements" }>;

/** The figures corrected since the last report. */
export function RestatementsEditor({
  section,
  report,
  body,
}: {
  section: SectionView;
  report: ReportView;
  body: Body;
}) {
  const say = useWords();
  const isReadOnly = useReadOnly();
  const edit = useEdit();
  const { open } = useNavigation();
  const [isChoosing, setChoosing] = useState(false);
  const { rows } = body;
  const add = async (measure: string) => {
    const outcome = await edit([
      {
        change: "add",
        entity: "restatement",
        parent: report.id,
        after: rows.at(-1)?.id ?? null,
        fields: { measure, series: "actual", period: report.fields.period ?? "" },
      },
    ]);
    setChoosing(false);
    const [id] = outcome.committed?.added ?? [];
    if (id) await open({ view: "section", section: section.id }, `restatement/${id}#before`);
  };
  return (
    <div className="stack">
      <p className="quiet">{say("ui-restatements-hint")}</p>
      <RowList
        entity="restatement"
        parent={report.id}
        rows={rows}
        firstField="before"
        name={(index) => rows[index]?.name ?? ""}
        add=""
        isClosed
      >
        {(row) => <Fields row={row} body={body} />}
      </RowList>
      {!isReadOnly && (
        <div data-place={`new/restatement/${report.id}`}>
          <Button icon="add" onPress={() => setChoosing(true)}>
            {say("ui-restatement-add")}
          </Button>
        </div>
      )}
      {rows.length === 0 && (
        <CellFlag
          at={{ row: `section/${section.id}`, fields: section.fields }}
          field="none_stated"
          label={say("ui-restatements-none")}
        />
      )}
      <Dialog
        title={say("ui-restatement-choose")}
        isOpen={isChoosing}
        onClose={() => setChoosing(false)}
      >
        <PickList
          label={say("ui-measures")}
          search={say("ui-measure-find")}
          items={body.measures.map(({ value, label }) => ({ id: value, label }))}
          onPick={(id) => void add(id)}
          none={say("ui-measure-not-found")}
          empty={say("ui-measures-none")}
          autoFocus
        />
      </Dialog>
    </div>
  );
}

function Fields({ row, body }: { row: Body["rows"][number]; body: Body }) {
  const say = useWords();
  const at = { row: `restatement/${row.id}`, fields: row.fields };
  const options = (choices: Body["series"]) =>
    choices.map(({ value, label }) => ({ id: value, label }));
  return (
    <div className="fields fields-close">
      <div className="fields-wide">
        <CellSelect
          at={at}
          field="measure"
          label={say("ui-restatement-measure")}
          options={options(body.measures)}
          width="full"
          isRequired
        />
      </div>
      <CellSelect
        at={at}
        field="series"
        label={say("ui-restatement-series")}
        options={options(body.series)}
        width="full"
        isRequired
      />
      <CellSelect
        at={at}
        field="period"
        label={say("ui-restatement-period")}
        options={options(body.periods)}
        width="full"
        isRequired
      />
      <CellText
        at={at}
        field="before"
        label={say("ui-restatement-before")}
        hint={say("ui-restatement-now", { figure: row.now || say("ui-restatement-no-figure") })}
        isFigures
      />
      <div className="fields-wide">
        <CellText at={at} field="reason" label={say("ui-restatement-reason")} lines={2} />
      </div>
    </div>
  );
}
