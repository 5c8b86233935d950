// The signing key: made once, kept by the system or under a passphrase, which is asked for when the
// program was started again.
import { useState } from "react";
import { useMe, useSitting } from "../file";
import { Button, Dialog, PassphraseDialog } from "../parts";
import { useWords } from "../words";

/** How a key comes to be ready: one that is there is opened, or a new one is made and kept so. */
type Way = "open" | "keep-in-store" | "keep-under-passphrase";

/** Asks for what lets the person at the keyboard sign: the passphrase of their key, or a new key. */
export function KeyDialog({
  makesNew = false,
  onClose,
  onOpen,
}: {
  /** Makes another key, whatever there is. */
  makesNew?: boolean;
  onClose: () => void;
  /** What is to be done once the key is open. */
  onOpen?: () => void;
}) {
  const say = useWords();
  const me = useMe().data;
  const { openKey } = useSitting();
  const toMake: Way = me?.hasKeyStore ? "keep-in-store" : "keep-under-passphrase";
  const [chosen, setChosen] = useState<Way>();
  const way = chosen ?? (me?.key === "locked" && !makesNew ? "open" : toMake);
  if (way !== "open") {
    const asPassphrase = () => setChosen("keep-under-passphrase");
    return way === "keep-in-store" ? (
      <StoredKey onClose={onClose} onDone={onOpen} onPassphrase={asPassphrase} />
    ) : (
      <NewKey onClose={onClose} onDone={onOpen} />
    );
  }
  return (
    <PassphraseDialog
      title={say("ui-key-open")}
      go={say("ui-key-open-go")}
      isNew={false}
      onClose={onClose}
      onDone={onOpen}
      onGo={async (passphrase) => {
        const outcome = await openKey(passphrase);
        return outcome.accepted ? null : outcome.sentence;
      }}
    >
      <p>
        <Button tone="quiet" onPress={() => setChosen(toMake)}>
          {say("ui-key-forgotten")}
        </Button>
      </p>
    </PassphraseDialog>
  );
}

interface NewKeyProps {
  onClose: () => void;
  onDone?: () => void;
}

/** A new key, under a passphrase. */
function NewKey({ onClose, onDone }: NewKeyProps) {
  const say = useWords();
  const { makeKey } = useSitting();
  return (
    <PassphraseDialog
      title={say("ui-key-make")}
      about={<About where="passphrase" />}
      go={say("ui-key-make-go")}
      isNew
      onClose={onClose}
      onDone={onDone}
      onGo={async (passphrase) => {
        const outcome = await makeKey(passphrase);
        return outcome.accepted ? null : outcome.sentence;
      }}
    />
  );
}

/** A new key that the system keeps. */
function StoredKey({ onClose, onDone, onPassphrase }: NewKeyProps & { onPassphrase: () => void }) {
  const say = useWords();
  const { makeKey } = useSitting();
  const [isBusy, setBusy] = useState(false);
  const [problem, setProblem] = useState<string>();
  const go = async () => {
    setBusy(true);
    const outcome = await makeKey(null);
    setBusy(false);
    if (!outcome.accepted) {
      setProblem(outcome.sentence);
      return;
    }
    onClose();
    onDone?.();
  };
  return (
    <Dialog
      title={say("ui-key-make")}
      isOpen
      onClose={onClose}
      width="narrow"
      actions={
        <>
          <Button onPress={onClose}>{say("ui-cancel")}</Button>
          <Button onPress={onPassphrase}>{say("ui-key-passphrase-instead")}</Button>
          <Button tone="primary" onPress={() => void go()} isDisabled={isBusy} autoFocus>
            {say("ui-key-make-go")}
          </Button>
        </>
      }
    >
      <About where="store" />
      {problem !== undefined && <p role="alert">{problem}</p>}
    </Dialog>
  );
}

/** What a key is for, where it stays, and what becomes of the one that is there. */
function About({ where }: { where: "store" | "passphrase" }) {
  const say = useWords();
  const hasOne = useMe().data?.fingerprint !== "";
  return (
    <>
      <span>{say(where === "store" ? "ui-key-about-store" : "ui-key-about")}</span>
      {hasOne && <span> {say("ui-key-instead")}</span>}
    </>
  );
}
