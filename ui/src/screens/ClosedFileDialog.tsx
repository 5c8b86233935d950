// A file that is closed with a passphrase: asks for it, and opens the file.
import { Refused, sentenceOf, tell } from "../file";
import { PassphraseDialog } from "../parts";
import { useWords } from "../words";
import { nameOf } from "./paths";

/** A file that needs its passphrase to be opened. */
export interface ClosedFile {
  path: string;
  readOnly: boolean;
}

/** Whether a file was refused because its passphrase is wanted. */
export function isClosed(failure: unknown): boolean {
  return failure instanceof Refused && failure.refusal.code === "store-closed";
}

/** Asks for the passphrase of a file, until it opens or is given up. */
export function ClosedFileDialog({
  file,
  onOpened,
  onClose,
}: {
  file: ClosedFile;
  onOpened: () => void;
  onClose: () => void;
}) {
  const say = useWords();
  return (
    <PassphraseDialog
      key={file.path}
      title={say("ui-closed-title", { name: nameOf(file.path) })}
      about={say("ui-closed-about")}
      go={say("ui-closed-go")}
      isNew={false}
      onClose={onClose}
      onGo={async (passphrase) => {
        try {
          await tell({ do: "open", ...file, passphrase });
        } catch (failure) {
          return sentenceOf(failure, say);
        }
        onOpened();
        return null;
      }}
    />
  );
}
