// Words that go with a step: why a section comes back, or why it goes to committee without a
// sign-off.
import { useState } from "react";
import { Button, Dialog, TextInput } from "../parts";
import { useWords } from "../words";

/** Asks for the words that go with a step. `onSay` gives back why they were refused, if they were. */
export function ReasonDialog({
  title,
  about,
  label,
  confirm,
  onSay,
  onClose,
}: {
  title: string;
  about: string;
  label: string;
  confirm: string;
  onSay: (words: string) => Promise<string | undefined>;
  onClose: () => void;
}) {
  const say = useWords();
  const [words, setWords] = useState("");
  const [problem, setProblem] = useState<string>();
  const [isBusy, setBusy] = useState(false);
  const go = async () => {
    setBusy(true);
    const refused = await onSay(words);
    setBusy(false);
    if (refused === undefined) onClose();
    else setProblem(refused);
  };
  return (
    <Dialog
      title={title}
      isOpen
      onClose={onClose}
      actions={
        <>
          <Button onPress={onClose}>{say("ui-cancel")}</Button>
          <Button tone="primary" onPress={() => void go()} isDisabled={isBusy}>
            {confirm}
          </Button>
        </>
      }
    >
      <p>{about}</p>
      <TextInput
        label={label}
        value={words}
        onChange={(text) => {
          setWords(text);
          setProblem(undefined);
        }}
        problem={problem}
        lines={3}
        autoFocus
        onEnter={() => void go()}
      />
    </Dialog>
  );
}
