// Taking a step with sections: first the key, where the step is signed; then the words that go with
// it; then the step.
import { type ReactNode, useState } from "react";
import { useMe, useTake } from "../file";
import type { AgreementStep } from "../generated/wire";
import { useWords } from "../words";
import { KeyDialog } from "./KeyDialog";
import { ReasonDialog } from "./ReasonDialog";

/** A step that is being asked about: the key, or the words that go with it. */
interface Asked {
  step: AgreementStep;
  sections: string[];
  wants: "key" | "words";
}

const WITH_WORDS: AgreementStep[] = ["return", "except"];
const SIGNED: AgreementStep[] = ["sign-off", "except"];

/** Taking steps. `asking` is what is asked before one, to be shown. */
export interface Taking {
  begin: (step: AgreementStep, sections: string[]) => void;
  asking: ReactNode;
}

/** Taking steps with sections. `onTaken` is told when one was taken. */
export function useTaking(onTaken?: () => void): Taking {
  const say = useWords();
  const me = useMe().data;
  const make = useTake();
  const [asked, setAsked] = useState<Asked | null>(null);
  const take = async (step: AgreementStep, sections: string[], words?: string) => {
    const outcome = await make(step, sections, words);
    if (outcome.accepted) onTaken?.();
    return outcome;
  };
  const begin = (step: AgreementStep, sections: string[], hasKey = me?.key === "ready") => {
    if (SIGNED.includes(step) && !hasKey) setAsked({ step, sections, wants: "key" });
    else if (WITH_WORDS.includes(step)) setAsked({ step, sections, wants: "words" });
    else void take(step, sections);
  };
  const closed = () => setAsked(null);
  return {
    begin,
    asking: (
      <>
        {asked?.wants === "key" && (
          <KeyDialog onClose={closed} onOpen={() => begin(asked.step, asked.sections, true)} />
        )}
        {asked?.wants === "words" && (
          <ReasonDialog
            title={say(`ui-step-${asked.step}`)}
            about={say(`ui-step-${asked.step}-about`, { count: asked.sections.length })}
            label={say(`ui-step-${asked.step}-label`)}
            confirm={say(`ui-step-${asked.step}-go`)}
            onSay={async (words) => {
              const outcome = await take(asked.step, asked.sections, words);
              return outcome.accepted ? undefined : outcome.sentence;
            }}
            onClose={closed}
          />
        )}
      </>
    ),
  };
}
