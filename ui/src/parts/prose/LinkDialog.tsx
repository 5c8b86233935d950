// Where the address of a link is given.
import { useState } from "react";
import { useWords } from "../../words";
import { Button } from "../Button";
import { Dialog } from "../Dialog";
import { TextInput } from "../TextInput";
import { isSafeUrl } from "./ast";

/** Asks for the address of a link: a web page or an e-mail address; an empty one removes the link. */
export function LinkDialog({
  url,
  onSave,
  onClose,
}: {
  url: string;
  onSave: (url: string) => void;
  onClose: () => void;
}) {
  const say = useWords();
  const [typed, setTyped] = useState(url);
  const [isRefused, setRefused] = useState(false);
  const save = (address: string) => {
    const wanted = address.trim();
    if (wanted === "" || isSafeUrl(wanted)) onSave(wanted);
    else setRefused(true);
  };
  return (
    <Dialog
      title={say("ui-link-title")}
      isOpen
      onClose={onClose}
      width="narrow"
      actions={
        <>
          {url !== "" && <Button onPress={() => save("")}>{say("ui-link-remove")}</Button>}
          <Button tone="primary" onPress={() => save(typed)}>
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
        onEnter={() => save(typed)}
        problem={isRefused && !isSafeUrl(typed.trim()) ? say("ui-link-refused") : undefined}
        autoFocus
      />
    </Dialog>
  );
}
