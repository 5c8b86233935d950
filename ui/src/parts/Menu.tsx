// Things to do that are not worth a button each.
import {
  Menu as AriaMenu,
  MenuItem as AriaMenuItem,
  Header,
  MenuSection,
  MenuTrigger,
  Popover,
  Separator,
} from "react-aria-components";
import { Button, type ButtonTone, IconButton } from "./Button";
import { Icon, type IconName } from "./Icon";
import "./select.css";
import "./menu.css";

/** One thing to do. */
export interface MenuAction {
  id: string;
  label: string;
  icon?: IconName;
  /** The keys that do the same, such as "Ctrl+E". */
  keys?: string;
  isDisabled?: boolean;
  isDanger?: boolean;
  /** What it does or brings, in a sentence under its label. */
  description?: string;
  /** Draws a line above it. */
  startsGroup?: boolean;
  onAction: () => void;
}

/** A button that opens a list of actions: with words, or with an icon only. */
export interface MenuProps {
  label: string;
  icon?: IconName;
  /** Shows the icon only; the label stays its name. */
  isIconOnly?: boolean;
  tone?: ButtonTone;
  actions?: MenuAction[];
  /** Actions under headings, in place of one list. */
  groups?: MenuGroup[];
}

/** Actions under one heading. */
export interface MenuGroup {
  id: string;
  title: string;
  actions: MenuAction[];
}

/** A button that opens a list of actions. */
export function Menu({
  label,
  icon = "more",
  isIconOnly = false,
  tone,
  actions = [],
  groups,
}: MenuProps) {
  return (
    <MenuTrigger>
      {isIconOnly ? (
        <IconButton icon={icon} label={label} />
      ) : (
        <Button tone={tone} icon={icon}>
          {label}
        </Button>
      )}
      <Popover className="popover" placement="bottom start">
        <MenuList label={label} actions={actions} groups={groups} />
      </Popover>
    </MenuTrigger>
  );
}

/** The list itself, for a part that opens it in its own way. */
export function MenuList({
  label,
  actions,
  groups = [],
  onClose,
}: {
  label: string;
  actions: MenuAction[];
  groups?: MenuGroup[];
  onClose?: () => void;
}) {
  return (
    <AriaMenu className="menu" aria-label={label} onClose={onClose}>
      {actions.flatMap(itemsOf)}
      {groups.map((group) => (
        <MenuSection key={group.id} className="menu-section">
          <Header className="menu-title">{group.title}</Header>
          {group.actions.flatMap(itemsOf)}
        </MenuSection>
      ))}
    </AriaMenu>
  );
}

/** An action, after its line where it has one. */
function itemsOf(action: MenuAction) {
  return [
    ...(action.startsGroup ? [<Separator key={`${action.id}-line`} className="menu-line" />] : []),
    <AriaMenuItem
      key={action.id}
      id={action.id}
      className={action.isDanger ? "menu-item menu-item-danger" : "menu-item"}
      textValue={action.label}
      isDisabled={action.isDisabled}
      onAction={action.onAction}
    >
      <span className="menu-words">
        {action.icon && <Icon name={action.icon} />}
        {action.label}
      </span>
      {action.description && <span className="menu-about">{action.description}</span>}
      {action.keys && <kbd className="menu-keys">{action.keys}</kbd>}
    </AriaMenuItem>,
  ];
}
