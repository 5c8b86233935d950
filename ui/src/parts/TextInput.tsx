// A line of text inside a dialog, where nothing is committed before the dialog's own button.
import { TextField as AriaTextField, Input } from "react-aria-components";
import { FieldHint, FieldLabel, FieldProblem } from "./Field";

/** A line of text inside a dialog. */
export interface TextInputProps {
  label: string;
  value: string;
  onChange: (text: string) => void;
  hint?: string;
  problem?: string;
  /** An address for an error summary to lead to. */
  place?: string;
  autoFocus?: boolean;
  /** Enter, where that is the same as the dialog's main button. */
  onEnter?: () => void;
}

/** A line of text inside a dialog. */
export function TextInput(props: TextInputProps) {
  return (
    <AriaTextField
      className="field"
      data-place={props.place}
      value={props.value}
      onChange={props.onChange}
      isInvalid={Boolean(props.problem)}
      autoFocus={props.autoFocus}
      validationBehavior="aria"
      onKeyDown={(event) => {
        if (event.key === "Enter" && props.onEnter) props.onEnter();
        else event.continuePropagation();
      }}
    >
      <FieldLabel label={props.label} />
      <FieldHint hint={props.hint} />
      <Input className="input" autoComplete="off" />
      <FieldProblem sentence={props.problem} />
    </AriaTextField>
  );
}
