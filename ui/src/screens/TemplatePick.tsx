// What a report starts from: a kind that the program carries, or a template that someone saved.
import { useState } from "react";
import { ask, sentenceOf } from "../file";
import type { Offer, TemplateChoice, TemplateView } from "../generated/wire";
import { Button, Choice } from "../parts";
import { choosePath } from "../platform";
import { useWords } from "../words";

/** How the names of template files end. */
export const TEMPLATE_ENDING = "outturn-template";

/** The option that stands for a template file. */
const FILE = "file:";

/** What was picked, and the part that picks it. */
export function useTemplatePick(offers: Offer[]) {
  const say = useWords();
  const [picked, setPicked] = useState<string | null>(offers[0]?.name ?? null);
  const [own, setOwn] = useState<TemplateView | null>(null);
  const [trouble, setTrouble] = useState<string>();
  const choose = async () => {
    const path = await choosePath({
      kind: "open",
      title: say("ui-template-open"),
      filters: [{ name: say("ui-template-kind"), extensions: [TEMPLATE_ENDING] }],
    });
    if (path === null) return;
    try {
      setOwn(await ask({ do: "read-template", path }, "template"));
      setPicked(FILE);
      setTrouble(undefined);
    } catch (failure) {
      setTrouble(sentenceOf(failure, say));
    }
  };
  const options = offers.map(({ name, title, about }) => ({
    id: name,
    label: title,
    description: about,
  }));
  if (own) {
    options.push({ id: FILE, label: own.title, description: own.sections.join(", ") });
  }
  const choice: TemplateChoice =
    picked === FILE && own ? { file: own.path } : { carried: picked ?? "" };
  const part = (
    <>
      <Choice
        label={say("ui-new-template")}
        value={picked}
        options={options}
        isQuiet
        onCommit={(chosen) => {
          setPicked(chosen);
          return Promise.resolve({ accepted: true } as const);
        }}
      />
      {trouble && (
        <p className="field-error" role="alert">
          {trouble}
        </p>
      )}
      <div>
        <Button size="small" icon="folder" onPress={() => void choose()}>
          {say("ui-template-use")}
        </Button>
      </div>
    </>
  );
  return { choice, part };
}
