// The keys, and what they do.
import { Button, Dialog } from "../parts";
import { useWords } from "../words";

const GROUPS = {
  anywhere: [
    "undo",
    "redo",
    "saved",
    "search",
    "history",
    "copies",
    "work",
    "next-period",
    "export",
    "help",
  ],
  panes: ["panes", "outline", "editor", "side"],
  checks: ["next", "previous", "go"],
  outline: ["open", "move-up", "move-down", "move-in", "move-out", "delete"],
  grids: ["type", "leave", "paste", "clear", "row-menu"],
  writing: ["bold", "italic", "link", "tools"],
  start: ["new", "other"],
} as const;

/** The keys, and what they do. */
export function ShortcutsDialog({ onClose }: { onClose: () => void }) {
  const say = useWords();
  return (
    <Dialog
      title={say("ui-keys")}
      isOpen
      onClose={onClose}
      width="wide"
      actions={
        <Button tone="primary" onPress={onClose} autoFocus>
          {say("ui-close")}
        </Button>
      }
    >
      <div className="keys">
        {Object.entries(GROUPS).map(([group, keys]) => (
          <section key={group} aria-labelledby={`keys-${group}`}>
            <h3 id={`keys-${group}`}>{say(`ui-keys-group-${group}`)}</h3>
            <dl>
              {keys.map((key) => (
                <div key={key}>
                  <dt>
                    <kbd>{say(`ui-keys-${key}`)}</kbd>
                  </dt>
                  <dd>{say(`ui-keys-does-${key}`)}</dd>
                </div>
              ))}
            </dl>
          </section>
        ))}
      </div>
    </Dialog>
  );
}
