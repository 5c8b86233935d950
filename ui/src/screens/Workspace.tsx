// The open file: the bar at the top, the screen that was chosen, and the line that says what
// happened.
import { useCallback, useEffect, useRef, useState } from "react";
import { WhoProvider } from "../agreement";
import {
  AgreementProvider,
  ChoicesProvider,
  Loaded,
  NavigationProvider,
  ReadOnlyProvider,
  type Target,
  tell,
  useReadOnly,
  useReport,
  type Visit,
  VisitProvider,
} from "../file";
import type { FindingView, ReportView, SpotView, WorkspaceView } from "../generated/wire";
import { EmptyState, Icon, StatusLine } from "../parts";
import { JourneyProvider, targetOf } from "../report";
import { useWords } from "../words";
import { CopiesScreen } from "./CopiesScreen";
import { ExportScreen } from "./ExportScreen";
import { HistoryScreen } from "./HistoryScreen";
import { MeasuresScreen } from "./MeasuresScreen";
import { NextPeriodDialog } from "./NextPeriodDialog";
import { PeopleScreen } from "./PeopleScreen";
import { ReportScreen, type SideView } from "./ReportScreen";
import { ShortcutsDialog } from "./ShortcutsDialog";
import { TopBar } from "./TopBar";
import { type DeskNavigation, useDeskNavigation } from "./useDeskNavigation";
import { useDeskSteps } from "./useDeskSteps";
import { type Panes, usePanes } from "./usePanes";
import { useFindingKeys, useShortcuts } from "./useShortcuts";
import { WorkScreen } from "./WorkScreen";
import "./desk.css";

/** The open file. `onClosed` is told when it was closed. */
export function Workspace({
  workspace,
  onClosed,
}: {
  workspace: WorkspaceView;
  onClosed: () => void;
}) {
  const say = useWords();
  const [chosen, setReport] = useState<string | null>(null);
  const head = workspace.reports.find(({ id }) => id === chosen) ?? workspace.reports[0];
  // A place in another report is gone to once that report is open.
  const [goal, setGoal] = useState<SpotView | null>(null);
  const [side, onSide] = useState<SideView>("preview");
  const frame = {
    workspace,
    onReport: (report: string, spot?: SpotView) => {
      setGoal(spot ?? null);
      setReport(report);
    },
    goal,
    side,
    onSide,
    onClosed,
  };
  return (
    <ChoicesProvider value={workspace.choices}>
      <ReadOnlyProvider value={workspace.readOnly !== null}>
        <AgreementProvider>
          <WhoProvider>
            {head === undefined ? (
              <EmptyState title={say("ui-report-none")} />
            ) : (
              <OpenReport key={head.id} report={head.id} {...frame} />
            )}
          </WhoProvider>
        </AgreementProvider>
      </ReadOnlyProvider>
    </ChoicesProvider>
  );
}

interface FrameProps {
  workspace: WorkspaceView;
  onReport: (report: string, spot?: SpotView) => void;
  /** The place to begin at, where the report was opened for it. */
  goal: SpotView | null;
  /** What stands beside the editor, which stays so from report to report. */
  side: SideView;
  onSide: (side: SideView) => void;
  onClosed: () => void;
}

function OpenReport({ report, ...frame }: FrameProps & { report: string }) {
  return <Loaded query={useReport(report)}>{(view) => <Frame view={view} {...frame} />}</Loaded>;
}

function Frame({
  workspace,
  view,
  onReport,
  goal,
  side,
  onSide,
  onClosed,
}: FrameProps & { view: ReportView }) {
  const say = useWords();
  const [showsKeys, setShowsKeys] = useState(false);
  const [startsNext, setStartsNext] = useState(false);
  const isReadOnly = useReadOnly();
  const search = useRef<HTMLInputElement>(null);
  const panes = usePanes();
  const navigation = useDeskNavigation(view, panes.show);
  const steps = useDeskSteps(view, navigation);
  const finding = useFindingKeys(view, navigation);
  const visit = useVisiting(view, navigation, goal, onReport);
  const startNext = async () => {
    if (!isReadOnly && (await navigation.settled())) setStartsNext(true);
  };
  useShortcuts({
    navigation,
    panes,
    steps,
    finding,
    onKeys: () => setShowsKeys(true),
    onSearch: () => {
      search.current?.focus();
      search.current?.select();
    },
    onNextPeriod: () => void startNext(),
  });
  const close = async () => {
    if (!(await navigation.settled())) return;
    await tell({ do: "close" });
    onClosed();
  };

  return (
    <NavigationProvider value={navigation}>
      <VisitProvider value={visit}>
        <div className="desk">
          <TopBar
            workspace={workspace}
            report={view}
            steps={steps}
            search={search}
            onNextPeriod={() => void startNext()}
            onReport={async (report) => {
              if (await navigation.settled()) onReport(report);
            }}
            onKeys={() => setShowsKeys(true)}
            onClose={() => void close()}
          />
          <Notice workspace={workspace} />
          <main className="desk-main">
            <JourneyProvider value={navigation.journey}>
              <Screen
                here={navigation.here}
                view={view}
                workspace={workspace}
                panes={panes}
                side={side}
                onSide={onSide}
                onVisit={finding.visit}
              />
            </JourneyProvider>
          </main>
          <StatusLine>
            <span className="status-keys">{say("ui-status-keys")}</span>
          </StatusLine>
        </div>
        {showsKeys && <ShortcutsDialog onClose={() => setShowsKeys(false)} />}
        {startsNext && (
          <NextPeriodDialog
            report={view}
            onClose={() => setStartsNext(false)}
            onStarted={(report) => onReport(report)}
          />
        )}
      </VisitProvider>
    </NavigationProvider>
  );
}

/** What holds for the whole file: that it is only read, or whose working copy it is. */
function Notice({ workspace: { readOnly, copy } }: { workspace: WorkspaceView }) {
  const said = readOnly ?? copy;
  if (said === null) return null;
  return (
    <p className={readOnly === null ? "notice" : "notice notice-care"} role="status">
      <Icon name={readOnly === null ? "copy" : "info"} /> {said}
    </p>
  );
}

/** The way to places in every report: in this one at once, in another once it is open. */
function useVisiting(
  view: ReportView,
  navigation: DeskNavigation,
  goal: SpotView | null,
  onReport: FrameProps["onReport"],
): Visit {
  const { open, settled } = navigation;
  const first = useRef(goal);
  useEffect(() => {
    const spot = first.current;
    first.current = null;
    if (spot) void open(targetOf(spot, view.outline), spot.place);
  }, [open, view]);
  return useCallback(
    async (report, spot) => {
      if (report === null || report === view.id) {
        return open(targetOf(spot, view.outline), spot.place);
      }
      if (!(await settled())) return false;
      onReport(report, spot);
      return true;
    },
    [view, open, settled, onReport],
  );
}

function Screen({
  here,
  view,
  workspace,
  panes,
  side,
  onSide,
  onVisit,
}: {
  here: Target;
  view: ReportView;
  workspace: WorkspaceView;
  panes: Panes;
  side: SideView;
  onSide: FrameProps["onSide"];
  onVisit: (finding: FindingView) => void;
}) {
  switch (here.view) {
    case "measures":
      return <MeasuresScreen measure={here.measure} />;
    case "people":
      return <PeopleScreen />;
    case "history":
      return (
        <HistoryScreen key={here.about} about={here.about} report={view} workspace={workspace} />
      );
    case "work":
      return <WorkScreen onTalk={() => onSide("comments")} />;
    case "copies":
      return <CopiesScreen workspace={workspace} />;
    case "export":
      return <ExportScreen report={view} file={workspace.path} />;
    default:
      return (
        <ReportScreen report={view} panes={panes} side={side} onSide={onSide} onVisit={onVisit} />
      );
  }
}
