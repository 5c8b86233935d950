// The folder that a team shares: choosing it, and sharing.
import { useState } from "react";
import { Loaded, useCopying, useReadOnly, useSharing } from "../file";
import type { ShareView, SharingView } from "../generated/wire";
import { Button, Icon } from "../parts";
import { choosePath } from "../platform";
import { useWords } from "../words";
import { Brought } from "./Brought";

/** The folder through which the file is shared. */
export function SharedFolder({ isClosed }: { isClosed: boolean }) {
  const say = useWords();
  return (
    <section className="block" aria-labelledby="shared-folder">
      <h3 id="shared-folder">{say("ui-share")}</h3>
      <p className="quiet">{say(isClosed ? "ui-share-closed" : "ui-share-about")}</p>
      {!isClosed && <Folder />}
    </section>
  );
}

function Folder() {
  return <Loaded query={useSharing()}>{(sharing) => <Sharing sharing={sharing} />}</Loaded>;
}

function Sharing({ sharing }: { sharing: SharingView }) {
  const say = useWords();
  const isReadOnly = useReadOnly();
  const { share, shareThrough } = useCopying();
  const [shared, setShared] = useState<ShareView | null>(null);
  const [problem, setProblem] = useState<string>();
  const [isBusy, setBusy] = useState(false);
  const choose = async () => {
    const folder = await choosePath({
      kind: "folder",
      title: say("ui-share-title"),
      suggested: sharing.folder || undefined,
    });
    if (folder === null) return;
    const outcome = await shareThrough(folder);
    setProblem("refused" in outcome ? outcome.refused : undefined);
    setShared(null);
  };
  const now = async () => {
    setBusy(true);
    const outcome = await share();
    setBusy(false);
    setProblem("refused" in outcome ? outcome.refused : undefined);
    setShared("given" in outcome ? outcome.given : null);
  };
  const leave = async () => {
    await shareThrough(null);
    setShared(null);
    setProblem(undefined);
  };
  const isChosen = sharing.folder !== "";
  return (
    <>
      {isChosen && (
        <p className="copies-fact">
          <Icon name={sharing.isThere ? "folder" : "warning"} />
          <span>
            <strong>{sharing.folder}</strong>
            <span className="quiet">
              {sharing.isThere
                ? say("ui-share-waiting", { count: sharing.waiting })
                : say("ui-share-away")}
            </span>
          </span>
        </p>
      )}
      {problem && (
        <p className="copies-problem" role="alert">
          <Icon name="warning" /> {problem}
        </p>
      )}
      <div className="copies-tools">
        {isChosen && !isReadOnly && (
          <Button icon="redo" isDisabled={isBusy} onPress={() => void now()}>
            {say("ui-share-now")}
          </Button>
        )}
        <Button icon="folder" onPress={() => void choose()}>
          {say(isChosen ? "ui-share-other" : "ui-share-choose")}
        </Button>
        {isChosen && (
          <Button tone="quiet" onPress={() => void leave()}>
            {say("ui-share-leave")}
          </Button>
        )}
      </div>
      {shared && (
        <div className="share-outcome" role="status">
          <Brought view={shared.came} />
          <p>{shared.told}</p>
          {shared.passedOver.length > 0 && (
            <ul className="share-passed">
              {shared.passedOver.map((sentence) => (
                <li key={sentence}>
                  <Icon name="info" size={14} /> {sentence}
                </li>
              ))}
            </ul>
          )}
        </div>
      )}
    </>
  );
}
