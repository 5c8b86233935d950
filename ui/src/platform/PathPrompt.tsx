// The question for a path, where there is no system dialog to ask it. Shown once, by the shell.
import { useState, useSyncExternalStore } from "react";
import { Button, Dialog, TextInput } from "../parts";
import { useWords } from "../words";
import { type OpenQuestion, pathQuestions } from "./dialogs";

/** Shows the question for a path while there is one. */
export function PathPrompt() {
  const question = useSyncExternalStore(pathQuestions.subscribe, pathQuestions.current);
  return question && <Prompt key={question.title} question={question} />;
}

function Prompt({ question }: { question: OpenQuestion }) {
  const say = useWords();
  const [path, setPath] = useState(question.suggested ?? "");
  const [isAsked, setAsked] = useState(false);
  const choose = () => {
    if (path.trim() === "") setAsked(true);
    else question.answer(path.trim());
  };
  return (
    <Dialog
      title={question.title || say(`ui-path-${question.kind}`)}
      isOpen
      onClose={() => question.answer(null)}
      actions={
        <>
          <Button onPress={() => question.answer(null)}>{say("ui-cancel")}</Button>
          <Button tone="primary" onPress={choose}>
            {say("ui-path-choose")}
          </Button>
        </>
      }
    >
      <TextInput
        label={say("ui-path-label")}
        hint={say("ui-path-hint")}
        value={path}
        onChange={setPath}
        onEnter={choose}
        problem={isAsked && path.trim() === "" ? say("ui-path-empty") : undefined}
        autoFocus
      />
    </Dialog>
  );
}
