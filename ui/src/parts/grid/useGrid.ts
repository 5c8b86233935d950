// The cursor of a grid: where it is, what is selected, what is being edited, and what keys, mouse
// and clipboard do to them.
import {
  type ClipboardEvent,
  type FocusEvent,
  type KeyboardEvent,
  type MouseEvent,
  type RefObject,
  useCallback,
  useEffect,
  useLayoutEffect,
  useRef,
  useState,
} from "react";
import { cellKey, type GridProps, isEditable } from "./model";
import { type At, inside, neighbour, type Range, rangeOf, type Size, step } from "./range";
import { formatTsv, parseTsv } from "./tsv";
import { type Drafting, textsIn, useDrafts } from "./useDrafts";

/** A cell being edited: what its editor starts with. */
export interface Editing {
  at: At;
  text: string;
}

/** Where an editor sends the cursor when it ends. */
export type After = "stay" | "down" | "next" | "previous" | "nowhere";

/** Everything the drawing of a grid needs. */
export interface GridState extends Drafting {
  active: At;
  range: Range;
  editing: Editing | null;
  /** The row whose actions are open. */
  menuRow: number | null;
  /** The cell that its menu hangs from. */
  menuTrigger: RefObject<HTMLElement | null>;
  closeMenu: () => void;
  /** Ends editing: with a text to commit, or null to leave the cell as it was. */
  endEdit: (text: string | null, after: After) => void;
  /** Remembers what stands in the editor, for when editing is ended from outside. */
  noteEdit: (text: string) => void;
  table: {
    ref: (element: HTMLTableElement | null) => void;
    onKeyDown: (event: KeyboardEvent) => void;
    onMouseDown: (event: MouseEvent) => void;
    onMouseOver: (event: MouseEvent) => void;
    onDoubleClick: (event: MouseEvent) => void;
    onFocus: (event: FocusEvent) => void;
    onCopy: (event: ClipboardEvent) => void;
    onCut: (event: ClipboardEvent) => void;
    onPaste: (event: ClipboardEvent) => void;
  };
}

/** Keeps the cursor of one grid. */
export function useGrid(props: GridProps): GridState {
  const hasActions = Boolean(props.rowActions);
  const size: Size = {
    rows: props.rows.length,
    cols: props.columns.length + (hasActions ? 1 : 0),
  };
  const [cursor, setCursor] = useState({ anchor: ORIGIN, focus: ORIGIN });
  const [editing, setEditing] = useState<Editing | null>(null);
  const [menuRow, setMenuRow] = useState<number | null>(null);
  const element = useRef<HTMLTableElement | null>(null);
  const menuTrigger = useRef<HTMLElement | null>(null);
  const wantsFocus = useRef(false);
  const released = useRef(false);
  const typed = useRef("");

  const active = inside(cursor.focus, size);
  const range = rangeOf(inside(cursor.anchor, size), active);

  const drafting = useDrafts(
    props,
    () => now.current.editing !== null,
    () => now.current.endEdit(typed.current, "nowhere"),
  );

  const go = useCallback((to: At, keepsAnchor = false) => {
    wantsFocus.current = true;
    released.current = false;
    setCursor((old) => ({ anchor: keepsAnchor ? old.anchor : to, focus: to }));
  }, []);

  const endEdit = (text: string | null, after: After) => {
    if (!editing) return;
    setEditing(null);
    now.current.editing = null;
    if (text === null) drafting.forget(rangeOf(editing.at, editing.at));
    else drafting.commitCell(editing.at, text);
    if (after === "nowhere") return;
    go(afterEdit(editing.at, after, size));
  };

  const startEdit = (at: At, text?: string) => {
    if (!isEditable(props.rows[at.row], props.columns[at.col], at)) return;
    const column = props.columns[at.col];
    const row = props.rows[at.row];
    if (!column || !row) return;
    const draft = drafting.drafts.get(cellKey(row, column));
    const begun =
      text !== undefined && !column.options ? text : (draft?.text ?? row.cells[at.col]?.text ?? "");
    typed.current = begun;
    setEditing({ at, text: begun });
  };

  const now = useRef({ editing, endEdit });
  now.current = { editing, endEdit };

  useLayoutEffect(() => {
    if (!wantsFocus.current || editing) return;
    wantsFocus.current = false;
    cellElement(element.current, active)?.focus();
  });

  const { onActive } = props;
  useEffect(
    () => onActive?.({ row: active.row, col: active.col }),
    [onActive, active.row, active.col],
  );

  const openMenu = (row: number) => {
    menuTrigger.current = cellElement(element.current, { row, col: props.columns.length });
    setMenuRow(row);
  };

  const onKeyDown = (event: KeyboardEvent) => {
    if (editing || event.defaultPrevented || menuRow !== null) return;
    const isFar = event.ctrlKey || event.metaKey;
    const to = event.altKey ? undefined : step(active, event.key, isFar, size);
    if (to) {
      event.preventDefault();
      return go(to, event.shiftKey);
    }
    if (event.key === "Tab" && !isFar && !event.altKey) {
      const next = neighbour(active, event.shiftKey ? -1 : 1, size);
      if (!next || released.current) return;
      event.preventDefault();
      return go(next);
    }
    const act = actionFor(event, isFar);
    if (!act) return;
    event.preventDefault();
    event.stopPropagation();
    act();
  };

  /**
   * Escape takes back what was refused in the cells selected, gives up a selection of several, and
   * lets the next Tab leave the grid.
   */
  const backOut = () => {
    drafting.forget(range);
    go(active);
    released.current = true;
  };

  /** What a key that is not navigation does to the cells. */
  const actionFor = (event: KeyboardEvent, isFar: boolean): (() => void) | undefined => {
    const isOnActions = active.col >= props.columns.length;
    const opensMenu =
      event.key === "ContextMenu" ||
      (event.shiftKey && event.key === "F10") ||
      (isOnActions && (event.key === "Enter" || event.key === " "));
    if (opensMenu && hasActions) return () => openMenu(active.row);
    if (event.key === "Escape") return backOut;
    if (event.key === "Delete" || event.key === "Backspace") {
      return () => drafting.clearBlock(range);
    }
    if (isFar && event.key.toLowerCase() === "a") {
      return () =>
        setCursor({ anchor: { row: size.rows - 1, col: props.columns.length - 1 }, focus: ORIGIN });
    }
    if (event.key === "Enter" || event.key === "F2") return () => startEdit(active);
    if (event.key.length === 1 && !isFar && !event.altKey)
      return () => startEdit(active, event.key);
    return undefined;
  };

  const onMouseDown = (event: MouseEvent) => {
    const at = atElement(event.target);
    if (!at || event.button !== 0) return;
    if (editing && at.row === editing.at.row && at.col === editing.at.col) return;
    if (editing) endEdit(typed.current, "nowhere");
    event.preventDefault();
    go(at, event.shiftKey);
    if (at.col >= props.columns.length) openMenu(at.row);
  };

  return {
    ...drafting,
    active,
    range,
    editing,
    menuRow,
    menuTrigger,
    closeMenu: () => {
      setMenuRow(null);
      wantsFocus.current = true;
    },
    endEdit,
    noteEdit: (text) => {
      typed.current = text;
    },
    table: {
      ref: (table) => {
        element.current = table;
        return table ? allowClipboard(table) : undefined;
      },
      onKeyDown,
      onMouseDown,
      onMouseOver: (event) => {
        const at = atElement(event.target);
        if (at && event.buttons === 1 && !editing) go(at, true);
      },
      onDoubleClick: (event) => {
        const at = atElement(event.target);
        if (at && !editing) startEdit(at);
      },
      onFocus: (event) => {
        const at = event.target.matches("td, th") ? atElement(event.target) : undefined;
        if (at && (at.row !== active.row || at.col !== active.col)) {
          setCursor({ anchor: at, focus: at });
        }
      },
      onCopy: (event) => {
        if (editing) return;
        event.preventDefault();
        event.clipboardData.setData("text/plain", formatTsv(textsIn(props, range)));
      },
      onCut: (event) => {
        if (editing) return;
        event.preventDefault();
        event.clipboardData.setData("text/plain", formatTsv(textsIn(props, range)));
        drafting.clearBlock(range);
      },
      onPaste: (event) => {
        if (editing) return;
        event.preventDefault();
        const text = event.clipboardData.getData("text/plain");
        if (text === "") return;
        drafting.pasteBlock({ row: range.top, col: range.left }, parseTsv(text));
      },
    },
  };
}

const ORIGIN: At = { row: 0, col: 0 };

function afterEdit(at: At, after: After, size: Size): At {
  if (after === "down") return inside({ ...at, row: at.row + 1 }, size);
  if (after === "next") return neighbour(at, 1, size) ?? at;
  if (after === "previous") return neighbour(at, -1, size) ?? at;
  return at;
}

/** The cell an element is in. */
function atElement(target: EventTarget | null): At | undefined {
  const cell = target instanceof Element ? target.closest<HTMLElement>("[data-at]") : null;
  const [row, col] = cell?.dataset.at?.split(",").map(Number) ?? [];
  return row === undefined || col === undefined ? undefined : { row, col };
}

function cellElement(table: HTMLTableElement | null, at: At): HTMLElement | null {
  return table?.querySelector<HTMLElement>(`[data-at="${at.row},${at.col}"]`) ?? null;
}

/** WebKit asks, before it offers copy and paste outside a text field, whether anyone wants them. */
function allowClipboard(table: HTMLTableElement): () => void {
  const allow = (event: Event) => {
    if (event.target instanceof Element && event.target.matches("td, th")) event.preventDefault();
  };
  const asked = ["beforecopy", "beforecut", "beforepaste"];
  for (const name of asked) table.addEventListener(name, allow);
  return () => {
    for (const name of asked) table.removeEventListener(name, allow);
  };
}
