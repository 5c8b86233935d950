// What stands in a cell while it is edited.
import { type KeyboardEvent, useEffect, useRef, useState } from "react";
import type { GridColumn } from "./model";
import type { After } from "./useGrid";

/** An editor for one cell. */
export interface CellEditorProps {
  column: GridColumn;
  text: string;
  label: string;
  /** Told of every change, so that editing can be ended from outside. */
  onNote: (text: string) => void;
  onEnd: (text: string | null, after: After) => void;
}

type Field = HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement;

/**
 * An editor for one cell. Enter commits and goes down, Tab commits and goes on, Escape leaves the
 * cell as it was; in a cell of several lines Alt or Shift with Enter starts a new one.
 */
export function CellEditor({ column, text, label, onNote, onEnd }: CellEditorProps) {
  const [value, setValue] = useState(text);
  const field = useRef<Field>(null);
  const ended = useRef(false);

  useEffect(() => {
    field.current?.focus();
    if (field.current && "setSelectionRange" in field.current) {
      field.current.setSelectionRange(text.length, text.length);
    }
  }, [text]);

  const change = (next: string) => {
    setValue(next);
    onNote(next);
  };
  const end = (result: string | null, after: After) => {
    if (ended.current) return;
    ended.current = true;
    onEnd(result, after);
  };
  const onKeyDown = (event: KeyboardEvent<Field>) => {
    event.stopPropagation();
    if (event.nativeEvent.isComposing) return;
    const after = endingOf(event);
    if (!after) return;
    event.preventDefault();
    end(event.key === "Escape" ? null : value, after);
  };
  const shared = {
    className: "grid-editor",
    "aria-label": label,
    value,
    onKeyDown,
    onBlur: () => end(value, "nowhere"),
  };

  if (column.options) {
    return (
      <select
        {...shared}
        ref={(element) => {
          field.current = element;
        }}
        onChange={(event) => change(event.target.value)}
      >
        <option value="" />
        {column.options.map((option) => (
          <option key={option.id} value={option.id}>
            {option.label}
          </option>
        ))}
      </select>
    );
  }
  if (column.isLong) {
    return (
      <textarea
        {...shared}
        ref={(element) => {
          field.current = element;
        }}
        rows={Math.min(8, value.split("\n").length + 1)}
        onChange={(event) => change(event.target.value)}
      />
    );
  }
  return (
    <input
      {...shared}
      ref={(element) => {
        field.current = element;
      }}
      autoComplete="off"
      inputMode={column.align === "end" ? "decimal" : undefined}
      onChange={(event) => change(event.target.value)}
    />
  );
}

/** Where a key that ends editing sends the cursor; undefined for a key that does not. */
function endingOf(event: KeyboardEvent<Field>): After | undefined {
  if (event.key === "Escape") return "stay";
  if (event.key === "Tab") return event.shiftKey ? "previous" : "next";
  const startsLine =
    event.currentTarget instanceof HTMLTextAreaElement && (event.altKey || event.shiftKey);
  if (event.key === "Enter" && !startsLine) return "down";
  return undefined;
}
