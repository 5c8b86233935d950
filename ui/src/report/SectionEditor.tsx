// The section being edited: its heading, what it holds by its kind, and how it is printed.
import { SectionBar } from "../agreement";
import {
  CellFlag,
  CellProse,
  CellSelect,
  CellText,
  Loaded,
  useChoices,
  useReadOnly,
  useSection,
} from "../file";
import type { ReportView, SectionView } from "../generated/wire";
import { usePersonOptions } from "../people";
import { useWords } from "../words";
import { CardsEditor } from "./CardsEditor";
import { CoverEditor } from "./CoverEditor";
import { ImplicationEditor, PapersEditor, RecommendationsEditor } from "./DecisionEditors";
import { Fold } from "./Fold";
import { HeadlinesEditor } from "./HeadlinesEditor";
import { HistoryButton } from "./HistoryButton";
import { MeasureTableEditor } from "./MeasureTableEditor";
import { MilestonesEditor } from "./MilestonesEditor";
import { PeopleKeyEditor } from "./PeopleKeyEditor";
import { PlanEditor } from "./PlanEditor";
import { RegisterEditor } from "./RegisterEditor";
import { RestatementsEditor } from "./RestatementsEditor";
import { ReviewBar } from "./ReviewBar";
import { SummaryEditor } from "./SummaryEditor";
import { SymbolKeyEditor } from "./SymbolKeyEditor";
import { TableEditor } from "./TableEditor";
import { rowsToReview } from "./unreviewed";
import "./editor.css";

/** The section being edited. */
export function SectionEditor({ section, report }: { section: string; report: ReportView }) {
  return (
    <Loaded query={useSection(section)}>
      {(view) => <Editor key={view.id} view={view} report={report} />}
    </Loaded>
  );
}

function Editor({ view, report }: { view: SectionView; report: ReportView }) {
  const say = useWords();
  const choices = useChoices();
  const at = { row: `section/${view.id}`, fields: view.fields };
  const kind = view.fields.kind ?? "";
  const kindName = choices("section.kind").find((choice) => choice.id === kind)?.label ?? kind;
  const name = view.fields.heading || kindName;
  return (
    <article className="editor" aria-label={[view.number, name].filter(Boolean).join(" ")}>
      <header className="editor-top">
        <div className="editor-line">
          <p className="editor-kind">{[view.number, kindName].filter(Boolean).join(" · ")}</p>
          <HistoryButton about={`section/${view.id}`} />
        </div>
        <h2 className="unseen">{[view.number, name].filter(Boolean).join(" ")}</h2>
        <div className="editor-heading">
          <CellText at={at} field="heading" label={say("ui-section-heading")} hidesLabel={false} />
        </div>
      </header>
      <SectionBar section={view.id} fields={view.fields} />
      <ReviewBar rows={rowsToReview(view)} />
      {kind === "cover" ? (
        <CoverEditor report={report} />
      ) : (
        <>
          <Texts view={view} report={report} />
          <Printing view={view} />
        </>
      )}
    </article>
  );
}

/** What is written, and what stands between it: a narrative is text alone. */
function Texts({ view, report }: { view: SectionView; report: ReportView }) {
  const say = useWords();
  const row = `section/${view.id}`;
  switch (view.body.kind) {
    case "narrative":
      return (
        <CellProse
          row={row}
          field="text"
          value={view.text}
          label={say("ui-section-text")}
          size="large"
        />
      );
    case "recommendations":
      return <RecommendationsEditor section={view} />;
    case "implication":
      return <ImplicationEditor section={view} />;
    case "background-papers":
      return <PapersEditor section={view} />;
  }
  return (
    <>
      <Around view={view} field="text" value={view.text} label={say("ui-section-before")} />
      <Body view={view} report={report} />
      <Around view={view} field="comments" value={view.comments} label={say("ui-section-after")} />
    </>
  );
}

/** Text before or after what the section holds: open where there is some, or where it is led to. */
function Around({
  view,
  field,
  value,
  label,
}: {
  view: SectionView;
  field: "text" | "comments";
  value: SectionView["text"];
  label: string;
}) {
  const say = useWords();
  const isReadOnly = useReadOnly();
  const place = `section/${view.id}#${field}`;
  if (isReadOnly && value.length === 0) return null;
  return (
    <Fold
      title={label}
      note={value.length === 0 ? say("ui-section-no-text") : undefined}
      holds={(wanted) => wanted === place}
      isOpen={value.length > 0}
    >
      <CellProse row={`section/${view.id}`} field={field} value={value} label={label} hidesLabel />
    </Fold>
  );
}

function Body({ view, report }: { view: SectionView; report: ReportView }) {
  const { body } = view;
  switch (body.kind) {
    case "headlines":
      return <HeadlinesEditor section={view.id} rows={body.rows} />;
    case "cards":
      return <CardsEditor section={view} entries={body.entries} />;
    case "measure-table":
      return <MeasureTableEditor section={view} body={body} />;
    case "milestones":
      return <MilestonesEditor section={view.id} body={body} />;
    case "table":
      return <TableEditor section={view} body={body} />;
    case "action-plan":
      return <PlanEditor section={view} body={body} />;
    case "risk-register":
      return <RegisterEditor section={view} body={body} />;
    case "summary":
      return <SummaryEditor section={view} body={body} />;
    case "restatements":
      return <RestatementsEditor section={view} report={report} body={body} />;
    case "symbol-key":
      return <SymbolKeyEditor section={view.id} meanings={body.meanings} />;
    case "people-key":
      return <PeopleKeyEditor people={body.people} />;
    default:
      return null;
  }
}

const PRINTING = /^section\/.*#(lead|new_page|unnumbered|orientation|hidden)$/;

/** How the section is printed, and who leads it. */
function Printing({ view }: { view: SectionView }) {
  const say = useWords();
  const at = { row: `section/${view.id}`, fields: view.fields };
  const people = usePersonOptions();
  const lead = people.find((person) => person.id === view.fields.lead)?.label;
  const choices = useChoices();
  const orientation = choices("section.orientation").find(
    ({ id }) => id === view.fields.orientation,
  );
  const note = [
    view.fields.hidden && say("ui-left-out-paper"),
    lead,
    orientation?.label,
    view.fields.new_page && say("ui-section-new-page"),
    view.fields.unnumbered && say("ui-section-unnumbered"),
  ];
  return (
    <Fold
      title={say("ui-section-printing")}
      note={note.filter(Boolean).join(" · ") || undefined}
      holds={(place) => PRINTING.test(place)}
      isOpen={view.findings.some(({ place }) => place === `section/${view.id}#lead`)}
    >
      <CellSelect
        at={at}
        field="lead"
        label={say("ui-section-lead")}
        hint={say("ui-section-lead-hint")}
        options={people}
      />
      <CellSelect
        at={at}
        field="orientation"
        label={say("ui-section-orientation")}
        none={say("ui-section-orientation-none")}
      />
      <CellFlag at={at} field="new_page" label={say("ui-section-new-page")} />
      <CellFlag at={at} field="unnumbered" label={say("ui-section-unnumbered")} />
      <CellFlag
        at={at}
        field="hidden"
        label={say("ui-left-out-paper")}
        hint={say("ui-section-hidden-hint")}
      />
    </Fold>
  );
}
