// What waits for the person at the keyboard, the most pressing first.
import { GridList, GridListItem } from "react-aria-components";
import type { WorkItem, WorkKind } from "../generated/wire";
import { EmptyState, Icon, type IconName, type Tone } from "../parts";
import { useWords } from "../words";
import "./work.css";

const LOOKS: Record<WorkKind, { icon: IconName; tone: Tone }> = {
  returned: { icon: "returned", tone: "care" },
  lapsed: { icon: "history", tone: "care" },
  "to-write": { icon: "edit", tone: "plain" },
  "to-read": { icon: "page", tone: "plain" },
  "to-clear": { icon: "check", tone: "plain" },
  unread: { icon: "comment", tone: "plain" },
};

/** What waits for the person at the keyboard: arrow keys walk the list, Enter goes there. */
export function WorkList({ items, onGo }: { items: WorkItem[]; onGo: (item: WorkItem) => void }) {
  const say = useWords();
  if (items.length === 0) {
    return (
      <EmptyState icon="check" title={say("ui-work-none")}>
        {say("ui-work-none-hint")}
      </EmptyState>
    );
  }
  const keyOf = (item: WorkItem) => `${item.kind} ${item.spot.place}`;
  return (
    <GridList
      aria-label={say("ui-work")}
      className="work"
      items={items.map((item) => ({ id: keyOf(item), item }))}
    >
      {({ id, item }) => (
        <GridListItem
          id={id}
          className="work-item"
          textValue={[item.title, item.sentence, item.due].filter(Boolean).join(", ")}
          onAction={() => onGo(item)}
        >
          <span className={`work-kind tone-${LOOKS[item.kind].tone}`}>
            <Icon name={LOOKS[item.kind].icon} />
          </span>
          <span className="work-words">
            <span className="work-title">{item.title}</span>
            <span>{item.sentence}</span>
            <span className="quiet work-period">{item.period}</span>
          </span>
          <span className={item.overdue ? "work-due work-overdue" : "work-due quiet"}>
            {item.overdue && <Icon name="warning" size={14} />}
            {item.overdue ? say("ui-work-overdue", { day: item.due }) : item.due}
          </span>
          <Icon name="forward" size={14} />
        </GridListItem>
      )}
    </GridList>
  );
}
