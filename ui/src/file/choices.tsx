// The words to choose from in each field that has a closed set, as the program gives them.
import { createContext, type ReactNode, useContext } from "react";
import type { Choice } from "../generated/wire";
import type { Option } from "../parts";

const Choices = createContext<Record<string, Choice[]>>({});

/** Hands the open file's choices to everything inside it. */
export function ChoicesProvider({
  value,
  children,
}: {
  value: { [key in string]: Choice[] };
  children: ReactNode;
}) {
  return <Choices value={value}>{children}</Choices>;
}

/** The options of a field, named as `entity.field`. */
export function useChoices(): (field: string) => Option[] {
  const choices = useContext(Choices);
  return (field) => (choices[field] ?? []).map(({ value, label }) => ({ id: value, label }));
}
