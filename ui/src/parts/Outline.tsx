// A tree of the parts of a report, each with a mark for what is done and what is missing.
import { type KeyboardEvent, useEffect, useState } from "react";
import { Tree, TreeItem, TreeItemContent, Button as TreeToggle } from "react-aria-components";
import { useWords } from "../words";
import { type Severity, SeverityMark } from "./FindingsList";
import { Icon, type IconName } from "./Icon";
import { Menu, type MenuAction } from "./Menu";
import "./outline.css";

/** How complete a part is. */
export type Completeness = "done" | "partly" | "missing" | "none";

/** How much a mark matters. */
export type Tone = "plain" | "good" | "care" | "grave";

/** One part, with the parts inside it. */
export interface OutlineItem {
  id: string;
  label: string;
  /** The number the paper gives it. */
  number?: string;
  mark?: Completeness;
  /** What the checks find in it: how many, and how grave the gravest is. Stands in the mark's place. */
  missing?: { count: number; severity: Severity };
  /** How it stands with those who agree to it, where there is something to say of that. */
  standing?: { icon: IconName; tone: Tone; words: string };
  /** How many comments on it are open, and the words for that; nothing where there are none. */
  comments?: { count: number; words: string };
  /** A few words after the label, such as "exempt". */
  note?: string;
  /** Whether it is not printed: shown struck out. */
  isLeftOut?: boolean;
  children?: OutlineItem[];
}

/** Where a part can be moved to. */
export type Way = "up" | "down" | "in" | "out";

const WAYS: Record<string, Way> = {
  ArrowUp: "up",
  ArrowDown: "down",
  ArrowRight: "in",
  ArrowLeft: "out",
};

/** A tree of parts. */
export interface OutlineProps {
  label: string;
  items: OutlineItem[];
  selected: string | null;
  onSelect: (id: string) => void;
  /** Moves a part: Alt with the up and down keys, and with left and right out of its parent and into its neighbour. */
  onMove?: (id: string, way: Way) => void;
  /** Takes a part out: the Delete key. */
  onRemove?: (id: string) => void;
  /** What can be done with a part. */
  actions?: (item: OutlineItem) => MenuAction[];
}

/** A tree of parts: arrow keys walk it, Enter opens a part. */
export function Outline(props: OutlineProps) {
  const { label, items, selected, onSelect, onMove, onRemove, actions } = props;
  const [closed, setClosed] = useState<ReadonlySet<string>>(new Set());
  const parents = parentsIn(items);
  const above = ancestorsOf(selected, parents).join("\n");
  // A part that is opened from elsewhere must be seen.
  useEffect(() => {
    const open = new Set(above.split("\n"));
    setClosed((now) => new Set([...now].filter((id) => !open.has(id))));
  }, [above]);

  const onKey = (event: KeyboardEvent<HTMLDivElement>) => {
    const target = event.target as HTMLElement;
    const key = target.closest<HTMLElement>("[data-key]")?.dataset.key;
    const way = event.altKey ? WAYS[event.key] : undefined;
    if (!key || target.closest(".popover")) return;
    if (way && onMove) onMove(key, way);
    else if (event.key === "Delete" && onRemove) onRemove(key);
    else return;
    event.preventDefault();
    event.stopPropagation();
  };
  return (
    <div className="outline" onKeyDownCapture={onKey} role="presentation">
      <Tree
        aria-label={label}
        className="outline-tree"
        selectionMode="single"
        selectionBehavior="toggle"
        disallowEmptySelection
        selectedKeys={selected === null ? [] : [selected]}
        onSelectionChange={(keys) => {
          const [key] = keys === "all" ? [] : keys;
          if (key !== undefined) onSelect(String(key));
        }}
        expandedKeys={[...new Set(parents.values())].filter((id) => !closed.has(id))}
        onExpandedChange={(keys) =>
          setClosed(new Set([...parents.values()].filter((id) => !keys.has(id))))
        }
      >
        {items.map((item) => (
          <OutlineRow key={item.id} item={item} isNumbered={isNumbered(items)} actions={actions} />
        ))}
      </Tree>
    </div>
  );
}

/** The parent of every part that has one. */
function parentsIn(items: OutlineItem[], found = new Map<string, string>()): Map<string, string> {
  for (const item of items) {
    for (const child of item.children ?? []) found.set(child.id, item.id);
    parentsIn(item.children ?? [], found);
  }
  return found;
}

function ancestorsOf(id: string | null, parents: Map<string, string>): string[] {
  const parent = id === null ? undefined : parents.get(id);
  return parent === undefined ? [] : [parent, ...ancestorsOf(parent, parents)];
}

/**
 * Whether a level has room for numbers. Every row of it then keeps that room, and so do the levels
 * under it, so that nothing stands left of the words it hangs under.
 */
function isNumbered(items: OutlineItem[]): boolean {
  return items.some(({ number }) => number);
}

function OutlineRow({
  item,
  isNumbered: hasNumbers,
  actions,
}: {
  item: OutlineItem;
  isNumbered: boolean;
  actions?: (item: OutlineItem) => MenuAction[];
}) {
  const say = useWords();
  const mark = item.mark ?? "none";
  const name = [item.number, item.label].filter(Boolean).join(" ");
  const spoken = [
    name,
    mark !== "none" && say(`ui-complete-${mark}`),
    item.missing && say("ui-outline-missing", { count: item.missing.count }),
    item.standing?.words,
    item.comments?.words,
    item.note,
  ];
  const shownActions = actions?.(item) ?? [];
  return (
    <TreeItem
      id={item.id}
      className="outline-item"
      textValue={name}
      aria-label={spoken.filter(Boolean).join(", ")}
    >
      <TreeItemContent>
        {({ hasChildItems }) => (
          <div className="outline-line">
            {hasChildItems ? (
              <TreeToggle slot="chevron" className="outline-chevron">
                <Icon name="chevron" size={12} />
              </TreeToggle>
            ) : (
              <span className="outline-chevron" />
            )}
            {hasNumbers && <span className="outline-number figures">{item.number}</span>}
            <span className="outline-label">
              <span className="outline-words">
                {item.isLeftOut ? <s>{item.label}</s> : item.label}
              </span>
              {item.note && <span className="outline-note">{item.note}</span>}
            </span>
            {shownActions.length > 0 && (
              <span className="outline-actions">
                <Menu label={say("ui-actions-for", { name })} isIconOnly actions={shownActions} />
              </span>
            )}
            {item.comments && (
              <span className="outline-comments figures">
                <Icon name="comment" size={13} />
                {item.comments.count}
                <span className="unseen">{item.comments.words}</span>
              </span>
            )}
            {item.standing && (
              <span className={`outline-standing tone-${item.standing.tone}`}>
                <Icon name={item.standing.icon} size={14} />
                <span className="unseen">{item.standing.words}</span>
              </span>
            )}
            {item.missing ? (
              <span className="outline-missing">
                <span className="figures">{item.missing.count}</span>
                <SeverityMark severity={item.missing.severity} />
              </span>
            ) : (
              <CompletenessMark mark={mark} />
            )}
          </div>
        )}
      </TreeItemContent>
      {item.children?.map((child) => (
        <OutlineRow
          key={child.id}
          item={child}
          isNumbered={hasNumbers || isNumbered(item.children ?? [])}
          actions={actions}
        />
      ))}
    </TreeItem>
  );
}

const COMPLETE = {
  done: "M8 15A7 7 0 1 0 8 1a7 7 0 0 0 0 14zM4.75 8.25 7 10.5l4.25-5",
  partly: "M8 15A7 7 0 1 0 8 1a7 7 0 0 0 0 14z",
  missing: "M8 15A7 7 0 1 0 8 1a7 7 0 0 0 0 14z",
  none: "",
};

/** How complete something is: filled ring with a tick, half-filled ring, dashed ring. */
export function CompletenessMark({ mark }: { mark: Completeness }) {
  const say = useWords();
  if (mark === "none") return <span className="complete" />;
  return (
    <span className={`complete complete-${mark}`}>
      <svg viewBox="0 0 16 16" aria-hidden="true" focusable="false">
        <path d={COMPLETE[mark]} />
        {mark === "partly" && <path className="complete-half" d="M8 1a7 7 0 0 0 0 14z" />}
      </svg>
      <span className="unseen">{say(`ui-complete-${mark}`)}</span>
    </span>
  );
}
