// The question before an earlier state is restored, with everything that it would change.
import { useState } from "react";
import { Refused, sentenceOf, useRestore, useRestoring } from "../file";
import type { Restore } from "../generated/wire";
import { Button, Dialog } from "../parts";
import { useWords } from "../words";
import { Difference } from "./Redline";

/** Asks whether to restore an earlier state, and does it. */
export function RestoreDialog({ restore, onClose }: { restore: Restore; onClose: () => void }) {
  const say = useWords();
  const make = useRestore();
  const [aim, setAim] = useState(restore);
  const [trouble, setTrouble] = useState<string>();
  const query = useRestoring(aim);
  const difference = query.data;
  // What is asked for may hang under something that is gone: that is offered instead.
  const lost =
    query.error instanceof Refused && query.error.refusal.code === "history-restore-first"
      ? query.error.refusal.place
      : null;
  const confirm = async () => {
    const outcome = await make(aim);
    if (outcome.accepted) onClose();
    else setTrouble(outcome.sentence);
  };
  return (
    <Dialog
      title={say("ui-restore-title")}
      isOpen
      onClose={onClose}
      width="wide"
      actions={
        <>
          <Button onPress={onClose} autoFocus>
            {say("ui-cancel")}
          </Button>
          {lost ? (
            <Button
              tone="primary"
              onPress={() => setAim({ what: "place", place: lost, change: lastBefore(aim) })}
            >
              {say("ui-restore-that")}
            </Button>
          ) : (
            <Button
              tone="primary"
              isDisabled={!difference || difference.groups.length === 0}
              onPress={() => void confirm()}
            >
              {say("ui-restore")}
            </Button>
          )}
        </>
      }
    >
      {trouble && <p role="alert">{trouble}</p>}
      {query.isError && <p role="alert">{sentenceOf(query.error, say)}</p>}
      {query.isPending && (
        <p className="quiet" role="status">
          {say("ui-loading")}
        </p>
      )}
      {difference && !query.isError && (
        <>
          <p>{difference.to}</p>
          <p className="quiet" role="status">
            {difference.groups.length === 0
              ? say("ui-restore-same")
              : say("ui-restore-changes", { sentence: difference.sentence })}
          </p>
          <Difference difference={difference} canGo={false} />
        </>
      )}
    </Dialog>
  );
}

/** The moment at which what is to be restored was there. */
function lastBefore(restore: Restore): number {
  return restore.what === "change" ? restore.change - 1 : restore.change;
}
