// Something that most people need now and then only: a heading that opens what is under it.
import type { ReactNode } from "react";
import {
  Disclosure as AriaDisclosure,
  Button,
  DisclosurePanel,
  Heading,
} from "react-aria-components";
import { Icon } from "./Icon";
import "./disclosure.css";

/** A heading that opens what is under it. What is inside stays in the page when it is closed. */
export function Disclosure({
  title,
  note,
  isOpen,
  children,
}: {
  title: string;
  /** A few words on what is inside, for while it is closed. */
  note?: string;
  /** Whether it is open to begin with. */
  isOpen?: boolean;
  children: ReactNode;
}) {
  return (
    <AriaDisclosure className="disclosure" defaultExpanded={isOpen}>
      <Heading level={3} className="disclosure-heading">
        <Button slot="trigger" className="disclosure-button">
          <Icon name="chevron" size={12} />
          <span>{title}</span>
          {note && <span className="disclosure-note">{note}</span>}
        </Button>
      </Heading>
      <DisclosurePanel className="disclosure-panel">
        <div className="disclosure-inside">{children}</div>
      </DisclosurePanel>
    </AriaDisclosure>
  );
}
