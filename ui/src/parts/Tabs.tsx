// Several views of one thing, one at a time.
import type { ReactNode } from "react";
import { Tabs as AriaTabs, Tab, TabList, TabPanel } from "react-aria-components";
import "./tabs.css";

/** One view. */
export interface TabView {
  id: string;
  label: string;
  /** A number worth knowing before opening it, such as how many findings. */
  count?: number;
  content: ReactNode;
}

/** Several views of one thing. */
export interface TabsProps {
  label: string;
  views: TabView[];
  selected: string;
  onSelect: (id: string) => void;
  /** Fills the height it is given and lets the views scroll. */
  fills?: boolean;
}

/** Several views of one thing, one at a time. */
export function Tabs({ label, views, selected, onSelect, fills = false }: TabsProps) {
  return (
    <AriaTabs
      className={fills ? "tabs tabs-fill" : "tabs"}
      selectedKey={selected}
      onSelectionChange={(key) => onSelect(String(key))}
    >
      <TabList className="tablist" aria-label={label}>
        {views.map((view) => (
          <Tab key={view.id} id={view.id} className="tab">
            {view.label}
            {view.count !== undefined && <span className="count figures">{view.count}</span>}
          </Tab>
        ))}
      </TabList>
      {views.map((view) => (
        <TabPanel key={view.id} id={view.id} className="tabpanel">
          {view.content}
        </TabPanel>
      ))}
    </AriaTabs>
  );
}
