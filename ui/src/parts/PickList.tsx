// A list to find one thing in: what is typed above it narrows it, the down key leads into it.
import { type KeyboardEvent, useRef, useState } from "react";
import { Input, Label, ListBox, ListBoxItem, SearchField, useFilter } from "react-aria-components";
import { useWords } from "../words";
import { Icon } from "./Icon";
import "./field.css";
import "./select.css";
import "./pickList.css";

/** One thing in the list. */
export interface Pickable {
  id: string;
  label: string;
  /** More about it, found by searching too. */
  detail?: string;
  /** Something short at the end of its line, such as its latest figure. */
  note?: string;
}

/** A list to find one thing in. */
export interface PickListProps {
  /** What is listed. */
  label: string;
  /** The label of the search field. */
  search: string;
  items: Pickable[];
  /** The thing shown beside the list, where the list stays. */
  selected?: string | null;
  onPick: (id: string) => void;
  /** What to say when nothing is found. */
  none: string;
  /** What to say when there is nothing to find. */
  empty?: string;
  autoFocus?: boolean;
}

/** A list to find one thing in. */
export function PickList(props: PickListProps) {
  const say = useWords();
  const list = useRef<HTMLDivElement>(null);
  const [typed, setTyped] = useState("");
  const { contains } = useFilter({ sensitivity: "base" });
  const { selected, onPick } = props;
  const words = typed.split(" ").filter(Boolean);
  const found = props.items.filter(({ label, detail }) =>
    words.every((word) => contains(`${label} ${detail ?? ""}`, word)),
  );
  const nothing = words.length > 0 && props.items.length > 0 ? props.none : props.empty;
  const toList = (event: KeyboardEvent) => {
    if (event.key !== "ArrowDown") return;
    list.current?.querySelector<HTMLElement>('[role="option"]')?.focus();
  };
  return (
    <div className="pick">
      <SearchField
        className="field pick-search"
        value={typed}
        onChange={setTyped}
        onKeyDown={toList}
        autoFocus={props.autoFocus}
      >
        <Label className="field-label">{props.search}</Label>
        <div className="pick-input">
          <Icon name="find" />
          <Input className="input" placeholder={say("ui-search-hint")} />
        </div>
      </SearchField>
      <ListBox
        ref={list}
        aria-label={props.label}
        className="pick-list"
        items={found}
        selectionMode={selected === undefined ? "none" : "single"}
        disallowEmptySelection
        selectedKeys={selected ? [selected] : []}
        onSelectionChange={(keys) => {
          const [key] = keys === "all" ? [] : keys;
          if (key !== undefined && selected !== undefined) onPick(String(key));
        }}
        onAction={selected === undefined ? (key) => onPick(String(key)) : undefined}
        renderEmptyState={() => nothing && <p className="pick-none quiet">{nothing}</p>}
      >
        {(item) => (
          <ListBoxItem
            id={item.id}
            className="pick-item"
            textValue={[item.label, item.detail].filter(Boolean).join(" ")}
          >
            <span className="pick-label">{item.label}</span>
            {item.note && (
              <span className="pick-note figures" title={item.note}>
                {item.note}
              </span>
            )}
            {item.detail && <span className="pick-detail">{item.detail}</span>}
          </ListBoxItem>
        )}
      </ListBox>
    </div>
  );
}
