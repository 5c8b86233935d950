// History: every change in words, and what differs between any two states of the file.
import { useState } from "react";
import { useFaults, useNavigation } from "../file";
import type { ReportView, WorkspaceView } from "../generated/wire";
import { ChangeBrowser, ComparePane, KeepPane } from "../history";
import { Icon, Tabs } from "../parts";
import { useWords } from "../words";

/** The history of a place, or of the whole file. */
export function HistoryScreen({
  about,
  report,
  workspace,
}: {
  about: string | null;
  report: ReportView;
  workspace: WorkspaceView;
}) {
  const say = useWords();
  const { open } = useNavigation();
  const [tab, setTab] = useState("changes");
  const [from, setFrom] = useState<number | null>(null);
  const faults = useFaults().data ?? [];
  return (
    <div className="history">
      <h2 className="unseen">{say("ui-changes")}</h2>
      {faults.map((fault) => (
        <p key={fault} className="notice notice-care" role="alert">
          <Icon name="warning" /> {fault}
        </p>
      ))}
      <Tabs
        label={say("ui-changes")}
        fills
        selected={tab}
        onSelect={setTab}
        views={[
          {
            id: "changes",
            label: say("ui-changes-tab"),
            content: (
              <ChangeBrowser
                scope={{
                  about,
                  report: report.id,
                  onAbout: (about) => void open({ view: "history", about }),
                }}
                onCompare={(change) => {
                  setFrom(change);
                  setTab("compare");
                }}
              />
            ),
          },
          {
            id: "compare",
            label: say("ui-compare"),
            content: (
              <div className="history-compare">
                <ComparePane key={from} report={report.id} from={from} />
              </div>
            ),
          },
          {
            id: "keep",
            label: say("ui-keep"),
            content: (
              <div className="history-compare">
                <KeepPane file={workspace.path} />
              </div>
            ),
          },
        ]}
      />
    </div>
  );
}
