// Every part, in every state it can be in.
import { type ReactNode, useState } from "react";
import {
  Button,
  type Commit,
  Confirm,
  Dialog,
  ICON_NAMES,
  Icon,
  IconButton,
  Menu,
  StatusLine,
  StatusProvider,
  Tabs,
  useStatus,
  useWindowKeys,
} from "../parts";
import { Editors, Values } from "./Editors";
import { Fields } from "./Fields";
import { Frames } from "./Frames";
import { Shows } from "./Shows";
import "./gallery.css";

/** A commit that is accepted after a moment, as the program's would be. */
export function accepted<T>(keep: (value: T) => void): Commit<T> {
  return async (value) => {
    await new Promise((resolve) => setTimeout(resolve, 60));
    keep(value);
    return { accepted: true };
  };
}

/** One room of the gallery. */
export function Room({ name, children }: { name: string; children: ReactNode }) {
  return (
    <section className="room" id={name.toLowerCase()} aria-label={name}>
      <h2>{name}</h2>
      {children}
    </section>
  );
}

/** The gallery; `?room=name` shows one room alone. */
export function Gallery() {
  const only = new URLSearchParams(location.search).get("room");
  const rooms: [string, ReactNode][] = [
    ["Actions", <Actions key="a" />],
    ["Fields", <Fields key="f" />],
    ["Shows", <Shows key="s" />],
    ["Editors", <Editors key="e" />],
    ["Values", <Values key="v" />],
    ["Frames", <Frames key="p" />],
  ];
  return (
    <StatusProvider>
      <div className="gallery">
        <header className="gallery-top">
          <h1>Parts</h1>
          <nav aria-label="Rooms">
            {rooms.map(([name]) => (
              <a key={name} href={`#${name.toLowerCase()}`}>
                {name}
              </a>
            ))}
          </nav>
        </header>
        <main className="gallery-rooms">
          {rooms
            .filter(([name]) => !only || name.toLowerCase() === only)
            .map(([name, content]) => (
              <Room key={name} name={name}>
                {content}
              </Room>
            ))}
        </main>
        <StatusLine>
          <span>Committed as typed</span>
        </StatusLine>
      </div>
    </StatusProvider>
  );
}

function Actions() {
  const { tell } = useStatus();
  const [isOpen, setOpen] = useState(false);
  const [isAsking, setAsking] = useState(false);
  const [view, setView] = useState("checks");
  const [undone, setUndone] = useState(0);
  useWindowKeys({ onUndo: () => setUndone((count) => count + 1) });
  return (
    <>
      <div className="row">
        <Button tone="primary" icon="export" onPress={() => setOpen(true)}>
          Export paper
        </Button>
        <Button icon="add" onPress={() => tell({ sentence: "Section added.", tone: "done" })}>
          Add section
        </Button>
        <Button tone="quiet" icon="edit">
          Rename
        </Button>
        <Button tone="danger" icon="remove" onPress={() => setAsking(true)}>
          Remove report
        </Button>
        <Button isDisabled>Nothing to redo</Button>
        <Button size="small">Small</Button>
        <IconButton icon="undo" label="Undo" keys="Ctrl+Z" />
        <IconButton icon="redo" label="Redo" keys="Ctrl+Shift+Z" isDisabled />
        <Menu
          label="More"
          actions={[
            { id: "up", label: "Move up", icon: "up", keys: "Alt+↑", onAction: () => {} },
            { id: "down", label: "Move down", icon: "down", isDisabled: true, onAction: () => {} },
            {
              id: "remove",
              label: "Remove section",
              icon: "remove",
              isDanger: true,
              startsGroup: true,
              onAction: () =>
                tell({
                  sentence: "The section could not be removed: it is signed off.",
                  tone: "trouble",
                  action: { label: "Show", onPress: () => {} },
                }),
            },
          ]}
        />
        <span data-testid="undone">{undone} undone</span>
      </div>
      <Tabs
        label="Side"
        selected={view}
        onSelect={setView}
        views={[
          { id: "preview", label: "Preview", content: <p>The page being written.</p> },
          { id: "checks", label: "Checks", count: 3, content: <p>What is still to mend.</p> },
          { id: "history", label: "History", content: <p>Who changed what.</p> },
        ]}
      />
      <ul className="icons" aria-label="Icons">
        {ICON_NAMES.map((name) => (
          <li key={name}>
            <Icon name={name} size={20} /> {name}
          </li>
        ))}
      </ul>
      <Dialog
        title="Export the paper"
        isOpen={isOpen}
        onClose={() => setOpen(false)}
        actions={
          <>
            <Button onPress={() => setOpen(false)}>Cancel</Button>
            <Button tone="primary" onPress={() => setOpen(false)}>
              Export
            </Button>
          </>
        }
      >
        <p>Two findings must be mended before a final export. A draft export says what is open.</p>
      </Dialog>
      <Confirm
        title="Remove this report?"
        sentence="The report for April to June and its 14 sections are removed. You can undo it."
        isOpen={isAsking}
        confirm="Remove report"
        tone="danger"
        onConfirm={() => setAsking(false)}
        onCancel={() => setAsking(false)}
      />
    </>
  );
}
