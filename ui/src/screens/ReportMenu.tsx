// What can be done with a report as a whole: another beside it, and its layout as a template.
import { useState } from "react";
import { sentenceOf, tell, useAddReport, useReadOnly, useStart } from "../file";
import type { ReportView, StartView, WorkspaceView } from "../generated/wire";
import { Button, Dialog, ErrorSummary, Menu, Select, Switch, TextInput, useStatus } from "../parts";
import { choosePath } from "../platform";
import { useWords } from "../words";
import { folderOf, pathIn } from "./paths";
import { TEMPLATE_ENDING, useTemplatePick } from "./TemplatePick";

/** What can be done with the report that is shown. `onReport` shows another. */
export function ReportMenu({
  workspace,
  report,
  onReport,
}: {
  workspace: WorkspaceView;
  report: ReportView;
  onReport: (report: string) => Promise<void>;
}) {
  const say = useWords();
  const isReadOnly = useReadOnly();
  const start = useStart();
  const [shown, setShown] = useState<"add" | "template" | null>(null);
  const close = () => setShown(null);
  return (
    <>
      <Menu
        label={say("ui-report-menu")}
        icon="more"
        isIconOnly
        actions={[
          {
            id: "add",
            label: say("ui-report-add"),
            icon: "add",
            isDisabled: isReadOnly,
            onAction: () => setShown("add"),
          },
          {
            id: "template",
            label: say("ui-template-save"),
            icon: "export",
            onAction: () => setShown("template"),
          },
        ]}
      />
      {shown === "add" && start.data && (
        <AddReportDialog view={start.data} onClose={close} onReport={onReport} />
      )}
      {shown === "template" && (
        <SaveTemplateDialog report={report} file={workspace.path} onClose={close} />
      )}
    </>
  );
}

/** Asks what another report in the open file starts from, and adds it. */
function AddReportDialog({
  view,
  onClose,
  onReport,
}: {
  view: StartView;
  onClose: () => void;
  onReport: (report: string) => Promise<void>;
}) {
  const say = useWords();
  const template = useTemplatePick(view.templates);
  const addReport = useAddReport();
  const [period, setPeriod] = useState<string | null>(view.suggestedPeriod);
  const [trouble, setTrouble] = useState<string>();
  const add = async () => {
    const outcome = await addReport(template.choice, period ?? "");
    if (!outcome.accepted) {
      setTrouble(outcome.sentence);
      return;
    }
    onClose();
    const [report] = outcome.committed?.added ?? [];
    if (report) await onReport(report);
  };
  return (
    <Dialog
      title={say("ui-report-add-title")}
      isOpen
      onClose={onClose}
      actions={
        <>
          <Button onPress={onClose}>{say("ui-cancel")}</Button>
          <Button tone="primary" onPress={() => void add()}>
            {say("ui-report-add-make")}
          </Button>
        </>
      }
    >
      {trouble && (
        <ErrorSummary
          title={say("ui-report-add-trouble")}
          problems={[{ id: "refused", sentence: trouble }]}
        />
      )}
      {template.part}
      <Select
        label={say("ui-new-period")}
        value={period}
        options={view.periods.map(({ value, label }) => ({ id: value, label }))}
        isQuiet
        onCommit={(chosen) => {
          setPeriod(chosen);
          return Promise.resolve({ accepted: true } as const);
        }}
      />
    </Dialog>
  );
}

/** Asks where the report's layout is to be kept as a template, and keeps it there. */
function SaveTemplateDialog({
  report,
  file,
  onClose,
}: {
  report: ReportView;
  file: string;
  onClose: () => void;
}) {
  const say = useWords();
  const status = useStatus();
  const [path, setPath] = useState(pathIn(folderOf(file), report.title, TEMPLATE_ENDING));
  const [hasWords, setHasWords] = useState(false);
  const [trouble, setTrouble] = useState<string>();
  const choose = async () => {
    const chosen = await choosePath({
      kind: "save",
      title: say("ui-new-where"),
      suggested: path,
      filters: [{ name: say("ui-template-kind"), extensions: [TEMPLATE_ENDING] }],
    });
    if (chosen !== null) setPath(chosen);
  };
  const save = async () => {
    try {
      await tell({ do: "save-template", report: report.id, path, words: hasWords });
      status.tell({ sentence: say("ui-template-saved", { path }), tone: "done" });
      onClose();
    } catch (failure) {
      setTrouble(sentenceOf(failure, say));
    }
  };
  return (
    <Dialog
      title={say("ui-template-save-title")}
      isOpen
      onClose={onClose}
      actions={
        <>
          <Button onPress={onClose}>{say("ui-cancel")}</Button>
          <Button tone="primary" onPress={() => void save()}>
            {say("ui-template-save-make")}
          </Button>
        </>
      }
    >
      <p>{say("ui-template-about")}</p>
      <div className="path-line">
        <TextInput
          label={say("ui-new-where")}
          value={path}
          onChange={(text) => {
            setPath(text);
            setTrouble(undefined);
          }}
          problem={trouble}
          onEnter={save}
          autoFocus
        />
        <Button icon="folder" onPress={() => void choose()}>
          {say("ui-path-other")}
        </Button>
      </div>
      <Switch
        label={say("ui-template-words")}
        value={hasWords}
        onCommit={(isOn: boolean) => {
          setHasWords(isOn);
          return Promise.resolve({ accepted: true } as const);
        }}
      />
    </Dialog>
  );
}
