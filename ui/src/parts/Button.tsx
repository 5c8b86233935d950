// Things to press.
import type { ReactNode, Ref } from "react";
import { Button as AriaButton, type ButtonProps as AriaButtonProps } from "react-aria-components";
import { Icon, type IconName } from "./Icon";
import { Tooltip } from "./Tooltip";
import "./button.css";

/** How much a button asks for attention: one `primary` a screen; `quiet` beside content. */
export type ButtonTone = "primary" | "plain" | "quiet" | "danger";

/** A button with words. Every property of React Aria's button passes through. */
export interface ButtonProps extends Omit<AriaButtonProps, "children" | "className" | "style"> {
  children: ReactNode;
  tone?: ButtonTone;
  icon?: IconName;
  size?: "normal" | "small";
  ref?: Ref<HTMLButtonElement>;
}

/** A button with words, and an icon before them where it helps to find it again. */
export function Button({ children, tone = "plain", icon, size = "normal", ...rest }: ButtonProps) {
  return (
    <AriaButton {...rest} className={`button button-${tone} button-${size}`}>
      {icon && <Icon name={icon} />}
      <span className="button-words">{children}</span>
    </AriaButton>
  );
}

/** A button with a picture only. `label` names it to everyone: as tooltip and to a screen reader. */
export interface IconButtonProps extends Omit<AriaButtonProps, "children" | "className" | "style"> {
  icon: IconName;
  label: string;
  /** The keys that do the same, shown in the tooltip. */
  keys?: string;
  tone?: "quiet" | "plain";
  ref?: Ref<HTMLButtonElement>;
}

/** A button with a picture only, named by its tooltip. */
export function IconButton({ icon, label, keys, tone = "quiet", ...rest }: IconButtonProps) {
  return (
    <Tooltip words={keys ? `${label} (${keys})` : label}>
      <AriaButton {...rest} aria-label={label} className={`button button-icon button-${tone}`}>
        <Icon name={icon} />
      </AriaButton>
    </Tooltip>
  );
}
