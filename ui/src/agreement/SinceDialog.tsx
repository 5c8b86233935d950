// What has changed in a section since it was signed: what went is struck through, what came is
// underlined, and both are said to those who do not see it.
import { Loaded, useSince } from "../file";
import type { SinceLine } from "../generated/wire";
import { Button, Dialog } from "../parts";
import { useWords } from "../words";
import "./agreement.css";

/** What has changed in a section since it was signed. */
export function SinceDialog({ section, onClose }: { section: string; onClose: () => void }) {
  const say = useWords();
  return (
    <Dialog
      title={say("ui-since-title")}
      isOpen
      onClose={onClose}
      actions={
        <Button tone="primary" onPress={onClose} autoFocus>
          {say("ui-close")}
        </Button>
      }
    >
      <Loaded query={useSince(section)}>
        {(view) => (
          <>
            <p className="quiet">
              {say("ui-since-about", { signed: view.signed, count: view.count })}
            </p>
            <ul className="since">
              {view.lines.map((line, index) => (
                // biome-ignore lint/suspicious/noArrayIndexKey: lines of one difference never change places
                <li key={index}>
                  <Line line={line} />
                </li>
              ))}
            </ul>
          </>
        )}
      </Loaded>
    </Dialog>
  );
}

function Line({ line: { kind, text } }: { line: SinceLine }) {
  const say = useWords();
  switch (kind) {
    case "gone":
      return (
        <del>
          <span className="unseen">{say("ui-redline-removed")} </span>
          {text}
        </del>
      );
    case "new":
      return (
        <ins>
          <span className="unseen">{say("ui-redline-added")} </span>
          {text}
        </ins>
      );
    case "skipped":
      return (
        <span className="quiet">
          <span aria-hidden="true">…</span>
          <span className="unseen">{say("ui-since-skipped")}</span>
        </span>
      );
    default:
      return text;
  }
}
