// The report: its outline, what is being edited, and beside that the pages and the checks.
import { type FocusEvent, useState } from "react";
import { CommentsPane } from "../agreement";
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
  targetOf,
} from "../report";
import { useWords } from "../words";
import type { PaneId, Panes } from "./usePanes";

/** What can stand beside the editor. */
export type SideView = "preview" | "checks" | "comments";

interface ReportScreenProps {
  report: ReportView;
  panes: Panes;
  side: SideView;
  onSide: (side: SideView) => void;
  onVisit: (finding: FindingView) => void;
}

/** The report. */
export function ReportScreen({ report, panes, side, onSide, onVisit }: ReportScreenProps) {
  const say = useWords();
  const { field, onFocus } = useLastField();
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
              onFocusCapture={onFocus}
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
              <Side
                report={report}
                selected={side}
                onSelect={onSide}
                field={field}
                onVisit={onVisit}
              />
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

/** The field of the editor that had focus last, for as long as what it is in is open. */
function useLastField() {
  const { here } = useNavigation();
  const [last, setLast] = useState<{ place: string; at: string } | null>(null);
  const at = JSON.stringify(here);
  const onFocus = (event: FocusEvent<HTMLElement>) => {
    const place = event.target.closest<HTMLElement>("[data-place]")?.dataset.place;
    if (place) setLast({ place, at });
  };
  return { field: last?.at === at ? last.place : undefined, onFocus };
}

/** The pages, the checks and what is said of what is open. */
function Side({
  report,
  selected,
  onSelect,
  field,
  onVisit,
}: {
  report: ReportView;
  selected: SideView;
  onSelect: (side: SideView) => void;
  field?: string;
  onVisit: (finding: FindingView) => void;
}) {
  const say = useWords();
  const { here, open } = useNavigation();
  const findings = useFindings(report.id).data;
  const section = "section" in here ? here.section : null;
  const comments = report.outline.find(({ id }) => id === section)?.openComments;
  return (
    <Tabs
      label={say("ui-side")}
      fills
      selected={selected}
      onSelect={(id) => onSelect(id as SideView)}
      views={[
        {
          id: "preview",
          label: say("ui-preview"),
          content: <PreviewPane report={report.id} section={section} />,
        },
        {
          id: "checks",
          label: say("ui-checks"),
          count: findings && findings.blocking + findings.warnings,
          content: <ChecksPane report={report} onVisit={onVisit} />,
        },
        {
          id: "comments",
          label: say("ui-comments"),
          count: comments,
          content: (
            <CommentsPane
              section={section}
              about={field}
              onGo={(spot) => void open(targetOf(spot, report.outline), spot.place)}
            />
          ),
        },
      ]}
    />
  );
}
