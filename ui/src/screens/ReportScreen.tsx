// The report: its outline, what is being edited, and beside that the pages and the checks.
import { useState } from "react";
import { useFindings, useNavigation } from "../file";
import type { FindingView, ReportView } from "../generated/wire";
import { SplitPane, Tabs } from "../parts";
import {
  CardEditor,
  ChecksPane,
  OutlinePane,
  PreviewPane,
  ReportSettings,
  SectionEditor,
} from "../report";
import { useWords } from "../words";
import type { PaneId, Panes } from "./usePanes";

/** The report. */
export function ReportScreen({
  report,
  panes,
  onVisit,
}: {
  report: ReportView;
  panes: Panes;
  onVisit: (finding: FindingView) => void;
}) {
  const say = useWords();
  return (
    <SplitPane
      label={say("ui-panes")}
      selected={panes.shown}
      onSelect={(pane) => panes.show(pane as PaneId)}
      panes={[
        {
          id: "outline",
          label: say("ui-outline"),
          width: 16,
          minWidth: 13,
          content: (
            <div className="pane-frame" {...panes.frame("outline")}>
              <OutlinePane report={report} />
            </div>
          ),
        },
        {
          id: "editor",
          label: say("ui-editor"),
          minWidth: 30,
          content: (
            <div
              className="pane-frame pane-paper"
              data-landing
              tabIndex={-1}
              {...panes.frame("editor")}
            >
              <Edited report={report} />
            </div>
          ),
        },
        {
          id: "side",
          label: say("ui-side"),
          width: 21,
          minWidth: 17,
          content: (
            <div className="pane-frame" {...panes.frame("side")}>
              <Side report={report} onVisit={onVisit} />
            </div>
          ),
        },
      ]}
    />
  );
}

/** What is being edited. */
function Edited({ report }: { report: ReportView }) {
  const { here } = useNavigation();
  if (here.view === "card") {
    return <CardEditor key={here.entry} entry={here.entry} report={report} />;
  }
  if (here.view === "section") {
    return <SectionEditor key={here.section} section={here.section} report={report} />;
  }
  return <ReportSettings report={report} />;
}

/** The pages and the checks. */
function Side({
  report,
  onVisit,
}: {
  report: ReportView;
  onVisit: (finding: FindingView) => void;
}) {
  const say = useWords();
  const { here } = useNavigation();
  const [tab, setTab] = useState("preview");
  const findings = useFindings(report.id).data;
  return (
    <Tabs
      label={say("ui-side")}
      fills
      selected={tab}
      onSelect={setTab}
      views={[
        {
          id: "preview",
          label: say("ui-preview"),
          content: (
            <PreviewPane report={report.id} section={"section" in here ? here.section : null} />
          ),
        },
        {
          id: "checks",
          label: say("ui-checks"),
          count: findings && findings.blocking + findings.warnings,
          content: <ChecksPane report={report} onVisit={onVisit} />,
        },
      ]}
    />
  );
}
