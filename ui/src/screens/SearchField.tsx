// The search of every report: found as it is typed, walked with the arrow keys, gone to with Enter.
import { type KeyboardEvent, type RefObject, useEffect, useId, useRef, useState } from "react";
import { useSearch, useVisit } from "../file";
import type { SearchGroup, SearchHit, SearchView } from "../generated/wire";
import { Icon } from "../parts";
import { useWords } from "../words";
import "./search.css";

/** How long typing rests before it is searched for, in milliseconds. */
const REST_MS = 80;

/** The search of every report. */
export function SearchField({ field }: { field: RefObject<HTMLInputElement | null> }) {
  const say = useWords();
  const visit = useVisit();
  const id = useId();
  const [typed, setTyped] = useState("");
  const [isOpen, setOpen] = useState(false);
  const [at, setAt] = useState(0);
  const from = useRef<HTMLElement | null>(null);
  const words = useRested(typed);
  const found = useSearch(words, isOpen).data;
  const isShown = isOpen && words.trim() !== "" && found !== undefined;
  const hits = isShown ? found.groups.flatMap(hitsOf) : [];
  const active = Math.min(at, hits.length - 1);
  useEffect(() => {
    document.getElementById(`${id}-${active}`)?.scrollIntoView({ block: "nearest" });
  }, [id, active]);

  const close = () => {
    setOpen(false);
    setAt(0);
  };
  const go = (hit: Found) => {
    close();
    void visit(hit.report, hit.hit);
  };
  const onKey = (event: KeyboardEvent) => {
    const chosen = hits[active];
    switch (event.key) {
      case "ArrowDown":
      case "ArrowUp": {
        const step = event.key === "ArrowDown" ? 1 : -1;
        setOpen(true);
        if (hits.length > 0) setAt((active + step + hits.length) % hits.length);
        break;
      }
      case "Enter":
        if (!chosen) return;
        go(chosen);
        break;
      case "Escape":
        if (typed === "" || !isOpen) from.current?.focus();
        setTyped("");
        close();
        break;
      default:
        return;
    }
    event.preventDefault();
    event.stopPropagation();
  };

  return (
    <search className="search">
      <Icon name="find" />
      <input
        ref={field}
        className="input"
        type="text"
        role="combobox"
        aria-label={say("ui-search")}
        aria-autocomplete="list"
        aria-expanded={hits.length > 0}
        aria-controls={hits.length > 0 ? `${id}-list` : undefined}
        aria-activedescendant={hits.length > 0 ? `${id}-${active}` : undefined}
        aria-keyshortcuts="Control+F"
        placeholder={say("ui-search-placeholder")}
        autoComplete="off"
        spellCheck={false}
        value={typed}
        onFocus={(event) => {
          if (event.relatedTarget instanceof HTMLElement) from.current = event.relatedTarget;
          setOpen(true);
        }}
        onBlur={close}
        onChange={(event) => {
          setTyped(event.target.value);
          setAt(0);
          setOpen(true);
        }}
        onKeyDown={onKey}
      />
      {isShown && <Results id={id} found={found} active={active} onGo={go} onPoint={setAt} />}
      <span className="unseen" role="status">
        {isShown ? say("ui-search-count", { count: found.count }) : ""}
      </span>
    </search>
  );
}

/** A text that was found, and the report it is in. */
interface Found {
  report: string | null;
  hit: SearchHit;
}

function hitsOf(group: SearchGroup): Found[] {
  return group.hits.map((hit) => ({ report: group.report, hit }));
}

function Results({
  id,
  found,
  active,
  onGo,
  onPoint,
}: {
  id: string;
  found: SearchView;
  active: number;
  onGo: (found: Found) => void;
  onPoint: (at: number) => void;
}) {
  const say = useWords();
  const starts = found.groups.map((_, index) =>
    found.groups.slice(0, index).reduce((sum, group) => sum + group.hits.length, 0),
  );
  const panel = useRef<HTMLDivElement>(null);
  // What is pressed must not take focus from the field, which would close the list first.
  useEffect(() => {
    const hold = (event: MouseEvent) => event.preventDefault();
    const held = panel.current;
    held?.addEventListener("mousedown", hold);
    return () => held?.removeEventListener("mousedown", hold);
  }, []);
  return (
    <div ref={panel} className="search-panel">
      {found.groups.length === 0 ? (
        <p className="search-none quiet">{say("ui-search-none")}</p>
      ) : (
        <div id={`${id}-list`} role="listbox" aria-label={say("ui-search-results")}>
          {found.groups.map((group, index) => (
            <fieldset key={group.report ?? ""} aria-label={group.title} className="search-group">
              <p className="search-title" aria-hidden="true">
                {group.title}
                <span className="figures quiet">
                  {say("ui-search-shown", { shown: group.hits.length, count: group.count })}
                </span>
              </p>
              {hitsOf(group).map((found, nth) => {
                const place = (starts[index] ?? 0) + nth;
                return (
                  <div
                    key={`${found.hit.place}`}
                    id={`${id}-${place}`}
                    role="option"
                    tabIndex={-1}
                    aria-selected={place === active}
                    className="search-hit"
                    onClick={() => onGo(found)}
                    onKeyDown={undefined}
                    onMouseMove={() => onPoint(place)}
                  >
                    <Words hit={found.hit} />
                  </div>
                );
              })}
            </fieldset>
          ))}
        </div>
      )}
    </div>
  );
}

function Words({ hit }: { hit: SearchHit }) {
  const where = [hit.at, hit.kind].filter(Boolean).join(" · ");
  return (
    <>
      <span className="search-words">
        {hit.pieces.map((piece, index) =>
          piece.found ? (
            // biome-ignore lint/suspicious/noArrayIndexKey: pieces of one text never change places
            <mark key={index}>{piece.text}</mark>
          ) : (
            // biome-ignore lint/suspicious/noArrayIndexKey: pieces of one text never change places
            <span key={index}>{piece.text}</span>
          ),
        )}
      </span>
      <span className="search-where">{where}</span>
    </>
  );
}

/** What was typed, once typing rests. */
function useRested(typed: string): string {
  const [rested, setRested] = useState(typed);
  useEffect(() => {
    const timer = window.setTimeout(() => setRested(typed), REST_MS);
    return () => window.clearTimeout(timer);
  }, [typed]);
  return typed === "" ? "" : rested;
}
