// Which screen there is: the start while no file is open, the workspace while one is, and a clear
// way on when the file that was open is not any more.
import { useEffect, useRef, useState } from "react";
import { Refused, sentenceOf, tell, useForgetFile, useWorkspace } from "../file";
import {
  Button,
  Confirm,
  EmptyState,
  isUnsettled,
  StatusLine,
  settleAll,
  useStatus,
} from "../parts";
import { onCloseRequest, onOpenRequest, setTitle } from "../platform";
import { useWords } from "../words";
import { type ClosedFile, ClosedFileDialog, isClosed } from "./ClosedFileDialog";
import { nameOf } from "./paths";
import { StartScreen } from "./StartScreen";
import { Workspace } from "./Workspace";
import "./desk.css";

/** The screen there is. */
export function Desk() {
  const say = useWords();
  const workspace = useWorkspace();
  const forget = useForgetFile();
  const name = workspace.data?.name;
  const leaving = useLeaving();

  useEffect(() => {
    setTitle(name ? say("ui-title-file", { name }) : say("ui-title"));
  }, [name, say]);
  const { opening, closed, setClosed } = useOpening(forget);

  return (
    <>
      {workspace.data === undefined ? (
        workspace.isError &&
        (opening === null ? <StartScreen onOpened={forget} /> : <Opening path={opening} />)
      ) : workspace.isError ? (
        <Gone
          sentence={sentenceOf(workspace.error, say)}
          isRefused={workspace.error instanceof Refused}
          onStart={forget}
          onRetry={() => void workspace.refetch()}
        />
      ) : (
        <Workspace key={workspace.data.path} workspace={workspace.data} onClosed={forget} />
      )}
      {leaving}
      {closed && (
        <ClosedFileDialog file={closed} onOpened={forget} onClose={() => setClosed(null)} />
      )}
    </>
  );
}

/**
 * Opens what is opened from outside, once what it replaces is stored. Gives back the path that is
 * being opened, nothing where none is, and "" while it is not known yet whether one is waiting; and
 * the file that needs its passphrase first.
 */
function useOpening(onOpened: () => void) {
  const say = useWords();
  const status = useStatus();
  const [opening, setOpening] = useState<string | null>("");
  const [closed, setClosed] = useState<ClosedFile | null>(null);
  const open = async (path: string, readOnly: boolean) => {
    if (!(await settleAll())) {
      status.tell({ sentence: say("ui-unsettled"), tone: "trouble" });
      return;
    }
    try {
      await tell({ do: "open", path, readOnly, passphrase: null });
      onOpened();
    } catch (failure) {
      if (isClosed(failure)) {
        setClosed({ path, readOnly });
        return;
      }
      const isPossible = failure instanceof Refused && failure.refusal.readOnlyPossible;
      const action = { label: say("ui-start-read-only"), onPress: () => void open(path, true) };
      status.tell({
        sentence: sentenceOf(failure, say),
        tone: "trouble",
        action: isPossible ? action : undefined,
      });
    }
  };
  const now = useRef(open);
  now.current = open;
  useEffect(() => {
    const [begun, stop] = onOpenRequest(async (path) => {
      setOpening(path);
      await now.current(path, false);
      setOpening(null);
    });
    begun.finally(() => setOpening(null)).catch(() => {});
    return stop;
  }, []);
  return { opening, closed, setClosed };
}

/** What stands in the start screen's place until it is known that it is wanted. */
function Opening({ path }: { path: string }) {
  const say = useWords();
  return (
    <div className="desk">
      <main className="desk-main">
        <h1 className="unseen">{say("ui-title")}</h1>
        {path !== "" && (
          <p className="loading quiet" role="status">
            {say("ui-opening", { name: nameOf(path) })}
          </p>
        )}
      </main>
      <StatusLine />
    </div>
  );
}

/** The file that was open cannot be asked any more. */
function Gone({
  sentence,
  isRefused,
  onStart,
  onRetry,
}: {
  sentence: string;
  isRefused: boolean;
  onStart: () => void;
  onRetry: () => void;
}) {
  const say = useWords();
  return (
    <div className="desk">
      <main className="desk-main">
        <h1 className="unseen">{say("ui-title")}</h1>
        <EmptyState
          icon="warning"
          title={sentence}
          actions={
            <>
              {!isRefused && <Button onPress={onRetry}>{say("ui-retry")}</Button>}
              <Button tone="primary" onPress={onStart}>
                {say("ui-to-start")}
              </Button>
            </>
          }
        />
      </main>
      <StatusLine />
    </div>
  );
}

/** Before the window closes: everything typed is stored, or the person says that it may go. */
function useLeaving() {
  const say = useWords();
  const [answer, setAnswer] = useState<((leave: boolean) => void) | null>(null);
  useEffect(() => {
    const mayClose = async () => {
      if (await settleAll()) return true;
      return new Promise<boolean>((resolve) => setAnswer(() => resolve));
    };
    return onCloseRequest(mayClose, isUnsettled);
  }, []);
  const decide = (leave: boolean) => () => {
    answer?.(leave);
    setAnswer(null);
  };
  return (
    <Confirm
      title={say("ui-leave-title")}
      sentence={say("ui-leave-sentence")}
      isOpen={answer !== null}
      confirm={say("ui-leave-anyway")}
      tone="danger"
      onConfirm={decide(true)}
      onCancel={decide(false)}
    />
  );
}
