// Panes side by side where there is room, and behind tabs where there is not: at 200% zoom the
// same panes are all there, one at a time. A pane keeps its content when the layout changes.
import {
  type KeyboardEvent,
  type ReactNode,
  type RefObject,
  useEffect,
  useId,
  useRef,
  useState,
} from "react";
import { useWords } from "../words";
import "./splitPane.css";
import "./tabs.css";

/** One pane. Widths are in rem, so that they grow with the text. */
export interface Pane {
  id: string;
  label: string;
  content: ReactNode;
  /** Its width to begin with; the one pane without takes what is left. */
  width?: number;
  /** The width below which it is no longer of use. */
  minWidth: number;
  /** A number worth knowing while it is behind a tab. */
  count?: number;
}

/** Panes side by side. */
export interface SplitPaneProps {
  label: string;
  panes: Pane[];
  /** The pane shown when there is room for only one of those behind tabs. */
  selected: string;
  onSelect: (id: string) => void;
}

/** Panes side by side, those there is no room for behind tabs. */
export function SplitPane({ label, panes, selected, onSelect }: SplitPaneProps) {
  const frame = useRef<HTMLDivElement>(null);
  const room = useRoom(frame);
  const [widths, setWidths] = useState<Record<string, number>>({});
  const widthOf = (pane: Pane) => widths[pane.id] ?? pane.width ?? pane.minWidth;
  const firstTabbed = tabbedFrom(panes, room);
  const tabbed = panes.slice(firstTabbed);
  const shownTab = tabbed.find((pane) => pane.id === selected) ?? tabbed.find((p) => !p.width);
  const base = useId();

  const resize = (pane: Pane, by: number) => {
    const others = panes.filter((other) => other !== pane);
    const spare =
      room -
      others.reduce((sum, other) => sum + (other.width ? widthOf(other) : other.minWidth), 0);
    const next = Math.min(
      Math.max(widthOf(pane) + by, pane.minWidth),
      Math.max(spare, pane.minWidth),
    );
    setWidths((now) => ({ ...now, [pane.id]: next }));
  };

  return (
    <div ref={frame} className="split">
      {tabbed.length > 0 && (
        <PaneTabs
          base={base}
          label={label}
          panes={tabbed}
          selected={shownTab?.id}
          onSelect={onSelect}
          columnsBefore={firstTabbed}
        />
      )}
      {panes.map((pane, index) => {
        const isTabbed = index >= firstTabbed;
        const growing = panes.findIndex((other) => !other.width);
        return (
          <section
            key={pane.id}
            id={`${base}-${pane.id}`}
            className={isTabbed ? "pane pane-tabbed" : "pane"}
            role={isTabbed ? "tabpanel" : "region"}
            aria-label={pane.label}
            hidden={isTabbed && pane !== shownTab}
            style={paneStyle(pane, isTabbed, widthOf(pane))}
          >
            {!isTabbed && pane.width !== undefined && (
              <Divider
                pane={pane}
                width={widthOf(pane)}
                side={index < growing ? "end" : "start"}
                onResize={(by) => resize(pane, by)}
              />
            )}
            <div className="pane-content">{pane.content}</div>
          </section>
        );
      })}
    </div>
  );
}

/**
 * How many panes, counted from the start, stand side by side. All of them if they fit; otherwise
 * the first keeps its place beside the tabs if it can, and if not every pane is behind a tab.
 */
export function tabbedFrom(panes: Pick<Pane, "minWidth">[], room: number): number {
  const total = panes.reduce((sum, pane) => sum + pane.minWidth, 0);
  if (total <= room) return panes.length;
  const widest = Math.max(...panes.slice(1).map((pane) => pane.minWidth));
  return (panes[0]?.minWidth ?? 0) + widest <= room ? 1 : 0;
}

function paneStyle(pane: Pane, isTabbed: boolean, width: number) {
  if (isTabbed || pane.width === undefined) return { flex: "1 1 0" };
  return { flex: `0 1 ${width}rem`, minWidth: `${pane.minWidth}rem` };
}

function PaneTabs({
  base,
  label,
  panes,
  selected,
  onSelect,
  columnsBefore,
}: {
  base: string;
  label: string;
  panes: Pane[];
  selected: string | undefined;
  onSelect: (id: string) => void;
  columnsBefore: number;
}) {
  const move = (event: KeyboardEvent<HTMLDivElement>) => {
    const at = panes.findIndex((pane) => pane.id === selected);
    const step = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
    const next = step && panes[(at + step + panes.length) % panes.length];
    if (!next) return;
    event.preventDefault();
    onSelect(next.id);
    document.getElementById(`${base}-${next.id}-tab`)?.focus();
  };
  return (
    <div
      className={columnsBefore > 0 ? "tablist split-tabs split-tabs-after" : "tablist split-tabs"}
      role="tablist"
      aria-label={label}
      tabIndex={-1}
      onKeyDown={move}
    >
      {panes.map((pane) => (
        <button
          key={pane.id}
          id={`${base}-${pane.id}-tab`}
          type="button"
          role="tab"
          className="tab"
          aria-selected={pane.id === selected}
          aria-controls={`${base}-${pane.id}`}
          tabIndex={pane.id === selected ? 0 : -1}
          onClick={() => onSelect(pane.id)}
        >
          {pane.label}
          {pane.count !== undefined && <span className="count figures">{pane.count}</span>}
        </button>
      ))}
    </div>
  );
}

function Divider({
  pane,
  width,
  side,
  onResize,
}: {
  pane: Pane;
  width: number;
  side: "start" | "end";
  onResize: (by: number) => void;
}) {
  const say = useWords();
  const outward = side === "end" ? 1 : -1;
  const onKeyDown = (event: KeyboardEvent) => {
    const step = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
    if (!step) return;
    event.preventDefault();
    onResize(step * outward);
  };
  return (
    // A window splitter is a separator that can be focused and moved.
    // biome-ignore lint/a11y/useSemanticElements: <hr> cannot be moved.
    <div
      className={`divider divider-${side}`}
      role="separator"
      aria-label={say("ui-resize-pane", { pane: pane.label })}
      aria-orientation="vertical"
      aria-valuenow={Math.round(width)}
      aria-valuemin={pane.minWidth}
      tabIndex={0}
      onKeyDown={onKeyDown}
      onPointerDown={(event) => event.currentTarget.setPointerCapture(event.pointerId)}
      onPointerMove={(event) => {
        if (event.buttons === 1) onResize((event.movementX * outward) / remInPixels());
      }}
    />
  );
}

/** The width of an element in rem, kept up to date. */
function useRoom(frame: RefObject<HTMLElement | null>): number {
  const [room, setRoom] = useState(80);
  useEffect(() => {
    const element = frame.current;
    if (!element) return;
    const measure = () => setRoom(element.clientWidth / remInPixels());
    const observer = new ResizeObserver(measure);
    observer.observe(element);
    measure();
    return () => observer.disconnect();
  }, [frame]);
  return room;
}

function remInPixels(): number {
  return Number.parseFloat(getComputedStyle(document.documentElement).fontSize) || 16;
}
