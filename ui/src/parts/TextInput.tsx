// Text inside a dialog or beside its own button, where nothing is committed before that is pressed.
import { TextField as AriaTextField, Input, TextArea } from "react-aria-components";
import { FieldHint, FieldLabel, FieldProblem } from "./Field";

/** Text that waits for a button. */
export interface TextInputProps {
  label: string;
  value: string;
  onChange: (text: string) => void;
  hint?: string;
  problem?: string;
  /** An address for an error summary to lead to. */
  place?: string;
  autoFocus?: boolean;
  /** Shows dots in place of what is typed. */
  isSecret?: boolean;
  /** More than one line: how many are shown. Enter then begins a new one. */
  lines?: number;
  /** Enter (with Ctrl in more than one line), where that is the same as the main button. */
  onEnter?: () => void;
}

/** Text that waits for a button: a line of it, or a few. */
export function TextInput({ lines = 1, ...props }: TextInputProps) {
  return (
    <AriaTextField
      className="field"
      data-place={props.place}
      value={props.value}
      onChange={props.onChange}
      isInvalid={Boolean(props.problem)}
      autoFocus={props.autoFocus}
      type={props.isSecret ? "password" : "text"}
      validationBehavior="aria"
      onKeyDown={(event) => {
        const isEnter = event.key === "Enter" && (lines === 1 || event.ctrlKey || event.metaKey);
        if (isEnter && props.onEnter) props.onEnter();
        else event.continuePropagation();
      }}
    >
      <FieldLabel label={props.label} />
      <FieldHint hint={props.hint} />
      {lines === 1 ? (
        <Input className="input" autoComplete="off" />
      ) : (
        <TextArea className="input" rows={lines} />
      )}
      <FieldProblem sentence={props.problem} />
    </AriaTextField>
  );
}
