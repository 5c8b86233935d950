// The open file: the bar at the top, the screen that was chosen, and the line that says what
// happened.
import { useState } from "react";
import {
  AgreementProvider,
  ChoicesProvider,
  Loaded,
  NavigationProvider,
  ReadOnlyProvider,
  type Target,
  tell,
  useReport,
} from "../file";
import type { FindingView, ReportView, WorkspaceView } from "../generated/wire";
import { EmptyState, Icon, StatusLine } from "../parts";
import { JourneyProvider } from "../report";
import { useWords } from "../words";
import { ExportScreen } from "./ExportScreen";
import { MeasuresScreen } from "./MeasuresScreen";
import { PeopleScreen } from "./PeopleScreen";
import { ReportScreen } from "./ReportScreen";
import { ShortcutsDialog } from "./ShortcutsDialog";
import { TopBar } from "./TopBar";
import { useDeskNavigation } from "./useDeskNavigation";
import { useDeskSteps } from "./useDeskSteps";
import { type Panes, usePanes } from "./usePanes";
import { useFindingKeys, useShortcuts } from "./useShortcuts";
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
  const frame = { workspace, onReport: setReport, onClosed };
  return (
    <ChoicesProvider value={workspace.choices}>
      <ReadOnlyProvider value={workspace.readOnly !== null}>
        <AgreementProvider>
          {head === undefined ? (
            <EmptyState title={say("ui-report-none")} />
          ) : (
            <OpenReport key={head.id} report={head.id} {...frame} />
          )}
        </AgreementProvider>
      </ReadOnlyProvider>
    </ChoicesProvider>
  );
}

interface FrameProps {
  workspace: WorkspaceView;
  onReport: (report: string) => void;
  onClosed: () => void;
}

function OpenReport({ report, ...frame }: FrameProps & { report: string }) {
  return <Loaded query={useReport(report)}>{(view) => <Frame view={view} {...frame} />}</Loaded>;
}

function Frame({ workspace, view, onReport, onClosed }: FrameProps & { view: ReportView }) {
  const say = useWords();
  const [showsKeys, setShowsKeys] = useState(false);
  const panes = usePanes();
  const navigation = useDeskNavigation(view, panes.show);
  const steps = useDeskSteps(view, navigation);
  const finding = useFindingKeys(view, navigation);
  useShortcuts({ navigation, panes, steps, finding, onKeys: () => setShowsKeys(true) });
  const close = async () => {
    if (!(await navigation.settled())) return;
    await tell({ do: "close" });
    onClosed();
  };

  return (
    <NavigationProvider value={navigation}>
      <div className="desk">
        <TopBar
          workspace={workspace}
          report={view}
          steps={steps}
          onReport={async (report) => {
            if (await navigation.settled()) onReport(report);
          }}
          onKeys={() => setShowsKeys(true)}
          onClose={() => void close()}
        />
        {workspace.readOnly !== null && (
          <p className="read-only" role="status">
            <Icon name="info" /> {workspace.readOnly}
          </p>
        )}
        <main className="desk-main">
          <JourneyProvider value={navigation.journey}>
            <Screen
              here={navigation.here}
              view={view}
              file={workspace.path}
              panes={panes}
              onVisit={finding.visit}
            />
          </JourneyProvider>
        </main>
        <StatusLine>
          <span className="status-keys">{say("ui-status-keys")}</span>
        </StatusLine>
      </div>
      {showsKeys && <ShortcutsDialog onClose={() => setShowsKeys(false)} />}
    </NavigationProvider>
  );
}

function Screen({
  here,
  view,
  file,
  panes,
  onVisit,
}: {
  here: Target;
  view: ReportView;
  file: string;
  panes: Panes;
  onVisit: (finding: FindingView) => void;
}) {
  switch (here.view) {
    case "measures":
      return <MeasuresScreen measure={here.measure} />;
    case "people":
      return <PeopleScreen />;
    case "export":
      return <ExportScreen report={view} file={file} />;
    default:
      return <ReportScreen report={view} panes={panes} onVisit={onVisit} />;
  }
}
