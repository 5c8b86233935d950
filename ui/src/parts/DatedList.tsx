// Things that happened, under the days on which they did; one of them is shown beside the list.
import {
  Collection,
  Header,
  ListBox,
  ListBoxItem,
  ListBoxSection,
  type Selection,
} from "react-aria-components";
import "./datedList.css";

/** What happened on one day. */
export interface DatedGroup {
  /** The day, in words. */
  day: string;
  items: DatedItem[];
}

/** One thing that happened. */
export interface DatedItem {
  id: string;
  time: string;
  /** What happened. */
  sentence: string;
  /** Who, and where. */
  detail: string;
}

/** A list of what happened. */
export interface DatedListProps {
  label: string;
  groups: DatedGroup[];
  selected: string | null;
  onPick: (id: string) => void;
  /** What to say when nothing happened. */
  none: string;
}

/** A list of what happened, walked with the arrow keys. */
export function DatedList({ label, groups, selected, onPick, none }: DatedListProps) {
  const pick = (keys: Selection) => {
    const [key] = keys === "all" ? [] : keys;
    if (key !== undefined) onPick(String(key));
  };
  return (
    <ListBox
      aria-label={label}
      className="dated-list"
      items={groups}
      selectionMode="single"
      selectionBehavior="replace"
      disallowEmptySelection
      selectedKeys={selected ? [selected] : []}
      onSelectionChange={pick}
      renderEmptyState={() => <p className="dated-none quiet">{none}</p>}
    >
      {(group) => (
        <ListBoxSection id={group.day}>
          <Header className="dated-day">{group.day}</Header>
          <Collection items={group.items}>
            {(item) => (
              <ListBoxItem
                id={item.id}
                className="dated-item"
                textValue={`${item.time} ${item.sentence}`}
              >
                <span className="dated-time figures">{item.time}</span>
                <span className="dated-sentence">{item.sentence}</span>
                {item.detail && <span className="dated-detail">{item.detail}</span>}
              </ListBoxItem>
            )}
          </Collection>
        </ListBoxSection>
      )}
    </ListBox>
  );
}
