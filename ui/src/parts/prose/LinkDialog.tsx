// Where the address of a link is given.
import { useState } from "react";
import { useWords } from "../../words";
import { Button } from "../Button";
import { Dialog } from "../Dialog";
import { TextInput } from "../TextInput";
import { urlOf } from "./ast";

/** Asks for the address of a link: a web page or an e-mail address; an empty one removes the link. */
export function LinkDialog({
  url,
  onSave,
  onClose,
}: {
  /** The address the link has; empty for a new one. */
  url: string;
  onSave: (url: string) => void;
  onClose: () => void;
}) {
  const say = useWords();
  const [typed, setTyped] = useState(url);
  const [isRefused, setRefused] = useState(false);
  const isNew = url === "";
  const save = () => {
    const wanted = typed.trim() === "" ? "" : urlOf(typed);
    if (wanted === null) setRefused(true);
    else onSave(wanted);
  };
  const refusal = say(isNew ? "ui-link-refused-new" : "ui-link-refused");
  return (
    <Dialog
      title={say("ui-link-title")}
      isOpen
      onClose={onClose}
      width="narrow"
      actions={
        <>
          {!isNew && <Button onPress={() => onSave("")}>{say("ui-link-remove")}</Button>}
          <Button onPress={onClose}>{say("ui-cancel")}</Button>
          <Button tone="primary" onPress={save}>
            {say("ui-link-save")}
          </Button>
        </>
      }
    >
      <TextInput
        label={say("ui-link-address")}
        hint={say("ui-link-hint")}
        value={typed}
        onChange={setTyped}
        onEnter={save}
        problem={isRefused && urlOf(typed) === null ? refusal : undefined}
        autoFocus
      />
    </Dialog>
  );
}
