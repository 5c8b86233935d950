// Answers few enough to show: one of several, or yes and no.
import {
  CheckboxButton,
  CheckboxField,
  RadioButton,
  RadioField,
  RadioGroup,
  SwitchButton,
  SwitchField,
  Text,
} from "react-aria-components";
import { type Commit, useCommit } from "./commit";
import { FieldHint, FieldLabel, FieldProblem, FieldState, type FieldWords } from "./Field";
import { Icon } from "./Icon";
import type { Option } from "./Select";
import "./choice.css";

/** One of a few, all shown. */
export interface ChoiceProps extends FieldWords {
  /** The chosen option's id; null when nothing is chosen yet. */
  value: string | null;
  options: Option[];
  onCommit: Commit<string | null>;
  /** Side by side instead of one under another. */
  isRow?: boolean;
}

/** One of a few, all shown; the choice is committed at once. */
export function Choice({ value, options, onCommit, isRow = false, ...words }: ChoiceProps) {
  const field = useCommit({ value, onCommit });
  const sentence = field.sentence ?? words.problem;
  return (
    <RadioGroup
      className={isRow ? "field choice choice-row" : "field choice"}
      data-place={words.place}
      value={field.shown}
      onChange={field.choose}
      isReadOnly={words.isReadOnly}
      isInvalid={Boolean(sentence)}
      orientation={isRow ? "horizontal" : "vertical"}
      validationBehavior="aria"
    >
      <FieldLabel {...words} state={field.state} />
      <FieldHint hint={words.hint} />
      <div className="choice-options">
        {options.map((option) => (
          <RadioField key={option.id} value={option.id} className="choice-option">
            <RadioButton className="tick">
              <span className="tick-mark tick-round" />
              <span>{option.label}</span>
            </RadioButton>
            {option.description && (
              <Text slot="description" className="choice-description">
                {option.description}
              </Text>
            )}
          </RadioField>
        ))}
      </div>
      <FieldProblem sentence={sentence} />
    </RadioGroup>
  );
}

/** Yes or no. */
export interface YesNoProps extends Omit<FieldWords, "hidesLabel"> {
  value: boolean;
  onCommit: Commit<boolean>;
}

/** Yes or no, as a statement that is true or is not; committed at once. */
export function Checkbox({ value, onCommit, ...words }: YesNoProps) {
  const field = useCommit({ value, onCommit });
  const sentence = field.sentence ?? words.problem;
  return (
    <CheckboxField
      className="field"
      data-place={words.place}
      isSelected={field.shown}
      onChange={field.choose}
      isReadOnly={words.isReadOnly}
      isInvalid={Boolean(sentence)}
      validationBehavior="aria"
    >
      <div className="tick-line">
        <CheckboxButton className="tick">
          <span className="tick-mark">
            <Icon name="check" size={14} />
          </span>
          <span>{words.label}</span>
        </CheckboxButton>
        <FieldState state={field.state} isQuiet={words.isQuiet} />
      </div>
      <FieldHint hint={words.hint} />
      <FieldProblem sentence={sentence} />
    </CheckboxField>
  );
}

/** On or off, for what takes effect at once; committed at once. */
export function Switch({ value, onCommit, ...words }: YesNoProps) {
  const field = useCommit({ value, onCommit });
  const sentence = field.sentence ?? words.problem;
  return (
    <SwitchField
      className="field"
      data-place={words.place}
      isSelected={field.shown}
      onChange={field.choose}
      isReadOnly={words.isReadOnly}
      isInvalid={Boolean(sentence)}
      validationBehavior="aria"
    >
      <div className="tick-line">
        <SwitchButton className="tick">
          <span className="switch-track" />
          <span>{words.label}</span>
        </SwitchButton>
        <FieldState state={field.state} isQuiet={words.isQuiet} />
      </div>
      <FieldHint hint={words.hint} />
      <FieldProblem sentence={sentence} />
    </SwitchField>
  );
}
