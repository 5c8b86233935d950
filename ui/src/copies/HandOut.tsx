// Handing out: a working copy for a person, with their sections open.
import { useState } from "react";
import { besideFile, useCopying, usePeople } from "../file";
import { Button, Select } from "../parts";
import { choosePath } from "../platform";
import { useWords } from "../words";

/** Makes a working copy of a file for a person. */
export function HandOut({ file, isClosed }: { file: string; isClosed: boolean }) {
  const say = useWords();
  const people = usePeople().data?.people ?? [];
  const { handOut } = useCopying();
  const [person, setPerson] = useState<string | null>(null);
  const [problem, setProblem] = useState<string>();
  const posts = people.map(({ id, fields }) => ({
    id,
    label: fields.post || fields.name || fields.initials || id,
    description: fields.name || undefined,
  }));
  const go = async () => {
    const post = posts.find(({ id }) => id === person)?.label;
    if (person === null || post === undefined) {
      setProblem(say("ui-hand-out-whom"));
      return;
    }
    const path = await choosePath({
      kind: "save",
      title: say("ui-hand-out-title", { post }),
      suggested: besideFile(file, post, "outturn"),
      filters: [{ name: say("ui-file-kind"), extensions: ["outturn"] }],
    });
    if (path === null) return;
    const outcome = await handOut(person, path);
    setProblem("refused" in outcome ? outcome.refused : undefined);
  };
  return (
    <section className="block" aria-labelledby="hand-out">
      <h3 id="hand-out">{say("ui-hand-out")}</h3>
      <p className="quiet">{say("ui-hand-out-about")}</p>
      {isClosed && <p className="quiet">{say("ui-hand-out-closed")}</p>}
      <Select
        label={say("ui-hand-out-to")}
        value={person}
        options={posts}
        prompt={say("ui-choose")}
        problem={problem}
        onCommit={(chosen) => {
          setPerson(chosen);
          setProblem(undefined);
          return Promise.resolve({ accepted: true });
        }}
      />
      <div>
        <Button icon="export" onPress={() => void go()}>
          {say("ui-hand-out-make")}
        </Button>
      </div>
    </section>
  );
}
