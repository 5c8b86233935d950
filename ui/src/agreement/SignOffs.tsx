// Sign-off of a report: who is at the keyboard, where each section stands, what they can do with it,
// and the days that lead up to the meeting.
import { useRef } from "react";
import { CellText, Loaded, usePlanDates, useReadOnly, useSignOffs } from "../file";
import type { AgreementStep, AgreementView, ReportView, SectionAgreement } from "../generated/wire";
import { Button } from "../parts";
import { useWords } from "../words";
import { restOn } from "./rest";
import { Sitting } from "./Sitting";
import { StandingMark } from "./StandingMark";
import { useTaking } from "./useTaking";
import "./agreement.css";

/** Sign-off of a report. `onGo` leads to a section. */
export function SignOffs({
  report,
  onGo,
}: {
  report: ReportView;
  onGo: (section: string) => void;
}) {
  const say = useWords();
  return (
    <section className="block" aria-labelledby="sign-offs">
      <h3 id="sign-offs" tabIndex={-1}>
        {say("ui-agreement")}
      </h3>
      <Sitting />
      <Loaded query={useSignOffs(report.id)}>
        {(view) => <Sections report={report} view={view} onGo={onGo} />}
      </Loaded>
    </section>
  );
}

function Sections({
  report,
  view,
  onGo,
}: {
  report: ReportView;
  view: AgreementView;
  onGo: (section: string) => void;
}) {
  const say = useWords();
  const isReadOnly = useReadOnly();
  const heading = useRef<HTMLParagraphElement>(null);
  const { begin, asking } = useTaking(() => restOn(heading.current));

  return (
    <>
      <p className="agreement-sum" ref={heading} tabIndex={-1}>
        <strong>
          {say("ui-agreement-sum", { agreed: view.agreed, count: view.sections.length })}
        </strong>{" "}
        {view.waitsFor}
      </p>
      {!isReadOnly && (view.toSign.length > 0 || view.toExcept.length > 0) && (
        <p className="agreement-all">
          {view.toSign.length > 0 && (
            <Button icon="check" onPress={() => begin("sign-off", view.toSign)}>
              {say("ui-agreement-sign-all", { count: view.toSign.length })}
            </Button>
          )}
          {view.toExcept.length > 0 && (
            <Button onPress={() => begin("except", view.toExcept)}>
              {say("ui-agreement-except-all", { count: view.toExcept.length })}
            </Button>
          )}
        </p>
      )}
      <ul className="agreement-list" aria-label={say("ui-agreement-sections")}>
        {view.sections.map((section) => (
          <li key={section.section} className="agreement-row">
            <Row section={section} isReadOnly={isReadOnly} onGo={onGo} onStep={begin} />
          </li>
        ))}
      </ul>
      <Days report={report} view={view} isReadOnly={isReadOnly} />
      {asking}
    </>
  );
}

function Row({
  section,
  isReadOnly,
  onGo,
  onStep,
}: {
  section: SectionAgreement;
  isReadOnly: boolean;
  onGo: (section: string) => void;
  onStep: (step: AgreementStep, sections: string[]) => void;
}) {
  const say = useWords();
  const { title, standing, sentence, detail, signer, author, openComments } = section;
  const about = [
    author && say("ui-agreement-author", { author }),
    openComments > 0 && say("ui-comments-open", { count: openComments }),
  ].filter(Boolean);
  return (
    <>
      <div className="agreement-what">
        <Button tone="quiet" size="small" onPress={() => onGo(section.section)}>
          {title}
        </Button>
        <StandingMark standing={standing} words={sentence} />
        {detail !== "" && <span className="quiet">{detail}</span>}
        {standing !== "signed-off" && standing !== "excepted" && (
          <span className="quiet">{say("ui-agreement-signer", { signer })}</span>
        )}
        {about.length > 0 && <span className="quiet">{about.join(" · ")}</span>}
      </div>
      {!isReadOnly && section.steps.length > 0 && (
        <div className="agreement-steps">
          {section.steps.map((step) => (
            <Button
              key={step}
              size="small"
              aria-label={say("ui-step-of", { step: say(`ui-step-${step}`), section: title })}
              onPress={() => onStep(step, [section.section])}
            >
              {say(`ui-step-${step}`)}
            </Button>
          ))}
        </div>
      )}
    </>
  );
}

/** The days that lead up to the meeting. */
function Days({
  report,
  view,
  isReadOnly,
}: {
  report: ReportView;
  view: AgreementView;
  isReadOnly: boolean;
}) {
  const say = useWords();
  const plan = usePlanDates();
  const at = { row: `report/${report.id}`, fields: report.fields };
  return (
    <section aria-labelledby="agreement-days">
      <h4 id="agreement-days">{say("ui-days")}</h4>
      <div className="agreement-days">
        {view.due.map(({ field, label, words, overdue }) => (
          <CellText
            key={field}
            at={at}
            field={field}
            label={label}
            hint={overdue ? say("ui-days-overdue", { day: words }) : words || undefined}
            width="short"
          />
        ))}
      </div>
      {!isReadOnly && <Button onPress={() => void plan(report.id)}>{say("ui-days-plan")}</Button>}
    </section>
  );
}
