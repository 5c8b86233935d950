// One row of a long list, folded down to a line: what it is called, its first words and how it
// stands. What is inside stays in the page, so that what was typed there is not lost.
import type { ReactNode } from "react";
import { Disclosure, DisclosurePanel, Heading, Button as Press } from "react-aria-components";
import { Icon } from "./Icon";
import "./disclosure.css";

/** One row of a long list. */
export interface FoldingRowProps {
  /** What it is called. */
  name: string;
  /** Its first words, for while it is folded. */
  words?: string;
  /** How it stands: marks and counts. */
  stand?: ReactNode;
  /** What can be done with it. */
  actions?: ReactNode;
  /** The address of the row as a whole. */
  place: string;
  isOpen: boolean;
  onOpen: (isOpen: boolean) => void;
  children: ReactNode;
}

/** One row of a long list, folded down to a line or open. */
export function FoldingRow(props: FoldingRowProps) {
  const { name, words, stand, actions, place, isOpen, onOpen, children } = props;
  return (
    <Disclosure className="folding" isExpanded={isOpen} onExpandedChange={onOpen}>
      <div className="folding-top">
        <Heading level={3} className="folding-heading" data-place={place}>
          <Press slot="trigger" className="disclosure-button folding-button">
            <Icon name="chevron" size={12} />
            <span className="folding-name">{name}</span>
            {!isOpen && words && <span className="folding-words">{words}</span>}
            {stand && <span className="folding-stand">{stand}</span>}
          </Press>
        </Heading>
        {actions}
      </div>
      <DisclosurePanel className="disclosure-panel">
        <div className="folding-inside">{children}</div>
      </DisclosurePanel>
    </Disclosure>
  );
}
