// Who is at the keyboard: a button that says it, and the dialog that asks.
import { createContext, type ReactNode, useContext, useMemo, useState } from "react";
import { useMe, usePeople } from "../file";
import { Button, Dialog, Tooltip } from "../parts";
import { useWords } from "../words";
import { Sitting } from "./Sitting";
import "./agreement.css";

const AskWho = createContext<() => void>(() => {});

/** Shows the question who is at the keyboard over everything inside it. */
export function WhoProvider({ children }: { children: ReactNode }) {
  const say = useWords();
  const [asks, setAsks] = useState(false);
  const ask = useMemo(() => () => setAsks(true), []);
  const close = () => setAsks(false);
  return (
    <AskWho value={ask}>
      {children}
      {asks && (
        <Dialog
          title={say("ui-who-ask")}
          isOpen
          onClose={close}
          actions={
            <Button tone="primary" onPress={close}>
              {say("ui-close")}
            </Button>
          }
        >
          <Sitting />
        </Dialog>
      )}
    </AskWho>
  );
}

/** Asks who is at the keyboard. */
export function useAskWho(): () => void {
  return useContext(AskWho);
}

/** Says who is at the keyboard, and stands out while nobody is said to be. */
export function WhoButton() {
  const say = useWords();
  const ask = useAskWho();
  const me = useMe().data;
  const hasPeople = (usePeople().data?.people.length ?? 0) > 0;
  if (me === undefined) return null;
  const isKnown = me.person !== null;
  const about = [me.name, me.role, say(`ui-key-${me.key}`)].filter(Boolean).join(" · ");
  return (
    <span className="bar-me" data-asks={(!isKnown && hasPeople) || undefined}>
      <Tooltip words={isKnown ? about : say("ui-me-hint")}>
        <Button icon="person" tone={isKnown || !hasPeople ? "quiet" : "plain"} onPress={ask}>
          {isKnown ? me.name : say("ui-who-ask")}
        </Button>
      </Tooltip>
    </span>
  );
}
