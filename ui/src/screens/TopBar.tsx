// The bar at the top: which file and report, where in it, search, undo and redo.
import type { RefObject } from "react";
import { WhoButton } from "../agreement";
import { useConflicts, useNavigation, useReadOnly, useSharing, useWork } from "../file";
import type { ReportView, WorkspaceView } from "../generated/wire";
import { Button, Icon, IconButton, type IconName, Select, Tooltip } from "../parts";
import { useWords } from "../words";
import { ReportMenu } from "./ReportMenu";
import { SearchField } from "./SearchField";
import type { DeskSteps } from "./useDeskSteps";

/** The bar at the top. */
export function TopBar({
  workspace,
  report,
  steps,
  search,
  onReport,
  onNextPeriod,
  onKeys,
  onClose,
}: {
  workspace: WorkspaceView;
  report: ReportView;
  steps: DeskSteps;
  /** The field that every report is searched with. */
  search: RefObject<HTMLInputElement | null>;
  onReport: (report: string) => Promise<void>;
  onNextPeriod: () => void;
  onKeys: () => void;
  onClose: () => void;
}) {
  const say = useWords();
  const isReadOnly = useReadOnly();
  const { undo, redo, reports } = workspace;
  return (
    <header className="bar">
      <div className="bar-file">
        <h1 title={workspace.path}>{workspace.name}</h1>
        {reports.length > 1 && (
          <Select
            label={say("ui-report")}
            hidesLabel
            isQuiet
            value={report.id}
            options={reports.map(({ id, period, title }) => ({
              id,
              label: period,
              description: title,
            }))}
            onCommit={async (chosen) => {
              if (chosen) await onReport(chosen);
              return { accepted: true };
            }}
          />
        )}
        <ReportMenu workspace={workspace} report={report} onReport={onReport} />
        {!isReadOnly && (
          <IconButton
            icon="next"
            label={say("ui-roll-command")}
            keys={say("ui-keys-next-period")}
            onPress={onNextPeriod}
          />
        )}
      </div>
      <Places report={report} />
      <SearchField field={search} />
      <div className="bar-tools">
        <WhoButton />
        <IconButton
          icon="undo"
          label={undo ? say("ui-undo-step", { step: undo }) : say("ui-undo")}
          keys={say("ui-keys-undo")}
          isDisabled={!undo || isReadOnly}
          onPress={steps.undo}
        />
        <IconButton
          icon="redo"
          label={redo ? say("ui-redo-step", { step: redo }) : say("ui-redo")}
          keys={say("ui-keys-redo")}
          isDisabled={!redo || isReadOnly}
          onPress={steps.redo}
        />
        <Tool
          icon="info"
          name={say("ui-keys")}
          about={`${say("ui-keys-about")} (${say("ui-keys-help")})`}
          onPress={onKeys}
        />
        <Tool
          icon="close"
          name={say("ui-close-file")}
          about={say("ui-close-file-about")}
          onPress={onClose}
        />
      </div>
    </header>
  );
}

/** A tool whose name is shown where there is room for it, and in its tooltip where there is not. */
function Tool({
  icon,
  name,
  about,
  onPress,
}: {
  icon: IconName;
  name: string;
  /** What it does, in a tooltip. */
  about: string;
  onPress: () => void;
}) {
  return (
    <Tooltip words={about}>
      <Button icon={icon} tone="quiet" onPress={onPress}>
        {name}
      </Button>
    </Tooltip>
  );
}

/** The screens of the file. */
function Places({ report }: { report: ReportView }) {
  const say = useWords();
  const { here, open } = useNavigation();
  const [first] = report.outline;
  const work = useWork().data?.items.length ?? 0;
  const undecided = useConflicts().data?.length ?? 0;
  const waiting = useSharing().data?.waiting ?? 0;
  const inCopies = [
    undecided > 0 && say("ui-copies-undecided", { count: undecided }),
    waiting > 0 && say("ui-copies-waiting", { count: waiting }),
  ];
  const isReport = ["section", "card", "settings"].includes(here.view);
  return (
    <nav className="bar-places" aria-label={say("ui-places")}>
      <Place
        name={say("ui-report")}
        icon="page"
        isHere={isReport}
        onGo={() =>
          void open(first ? { view: "section", section: first.id } : { view: "settings" })
        }
      />
      <Place
        name={say("ui-work")}
        icon="work"
        isHere={here.view === "work"}
        count={work}
        countWords={say("ui-work-waiting", { count: work })}
        onGo={() => void open({ view: "work" })}
      />
      <Place
        name={say("ui-measures")}
        icon="chart"
        isHere={here.view === "measures"}
        onGo={() => void open({ view: "measures", measure: null })}
      />
      <Place
        name={say("ui-people")}
        icon="people"
        isHere={here.view === "people"}
        onGo={() => void open({ view: "people" })}
      />
      <Place
        name={say("ui-copies")}
        icon="copy"
        isHere={here.view === "copies"}
        count={undecided + waiting}
        countWords={inCopies.filter(Boolean).join(", ")}
        onGo={() => void open({ view: "copies" })}
      />
      <Place
        name={say("ui-changes")}
        icon="history"
        isHere={here.view === "history"}
        onGo={() => void open({ view: "history", about: null })}
      />
      <Place
        name={say("ui-export")}
        icon="export"
        isHere={here.view === "export"}
        onGo={() => void open({ view: "export" })}
      />
    </nav>
  );
}

function Place({
  name,
  icon,
  isHere,
  count = 0,
  countWords,
  onGo,
}: {
  name: string;
  icon: IconName;
  isHere: boolean;
  /** How many things wait there, and the words for that. */
  count?: number;
  countWords?: string;
  onGo: () => void;
}) {
  return (
    <button
      type="button"
      className="bar-place"
      aria-current={isHere ? "page" : undefined}
      onClick={() => {
        if (!isHere) onGo();
      }}
    >
      <Icon name={icon} />
      <span>{name}</span>
      {count > 0 && (
        <span className="bar-count figures">
          <span aria-hidden="true">{count}</span>
          <span className="unseen">, {countWords}</span>
        </span>
      )}
    </button>
  );
}
