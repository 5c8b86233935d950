// How much of its history a file keeps: early history is left out, or a copy is made without any.
import { useState } from "react";
import { besideFile, Loaded, useCopying, useKept, useReadOnly } from "../file";
import { Button, Confirm, Icon, TextField } from "../parts";
import { choosePath } from "../platform";
import { useWords } from "../words";

/** What is kept of the history of the file at this path. */
export function KeepPane({ file }: { file: string }) {
  const say = useWords();
  const isReadOnly = useReadOnly();
  return (
    <article className="editor keep" aria-label={say("ui-keep")}>
      {!isReadOnly && <Thin />}
      <CopyWithout file={file} />
    </article>
  );
}

function Thin() {
  const say = useWords();
  const { thin } = useCopying();
  const [before, setBefore] = useState("");
  const [isAsking, setAsking] = useState(false);
  const [problem, setProblem] = useState<string>();
  const query = useKept(before);
  const go = async () => {
    setAsking(false);
    const outcome = await thin(before);
    if ("refused" in outcome) setProblem(outcome.refused);
    else setBefore("");
  };
  return (
    <section className="block" aria-labelledby="keep">
      <h3 id="keep">{say("ui-keep")}</h3>
      <Loaded query={query}>
        {({ told, would, thinnable }) => (
          <>
            <p>{told}</p>
            <p className="quiet">{say("ui-keep-about")}</p>
            <TextField
              label={say("ui-keep-before")}
              hint={say("ui-keep-before-hint")}
              value={before}
              width="short"
              isQuiet
              onCommit={async (day) => {
                setProblem(undefined);
                setBefore(day);
                return { accepted: true };
              }}
            />
            <p role="status">{would}</p>
            {problem && (
              <p className="keep-problem" role="alert">
                <Icon name="warning" /> {problem}
              </p>
            )}
            <div>
              <Button isDisabled={thinnable === 0} onPress={() => setAsking(true)}>
                {say("ui-keep-thin")}
              </Button>
            </div>
            <Confirm
              title={say("ui-keep-thin-title")}
              sentence={[would, say("ui-keep-thin-about")].join(" ")}
              isOpen={isAsking}
              confirm={say("ui-keep-thin-go")}
              tone="danger"
              onConfirm={() => void go()}
              onCancel={() => setAsking(false)}
            />
          </>
        )}
      </Loaded>
    </section>
  );
}

function CopyWithout({ file }: { file: string }) {
  const say = useWords();
  const { copyWithoutHistory } = useCopying();
  const [problem, setProblem] = useState<string>();
  const go = async () => {
    const path = await choosePath({
      kind: "save",
      title: say("ui-keep-copy"),
      suggested: besideFile(file, say("ui-keep-copy-name"), "outturn"),
      filters: [{ name: say("ui-file-kind"), extensions: ["outturn"] }],
    });
    if (path === null) return;
    const outcome = await copyWithoutHistory(path);
    setProblem("refused" in outcome ? outcome.refused : undefined);
  };
  return (
    <section className="block" aria-labelledby="keep-copy">
      <h3 id="keep-copy">{say("ui-keep-copy")}</h3>
      <p className="quiet">{say("ui-keep-copy-about")}</p>
      {problem && (
        <p className="keep-problem" role="alert">
          <Icon name="warning" /> {problem}
        </p>
      )}
      <div>
        <Button icon="export" onPress={() => void go()}>
          {say("ui-keep-copy-make")}
        </Button>
      </div>
    </section>
  );
}
