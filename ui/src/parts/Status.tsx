// The line at the foot of the window that says what just happened, aloud too.
import {
  createContext,
  type ReactNode,
  useCallback,
  useContext,
  useEffect,
  useMemo,
  useState,
} from "react";
import { useWords } from "../words";
import { Button, IconButton } from "./Button";
import { Icon } from "./Icon";
import "./status.css";

/** One thing said. */
export interface StatusMessage {
  sentence: string;
  tone?: "plain" | "done" | "trouble";
  /** What can be done about it, such as undo. */
  action?: { label: string; onPress: () => void };
}

interface StatusBoard {
  message: StatusMessage | null;
  tell: (message: StatusMessage) => void;
  clear: () => void;
}

const Board = createContext<StatusBoard>({ message: null, tell: () => {}, clear: () => {} });

/** Holds what was last said, for everything inside it. */
export function StatusProvider({ children }: { children: ReactNode }) {
  const [message, setMessage] = useState<StatusMessage | null>(null);
  const clear = useCallback(() => setMessage(null), []);
  const board = useMemo(() => ({ message, tell: setMessage, clear }), [message, clear]);
  return <Board value={board}>{children}</Board>;
}

/** Says something in the status line: `tell({ sentence, tone, action })`. */
export function useStatus(): Pick<StatusBoard, "tell" | "clear"> {
  return useContext(Board);
}

/** How long it is said that something is done. */
const DONE_MS = 6000;

/**
 * The status line. That something is done is said for some seconds; a trouble, or what something
 * can be done about, stays until something else is said or until it is put away.
 */
export function StatusLine({ children }: { children?: ReactNode }) {
  const say = useWords();
  const { message, clear } = useContext(Board);
  useEffect(() => {
    if (message?.tone !== "done" || message.action) return;
    const end = window.setTimeout(clear, DONE_MS);
    return () => window.clearTimeout(end);
  }, [message, clear]);
  return (
    <footer className="status">
      <div className="status-said" role="status">
        {message && (
          <span className={`status-message status-${message.tone ?? "plain"}`}>
            {message.tone === "done" && <Icon name="check" size={14} />}
            {message.tone === "trouble" && <Icon name="warning" size={14} />}
            {message.sentence}
          </span>
        )}
      </div>
      {message?.action && (
        <Button size="small" tone="quiet" onPress={message.action.onPress}>
          {message.action.label}
        </Button>
      )}
      {message && <IconButton icon="close" label={say("ui-dismiss")} onPress={clear} />}
      <div className="status-rest">{children}</div>
    </footer>
  );
}
