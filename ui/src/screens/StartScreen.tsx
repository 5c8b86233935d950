// Where everything begins: files opened before, a new file, another file, a sample to look round in.
import { useEffect, useRef, useState } from "react";
import { Loaded, Refused, sentenceOf, tell, useStart } from "../file";
import type { RecentFile, Request, StartView } from "../generated/wire";
import { Button, ErrorSummary, Icon, IconButton, StatusLine, useWindowKeys } from "../parts";
import { choosePath } from "../platform";
import { useWords } from "../words";
import { type ClosedFile, ClosedFileDialog, isClosed } from "./ClosedFileDialog";
import { NewFileDialog } from "./NewFileDialog";
import "./start.css";

/** The start screen. `onOpened` is told when a file is open. */
export function StartScreen({ onOpened }: { onOpened: () => void }) {
  const say = useWords();
  return (
    <div className="desk">
      <main className="desk-main start">
        <div className="start-page">
          <header className="start-top">
            <h1>{say("ui-title")}</h1>
            <p className="start-about">{say("ui-start-about")}</p>
          </header>
          <Loaded query={useStart()}>{(view) => <Ways view={view} onOpened={onOpened} />}</Loaded>
        </div>
      </main>
      <StatusLine />
    </div>
  );
}

interface Trouble {
  sentence: string;
  /** The file that can be opened to read only instead. */
  readOnlyPath: string | null;
}

/** The ways into a file. */
function Ways({ view, onOpened }: { view: StartView; onOpened: () => void }) {
  const say = useWords();
  const start = useStart();
  const [isMaking, setMaking] = useState(false);
  const [trouble, setTrouble] = useState<Trouble | null>(null);
  const [closed, setClosed] = useState<ClosedFile | null>(null);
  const first = useRef<HTMLButtonElement>(null);
  useEffect(() => first.current?.focus(), []);

  const enter = async (request: Request) => {
    setTrouble(null);
    try {
      await tell(request);
      onOpened();
    } catch (failure) {
      if (request.do === "open" && isClosed(failure)) {
        setClosed({ path: request.path, readOnly: request.readOnly });
        return;
      }
      const isPossible = failure instanceof Refused && failure.refusal.readOnlyPossible;
      const readOnlyPath = isPossible && request.do === "open" ? request.path : null;
      setTrouble({ sentence: sentenceOf(failure, say), readOnlyPath });
    }
  };
  const openPath = (path: string, readOnly = false) =>
    enter({ do: "open", path, readOnly, passphrase: null });
  const make = () => {
    setTrouble(null);
    setMaking(true);
  };
  const openOther = async () => {
    setTrouble(null);
    const path = await choosePath({
      kind: "open",
      title: say("ui-start-open-title"),
      filters: [{ name: say("ui-file-kind"), extensions: ["outturn"] }],
    });
    if (path !== null) await openPath(path);
  };
  const forget = async (path: string) => {
    setTrouble(null);
    await tell({ do: "forget", path });
    await start.refetch();
    first.current?.focus();
  };
  useWindowKeys({
    chords: { "ctrl+n": make, "ctrl+o": () => void openOther() },
  });

  return (
    <>
      {trouble && (
        <div className="start-trouble">
          <ErrorSummary
            key={trouble.sentence}
            title={say("ui-start-trouble")}
            problems={[{ id: "trouble", sentence: trouble.sentence }]}
          />
          {trouble.readOnlyPath !== null && (
            <Button onPress={() => void openPath(trouble.readOnlyPath ?? "", true)}>
              {say("ui-start-read-only")}
            </Button>
          )}
        </div>
      )}
      <div className="start-ways">
        <section className="start-begin" aria-labelledby="start-begin">
          <h2 id="start-begin">{say("ui-start-begin")}</h2>
          <Button ref={first} tone="primary" icon="add" onPress={make}>
            {say("ui-start-new")}
          </Button>
          <Button icon="folder" onPress={() => void openOther()}>
            {say("ui-start-open")}
          </Button>
          <h3>{say("ui-start-samples")}</h3>
          <ul className="start-list">
            {view.samples.map(({ name, title, about }) => (
              <li key={name} className="start-item">
                <button
                  type="button"
                  className="start-open"
                  onClick={() => void enter({ do: "open-sample", sample: name })}
                >
                  <span className="start-words">
                    <span className="start-name">{title}</span>
                    <span className="start-detail">{about}</span>
                  </span>
                </button>
              </li>
            ))}
          </ul>
        </section>
        <section className="start-recent" aria-labelledby="start-recent">
          <h2 id="start-recent">{say("ui-start-recent")}</h2>
          {view.recent.length === 0 ? (
            <p className="quiet">{say("ui-start-recent-none")}</p>
          ) : (
            <ul className="start-list">
              {view.recent.map((file) => (
                <Recent
                  key={file.path}
                  file={file}
                  onOpen={() => void openPath(file.path)}
                  onForget={() => void forget(file.path)}
                />
              ))}
            </ul>
          )}
        </section>
      </div>
      <p className="start-version">{say("ui-start-version", { version: view.version })}</p>
      {isMaking && (
        <NewFileDialog view={view} onClose={() => setMaking(false)} onOpened={onOpened} />
      )}
      {closed && (
        <ClosedFileDialog file={closed} onOpened={onOpened} onClose={() => setClosed(null)} />
      )}
    </>
  );
}

function Recent({
  file,
  onOpen,
  onForget,
}: {
  file: RecentFile;
  onOpen: () => void;
  onForget: () => void;
}) {
  const say = useWords();
  return (
    <li className="start-item">
      <button type="button" className="start-open" disabled={!file.there} onClick={onOpen}>
        <Icon name={file.there ? "file" : "warning"} />
        <span className="start-words">
          <span className="start-name">{file.name}</span>
          <span className="start-detail">{file.there ? file.about : say("ui-start-missing")}</span>
          <span className="start-detail start-path">{file.path}</span>
        </span>
        <span className="start-detail">{file.opened}</span>
      </button>
      <IconButton
        icon="close"
        label={say("ui-start-forget", { name: file.name })}
        onPress={onForget}
      />
    </li>
  );
}
