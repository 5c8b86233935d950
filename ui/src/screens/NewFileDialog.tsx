// A new file: what kind of report, whose, for which period, and where it is kept.
import { useState } from "react";
import { sentenceOf, tell } from "../file";
import type { StartView } from "../generated/wire";
import { Button, Choice, Dialog, ErrorSummary, Select, TextInput } from "../parts";
import { choosePath } from "../platform";
import { useWords } from "../words";
import { pathIn } from "./paths";

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
  const [template, setTemplate] = useState(view.templates[0]?.name ?? null);
  const [council, setCouncil] = useState("");
  const [directorate, setDirectorate] = useState("");
  const [period, setPeriod] = useState<string | null>(view.suggestedPeriod);
  const [chosenPath, setPath] = useState<string | null>(null);
  const [trouble, setTrouble] = useState<{ sentence: string; attempt: number } | null>(null);
  const name = directorate.trim() || say("ui-new-file-name");
  const path = chosenPath ?? pathIn(view.folder, `${name} ${period ?? ""}`, "outturn");

  const choose = async () => {
    const chosen = await choosePath({
      kind: "save",
      title: say("ui-new-where"),
      suggested: path,
      filters: [{ name: say("ui-file-kind"), extensions: ["outturn"] }],
    });
    if (chosen !== null) setPath(chosen);
  };
  const make = async () => {
    try {
      const words = { council, directorate, period: period ?? "" };
      await tell({ do: "create", path, template: template ?? "", ...words });
      onOpened();
    } catch (failure) {
      const attempt = (trouble?.attempt ?? 0) + 1;
      setTrouble({ sentence: sentenceOf(failure, say), attempt });
    }
  };

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
      {trouble && (
        <ErrorSummary
          key={trouble.attempt}
          title={say("ui-new-trouble")}
          problems={[{ id: "trouble", sentence: trouble.sentence }]}
        />
      )}
      <Choice
        label={say("ui-new-template")}
        value={template}
        options={view.templates.map((offer) => ({
          id: offer.name,
          label: offer.title,
          description: offer.about,
        }))}
        onCommit={kept(setTemplate)}
      />
      <TextInput
        label={say("ui-new-council")}
        value={council}
        onChange={setCouncil}
        onEnter={make}
        autoFocus
      />
      <TextInput
        label={say("ui-new-directorate")}
        value={directorate}
        onChange={setDirectorate}
        onEnter={make}
      />
      <Select
        label={say("ui-new-period")}
        value={period}
        options={view.periods.map(({ value, label }) => ({ id: value, label }))}
        onCommit={kept(setPeriod)}
      />
      <div className="path-line">
        <TextInput
          label={say("ui-new-where")}
          hint={say("ui-new-where-hint")}
          value={path}
          onChange={setPath}
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
