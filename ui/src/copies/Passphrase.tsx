// Who can open the file: anyone who has it, or those who have its passphrase.
import { useState } from "react";
import { useCopying } from "../file";
import { Button, Confirm, Icon, PassphraseDialog } from "../parts";
import { useWords } from "../words";

/** Closes the file to others, or opens it to them again. */
export function Passphrase({ isClosed }: { isClosed: boolean }) {
  const say = useWords();
  const { setPassphrase } = useCopying();
  const [asking, setAsking] = useState<"set" | "remove" | null>(null);
  const [problem, setProblem] = useState<string>();
  const ask = (what: "set" | "remove") => {
    setProblem(undefined);
    setAsking(what);
  };
  const remove = async () => {
    setAsking(null);
    const outcome = await setPassphrase(null);
    setProblem("refused" in outcome ? outcome.refused : undefined);
  };
  const set = say(isClosed ? "ui-passphrase-change" : "ui-passphrase-set");
  return (
    <section className="block" aria-labelledby="passphrase">
      <h3 id="passphrase">{say("ui-passphrase")}</h3>
      <p className="copies-fact">
        <Icon name={isClosed ? "locked" : "file"} />
        <span>
          <strong>{say(isClosed ? "ui-passphrase-closed" : "ui-passphrase-open")}</strong>
          <span className="quiet">
            {say(isClosed ? "ui-passphrase-closed-about" : "ui-passphrase-open-about")}
          </span>
        </span>
      </p>
      {problem && (
        <p className="copies-problem" role="alert">
          <Icon name="warning" /> {problem}
        </p>
      )}
      <div className="copies-tools">
        <Button icon="locked" onPress={() => ask("set")}>
          {`${set}…`}
        </Button>
        {isClosed && (
          <Button tone="quiet" onPress={() => ask("remove")}>
            {say("ui-passphrase-remove")}
          </Button>
        )}
      </div>
      {asking === "set" && (
        <PassphraseDialog
          title={set}
          about={say("ui-passphrase-set-about")}
          go={set}
          isNew
          onClose={() => setAsking(null)}
          onGo={async (passphrase) => {
            const outcome = await setPassphrase(passphrase);
            return "refused" in outcome ? outcome.refused : null;
          }}
        />
      )}
      <Confirm
        title={say("ui-passphrase-remove")}
        sentence={say("ui-passphrase-remove-about")}
        isOpen={asking === "remove"}
        confirm={say("ui-passphrase-remove")}
        onConfirm={() => void remove()}
        onCancel={() => setAsking(null)}
      />
    </section>
  );
}
