// One of a list too long to show whole.
import {
  Select as AriaSelect,
  Button,
  ListBox,
  ListBoxItem,
  Popover,
  SelectValue,
  Text,
} from "react-aria-components";
import { type Commit, useCommit } from "./commit";
import { FieldHint, FieldLabel, FieldProblem, type FieldWords } from "./Field";
import { Icon } from "./Icon";
import "./select.css";

/** One thing that can be chosen. */
export interface Option {
  id: string;
  label: string;
  /** What choosing it means, in a few words. */
  description?: string;
}

/** A list to choose one from. */
export interface SelectProps extends FieldWords {
  /** The chosen option's id; null when nothing is chosen yet. */
  value: string | null;
  options: Option[];
  onCommit: Commit<string | null>;
  /** When given, the first option: choosing nothing, in these words. */
  none?: string;
  /** Shown while nothing is chosen. */
  prompt?: string;
  width?: "short" | "medium" | "full";
}

const NONE = "\u0000none";

/** A list to choose one from; the choice is committed at once. */
export function Select({
  value,
  options,
  onCommit,
  none,
  prompt,
  width = "medium",
  ...words
}: SelectProps) {
  const field = useCommit({ value, onCommit });
  const sentence = field.sentence ?? words.problem;
  const shown = none === undefined ? options : [{ id: NONE, label: none }, ...options];
  return (
    <AriaSelect
      className={`field field-${width}`}
      data-place={words.place}
      value={field.shown ?? (none === undefined ? null : NONE)}
      onChange={(key) => field.choose(key === NONE || key === null ? null : String(key))}
      isDisabled={words.isReadOnly}
      isInvalid={Boolean(sentence)}
      placeholder={prompt}
      validationBehavior="aria"
    >
      <FieldLabel {...words} state={field.state} />
      <FieldHint hint={words.hint} />
      <Button className="input select-button">
        <SelectValue className="select-value">
          {({ defaultChildren, selectedText }) => selectedText || defaultChildren}
        </SelectValue>
        <Icon name="down" size={14} />
      </Button>
      <FieldProblem sentence={sentence} />
      <Popover className="popover select-popover">
        <ListBox className="listbox" items={shown}>
          {(option) => (
            <ListBoxItem className="listbox-item" id={option.id} textValue={option.label}>
              <Text slot="label">{option.label}</Text>
              {option.description && (
                <Text slot="description" className="listbox-description">
                  {option.description}
                </Text>
              )}
              <Icon name="check" size={14} />
            </ListBoxItem>
          )}
        </ListBox>
      </Popover>
    </AriaSelect>
  );
}
