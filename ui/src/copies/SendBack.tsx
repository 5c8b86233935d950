// Sending back: what was done in a working copy, as a small file.
import { useState } from "react";
import { besideFile, useCopying } from "../file";
import { Button, Icon } from "../parts";
import { choosePath } from "../platform";
import { useWords } from "../words";

/** Writes what was done in a working copy to a small file. */
export function SendBack({ file, isClosed }: { file: string; isClosed: boolean }) {
  const say = useWords();
  const { saveChanges } = useCopying();
  const [problem, setProblem] = useState<string>();
  const go = async () => {
    const path = await choosePath({
      kind: "save",
      title: say("ui-send-back"),
      suggested: besideFile(file, say("ui-send-back-name"), "outturn-changes"),
      filters: [{ name: say("ui-changes-kind"), extensions: ["outturn-changes"] }],
    });
    if (path === null) return;
    const outcome = await saveChanges(path);
    setProblem("refused" in outcome ? outcome.refused : undefined);
  };
  return (
    <section className="block" aria-labelledby="send-back">
      <h3 id="send-back">{say("ui-send-back")}</h3>
      <p className="quiet">{say(isClosed ? "ui-send-back-closed" : "ui-send-back-about")}</p>
      {problem && (
        <p className="copies-problem" role="alert">
          <Icon name="warning" /> {problem}
        </p>
      )}
      {!isClosed && (
        <div>
          <Button icon="submitted" onPress={() => void go()}>
            {say("ui-send-back-make")}
          </Button>
        </div>
      )}
    </section>
  );
}
