// What the checks say: of what is open first, then of everything else.
import { Loaded, useFindings, useNavigation } from "../file";
import type { FindingView, ReportView } from "../generated/wire";
import { FindingsList, SeverityMark } from "../parts";
import { useWords } from "../words";
import { byNearness, findingKey, listed, targetOf } from "./findings";
import "./side.css";

/** What the checks say of a report. `onVisit` is told which finding the person went to. */
export function ChecksPane({
  report,
  onVisit,
}: {
  report: ReportView;
  onVisit: (finding: FindingView) => void;
}) {
  const say = useWords();
  const { here, open } = useNavigation();
  const query = useFindings(report.id);
  const go = (all: FindingView[]) => (chosen: { id: string }) => {
    const finding = all.find((each) => findingKey(each) === chosen.id);
    if (!finding) return;
    onVisit(finding);
    void open(targetOf(finding, report.outline), finding.place);
  };
  return (
    <Loaded query={query}>
      {(view) => {
        const { near, far } = byNearness(view.findings, here);
        return (
          <div className="checks">
            <p className="checks-count">
              <SeverityMark severity="blocking" />
              {say("ui-checks-blocking", { count: view.blocking })}
              <SeverityMark severity="warning" />
              {say("ui-checks-warnings", { count: view.warnings })}
            </p>
            <p className="checks-keys quiet">{say("ui-checks-keys")}</p>
            <h3>{say("ui-checks-near")}</h3>
            <FindingsList
              label={say("ui-checks-near")}
              findings={near.map(listed)}
              onGo={go(view.findings)}
              none={say("ui-checks-near-none")}
            />
            {far.length > 0 && (
              <>
                <h3>{say("ui-checks-far")}</h3>
                <FindingsList
                  label={say("ui-checks-far")}
                  findings={far.map(listed)}
                  onGo={go(view.findings)}
                />
              </>
            )}
          </div>
        );
      }}
    </Loaded>
  );
}
