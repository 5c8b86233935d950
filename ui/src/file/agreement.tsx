// A question that the program asks before it goes on: what a change would bring with it.
import { createContext, type ReactNode, useCallback, useContext, useRef, useState } from "react";
import { Confirm } from "../parts";
import { useWords } from "../words";

/** Asks whether to go on; the sentence says what then happens. */
type Agree = (sentence: string) => Promise<boolean>;

const Agreement = createContext<Agree>(() => Promise.resolve(false));

/** Shows such questions over everything inside it. */
export function AgreementProvider({ children }: { children: ReactNode }) {
  const say = useWords();
  const [sentence, setSentence] = useState<string | null>(null);
  const answer = useRef<(agreed: boolean) => void>(() => {});
  const agree = useCallback<Agree>((asked) => {
    answer.current(false);
    return new Promise((resolve) => {
      answer.current = resolve;
      setSentence(asked);
    });
  }, []);
  const settle = (agreed: boolean) => {
    setSentence(null);
    answer.current(agreed);
  };
  return (
    <Agreement value={agree}>
      {children}
      <Confirm
        title={say("ui-agree-title")}
        sentence={sentence ?? ""}
        isOpen={sentence !== null}
        confirm={say("ui-agree")}
        onConfirm={() => settle(true)}
        onCancel={() => settle(false)}
      />
    </Agreement>
  );
}

/** Asks such a question. */
export function useAgreement(): Agree {
  return useContext(Agreement);
}
