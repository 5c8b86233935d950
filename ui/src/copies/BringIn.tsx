// Bringing in: a look at what a copy or a file of changes would change, then doing it.
import { useRef, useState } from "react";
import { useCopying } from "../file";
import type { BroughtInView } from "../generated/wire";
import { Button, Dialog, Icon } from "../parts";
import { choosePath } from "../platform";
import { useWords } from "../words";
import { Brought } from "./Brought";

/** Brings in a copy or a file of changes. */
export function BringIn() {
  const say = useWords();
  const { look, bringIn } = useCopying();
  const [seen, setSeen] = useState<{ path: string; view: BroughtInView } | null>(null);
  const [problem, setProblem] = useState<string>();
  const [isBusy, setBusy] = useState(false);
  const button = useRef<HTMLButtonElement>(null);
  const choose = async () => {
    const path = await choosePath({
      kind: "open",
      title: say("ui-bring-in-title"),
      filters: [{ name: say("ui-copy-kind"), extensions: ["outturn", "outturn-changes"] }],
    });
    if (path === null) return;
    setBusy(true);
    const outcome = await look(path);
    setBusy(false);
    setProblem("refused" in outcome ? outcome.refused : undefined);
    if ("given" in outcome) setSeen({ path, view: outcome.given });
  };
  const close = () => {
    setSeen(null);
    button.current?.focus();
  };
  const confirm = async () => {
    if (seen === null) return;
    setBusy(true);
    const outcome = await bringIn(seen.path);
    setBusy(false);
    setProblem("refused" in outcome ? outcome.refused : undefined);
    close();
  };
  const isNews = seen !== null && seen.view.by.length > 0;
  return (
    <section className="block" aria-labelledby="bring-in">
      <h3 id="bring-in">{say("ui-bring-in")}</h3>
      <p className="quiet">{say("ui-bring-in-about")}</p>
      {problem && (
        <p className="copies-problem" role="alert">
          <Icon name="warning" /> {problem}
        </p>
      )}
      <div>
        <Button ref={button} icon="folder" isDisabled={isBusy} onPress={() => void choose()}>
          {say("ui-bring-in-choose")}
        </Button>
      </div>
      {seen && (
        <Dialog
          title={say("ui-bring-in-look")}
          isOpen
          onClose={close}
          width="wide"
          actions={
            isNews ? (
              <>
                <Button onPress={close}>{say("ui-cancel")}</Button>
                <Button tone="primary" isDisabled={isBusy} onPress={() => void confirm()}>
                  {say("ui-bring-in-make")}
                </Button>
              </>
            ) : (
              <Button tone="primary" onPress={close}>
                {say("ui-close")}
              </Button>
            )
          }
        >
          <p className="quiet copies-path">{seen.path}</p>
          <Brought view={seen.view} />
        </Dialog>
      )}
    </section>
  );
}
