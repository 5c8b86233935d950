// What a place with nothing in it says: what would be here, and how to begin.
import type { ReactNode } from "react";
import { Icon, type IconName } from "./Icon";
import "./emptyState.css";

/** What would be here, and how to begin. */
export interface EmptyStateProps {
  title: string;
  children?: ReactNode;
  icon?: IconName;
  actions?: ReactNode;
}

/** What would be here, and how to begin. */
export function EmptyState({ title, children, icon = "page", actions }: EmptyStateProps) {
  return (
    <div className="empty">
      <Icon name={icon} size={28} />
      <h2 className="empty-title">{title}</h2>
      {children && <p className="empty-words">{children}</p>}
      {actions && <div className="empty-actions">{actions}</div>}
    </div>
  );
}
