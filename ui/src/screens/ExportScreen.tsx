// Check and export: what stands in the way of a final paper, and the paper itself.
import { useRef, useState } from "react";
import { SignOffs } from "../agreement";
import { Loaded, useFindings, useNavigation, useSignOffs } from "../file";
import type { FindingsView, ReportView } from "../generated/wire";
import { Button, Choice, ErrorSummary, FindingsList, SeverityMark } from "../parts";
import { choosePath } from "../platform";
import { findingKey, listed, saidOf, targetOf } from "../report";
import { useWords } from "../words";
import { ExportOutcome } from "./ExportOutcome";
import { folderOf, pathIn } from "./paths";
import { useExport } from "./useExport";
import "./export.css";

/** Check and export. `file` is the path of the open file. */
export function ExportScreen({ report, file }: { report: ReportView; file: string }) {
  const say = useWords();
  return (
    <div className="whole" data-landing tabIndex={-1}>
      <article className="editor" aria-label={say("ui-export")}>
        <header className="editor-top">
          <p className="editor-kind">{report.period}</p>
          <h2>{say("ui-export")}</h2>
        </header>
        <Loaded query={useFindings(report.id)}>
          {(view) => <Paper report={report} view={view} file={file} />}
        </Loaded>
      </article>
    </div>
  );
}

type Kind = "final" | "draft";

function Paper({ report, view, file }: { report: ReportView; view: FindingsView; file: string }) {
  const say = useWords();
  const { open } = useNavigation();
  const [wanted, setWanted] = useState<Kind | null>(null);
  const exporting = useExport(report.id);
  const exportButton = useRef<HTMLButtonElement>(null);
  const waitsFor = useSignOffs(report.id).data?.waitsFor;
  // The clerk may have let sections through with what was found in them.
  const isReady = waitsFor === "";
  const isBlocked = view.blocking > 0 && !isReady;
  const kind = wanted ?? (isReady ? "final" : "draft");
  const go = (key: string) => {
    const finding = view.findings.find((each) => findingKey(each) === key);
    if (finding) void open(targetOf(finding, report.outline), finding.place);
  };
  const start = async () => {
    const name = say(`ui-export-name-${kind}`, { title: report.title, period: report.period });
    const path = await choosePath({
      kind: "save",
      title: say("ui-export-where"),
      suggested: pathIn(folderOf(file), name, "pdf"),
      filters: [{ name: say("ui-export-pdf"), extensions: ["pdf"] }],
    });
    if (path !== null) exporting.start(path, kind === "draft");
  };
  const summary = isBlocked && kind === "final";
  const rest = summary
    ? view.findings.filter(({ severity }) => severity !== "blocking")
    : view.findings;

  return (
    <>
      <Counts view={view} />
      {summary && <Blocked view={view} onGo={go} />}
      <section className="block" aria-labelledby="export-paper">
        <h3 id="export-paper">{say("ui-export-paper")}</h3>
        <Choice
          label={say("ui-export-kind")}
          value={kind}
          options={[
            {
              id: "final",
              label: say("ui-export-final"),
              description: isBlocked
                ? say("ui-export-final-blocked")
                : waitsFor || say("ui-export-final-hint"),
            },
            {
              id: "draft",
              label: say("ui-export-draft"),
              description: say("ui-export-draft-hint"),
            },
          ]}
          isQuiet
          onCommit={(chosen) => {
            setWanted(chosen as Kind);
            return Promise.resolve({ accepted: true });
          }}
        />
        <div>
          <Button
            tone="primary"
            icon="export"
            ref={exportButton}
            isDisabled={summary}
            // While it works it cannot be pressed, and keeps the focus that it has.
            isPending={exporting.state === "working"}
            onPress={() => void start()}
          >
            {say("ui-export-start")}
          </Button>
        </div>
        <ExportOutcome
          exporting={exporting}
          onCancel={() => {
            exporting.cancel();
            exportButton.current?.focus();
          }}
        />
      </section>
      <SignOffs report={report} onGo={(section) => void open({ view: "section", section })} />
      <section className="block" aria-labelledby="export-findings">
        <h3 id="export-findings" tabIndex={-1}>
          {say("ui-export-findings")}
        </h3>
        <FindingsList
          label={say("ui-export-findings")}
          findings={rest.map(listed)}
          onGo={({ id }) => go(id)}
        />
      </section>
    </>
  );
}

/** Why there can be no final paper yet, each reason leading to its field. */
function Blocked({ view, onGo }: { view: FindingsView; onGo: (key: string) => void }) {
  const say = useWords();
  const blocking = view.findings.filter(({ severity }) => severity === "blocking");
  return (
    <ErrorSummary
      title={say("ui-export-blocked", { count: view.blocking })}
      problems={blocking.map((finding) => ({
        id: findingKey(finding),
        sentence: saidOf(finding),
        place: findingKey(finding),
      }))}
      onGo={onGo}
    />
  );
}

function Counts({ view }: { view: FindingsView }) {
  const say = useWords();
  const counts = { blocking: view.blocking, warning: view.warnings, advice: view.notes };
  return (
    <ul className="counts">
      {(["blocking", "warning", "advice"] as const).map((severity) => (
        <li key={severity} className="counts-one">
          <span className="counts-number figures">{counts[severity]}</span>
          <SeverityMark severity={severity} />
          <span>{say(`ui-count-${severity}`, { count: counts[severity] })}</span>
        </li>
      ))}
    </ul>
  );
}
