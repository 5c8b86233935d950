// A new file: what kind of report, whose, for which period, and where it is kept.
import { useState } from "react";
import { Refused, sentenceOf, tell } from "../file";
import type { StartView } from "../generated/wire";
import { Button, Dialog, ErrorSummary, goToPlace, type Problem, Select, TextInput } from "../parts";
import { choosePath } from "../platform";
import { useWords } from "../words";
import { pathIn } from "./paths";
import { useTemplatePick } from "./TemplatePick";

/** The addresses of the fields that can stand in the way. */
const COUNCIL = "new-file/council";
const DIRECTORATE = "new-file/directorate";
const PATH = "new-file/path";

/** The refusal that says a file is there already. */
const EXISTS = "store-exists";

/** Asks what a new file needs to know, and makes it. */
export function NewFileDialog({
  view,
  onClose,
  onOpened,
}: {
  view: StartView;
  onClose: () => void;
  onOpened: () => void;
}) {
  const say = useWords();
  const template = useTemplatePick(view.templates);
  const [council, setCouncil] = useState("");
  const [directorate, setDirectorate] = useState("");
  const [period, setPeriod] = useState<string | null>(view.suggestedPeriod);
  const [chosenPath, setPath] = useState<string | null>(null);
  const [problems, setProblems] = useState<Problem[]>([]);
  const [attempt, setAttempt] = useState(0);
  const name = directorate.trim() || say("ui-new-file-name");
  const path = chosenPath ?? pathIn(view.folder, `${name} ${period ?? ""}`, "outturn");

  const choose = async () => {
    const chosen = await choosePath({
      kind: "save",
      title: say("ui-new-where"),
      suggested: path,
      filters: [{ name: say("ui-file-kind"), extensions: ["outturn"] }],
    });
    if (chosen !== null) changed(PATH, setPath)(chosen);
  };
  const missing = [
    { id: "council", sentence: say("ui-new-council-missing"), place: COUNCIL, text: council },
    {
      id: "directorate",
      sentence: say("ui-new-directorate-missing"),
      place: DIRECTORATE,
      text: directorate,
    },
  ].filter(({ text }) => text.trim() === "");
  const make = async () => {
    setAttempt(attempt + 1);
    setProblems(missing);
    if (missing.length > 0) return;
    try {
      const words = { council, directorate, period: period ?? "" };
      await tell({ do: "create", path, template: template.choice, ...words });
      onOpened();
    } catch (failure) {
      const isThere = failure instanceof Refused && failure.refusal.code === EXISTS;
      const place = isThere ? PATH : undefined;
      setProblems([{ id: "refused", sentence: sentenceOf(failure, say), place }]);
      // Another name is all that is needed.
      if (isThere) goToPlace(PATH);
    }
  };
  /** What is wrong with a field, until it is changed. */
  const problemAt = (place: string) => problems.find((each) => each.place === place)?.sentence;
  const changed = (place: string, set: (text: string) => void) => (text: string) => {
    set(text);
    setProblems(problems.filter((each) => each.place !== place));
  };
  const isSummed = problems.some(({ place }) => place !== PATH);

  return (
    <Dialog
      title={say("ui-new-title")}
      isOpen
      onClose={onClose}
      actions={
        <>
          <Button onPress={onClose}>{say("ui-cancel")}</Button>
          <Button tone="primary" onPress={() => void make()}>
            {say("ui-new-make")}
          </Button>
        </>
      }
    >
      {isSummed && <ErrorSummary key={attempt} title={say("ui-new-trouble")} problems={problems} />}
      {template.part}
      <TextInput
        label={say("ui-council")}
        value={council}
        onChange={changed(COUNCIL, setCouncil)}
        problem={problemAt(COUNCIL)}
        place={COUNCIL}
        onEnter={make}
        autoFocus
      />
      <TextInput
        label={say("ui-directorate")}
        value={directorate}
        onChange={changed(DIRECTORATE, setDirectorate)}
        problem={problemAt(DIRECTORATE)}
        place={DIRECTORATE}
        onEnter={make}
      />
      <Select
        label={say("ui-new-period")}
        value={period}
        options={view.periods.map(({ value, label }) => ({ id: value, label }))}
        isQuiet
        onCommit={kept(setPeriod)}
      />
      <div className="path-line">
        <TextInput
          label={say("ui-new-where")}
          hint={say("ui-new-where-hint")}
          value={path}
          onChange={changed(PATH, setPath)}
          problem={problemAt(PATH)}
          place={PATH}
          onEnter={make}
        />
        <Button icon="folder" onPress={() => void choose()}>
          {say("ui-path-other")}
        </Button>
      </div>
    </Dialog>
  );
}

/** Keeps a choice in the dialog; nothing is stored before its own button. */
function kept<T>(set: (value: T) => void) {
  return (value: T) => {
    set(value);
    return Promise.resolve({ accepted: true } as const);
  };
}
