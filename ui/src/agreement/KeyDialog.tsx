// The passphrase of the signing key: chosen once, asked for when the program was started again.
import { useSitting } from "../file";
import { PassphraseDialog } from "../parts";
import { useWords } from "../words";

/** Asks for the passphrase of the signing key, or for one to make a key under. */
export function KeyDialog({
  isNew,
  onClose,
  onOpen,
}: {
  isNew: boolean;
  onClose: () => void;
  /** What is to be done once the key is open. */
  onOpen?: () => void;
}) {
  const say = useWords();
  const { makeKey, openKey } = useSitting();
  return (
    <PassphraseDialog
      title={say(isNew ? "ui-key-make" : "ui-key-open")}
      about={isNew ? say("ui-key-about") : undefined}
      go={say(isNew ? "ui-key-make-go" : "ui-key-open-go")}
      isNew={isNew}
      onClose={onClose}
      onGo={async (passphrase) => {
        const outcome = await (isNew ? makeKey : openKey)(passphrase);
        if (!outcome.accepted) return outcome.sentence;
        onOpen?.();
        return null;
      }}
    />
  );
}
