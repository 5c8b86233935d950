// Asks for a passphrase: for one that is there already, or twice for a new one.
import { type ReactNode, useState } from "react";
import { useWords } from "../words";
import { Button } from "./Button";
import { Dialog } from "./Dialog";
import { TextInput } from "./TextInput";

/** Asks for a passphrase. */
export interface PassphraseDialogProps {
  title: string;
  /** What it is for, and what follows from it. */
  about?: ReactNode;
  /** The words on the button that goes ahead: a verb. */
  go: string;
  /** Asks for it twice, and says what makes a good one. */
  isNew: boolean;
  /** What is done with it: gives why it was refused, or nothing. The dialog closes then. */
  onGo: (passphrase: string) => Promise<string | null>;
  onClose: () => void;
  /** What comes after it was accepted and the dialog is closed. */
  onDone?: () => void;
  /** Another way, under the fields. */
  children?: ReactNode;
}

/** Asks for a passphrase. What was typed is not kept. */
export function PassphraseDialog({
  title,
  about,
  go,
  isNew,
  onGo,
  onClose,
  onDone,
  children,
}: PassphraseDialogProps) {
  const say = useWords();
  const [passphrase, setPassphrase] = useState("");
  const [again, setAgain] = useState("");
  const [problem, setProblem] = useState<string>();
  const [isBusy, setBusy] = useState(false);
  const goAhead = async () => {
    if (isBusy) return;
    if (isNew && passphrase !== again) {
      setProblem(say("ui-key-differs"));
      return;
    }
    setBusy(true);
    const refused = await onGo(passphrase);
    setBusy(false);
    if (refused !== null) {
      setProblem(refused);
      return;
    }
    onClose();
    onDone?.();
  };
  const typed = (set: (text: string) => void) => (text: string) => {
    set(text);
    setProblem(undefined);
  };
  return (
    <Dialog
      title={title}
      isOpen
      onClose={onClose}
      width="narrow"
      actions={
        <>
          <Button onPress={onClose}>{say("ui-cancel")}</Button>
          <Button tone="primary" onPress={() => void goAhead()} isDisabled={isBusy}>
            {go}
          </Button>
        </>
      }
    >
      {about && <p>{about}</p>}
      <TextInput
        label={say("ui-key-passphrase")}
        hint={isNew ? say("ui-key-passphrase-hint") : undefined}
        value={passphrase}
        onChange={typed(setPassphrase)}
        problem={problem}
        isSecret
        autoFocus
        onEnter={isNew ? undefined : () => void goAhead()}
      />
      {isNew && (
        <TextInput
          label={say("ui-key-again")}
          value={again}
          onChange={typed(setAgain)}
          isSecret
          onEnter={() => void goAhead()}
        />
      )}
      {children}
    </Dialog>
  );
}
