// Where the person is in the open file, and the way to another place in it. The frame around the
// screens provides it; everything inside can ask to be taken somewhere.
import { createContext, useContext } from "react";

/** Something of the open file that a screen shows. */
export type Target =
  | { view: "section"; section: string }
  | { view: "card"; section: string; entry: string }
  | { view: "settings" }
  | { view: "measures"; measure: string | null }
  | { view: "people" }
  | { view: "work" }
  | { view: "copies" }
  | { view: "history"; about: string | null }
  | { view: "export" };

/** Where the person is, and the way elsewhere. */
export interface Navigation {
  here: Target;
  /** Shows something, and moves focus to a place in it. False when something typed holds it back. */
  open: (target: Target, place?: string) => Promise<boolean>;
}

const Here = createContext<Navigation>({
  here: { view: "settings" },
  open: () => Promise.resolve(false),
});

/** Hands the way to other places to everything inside it. */
export const NavigationProvider = Here.Provider;

/** Where the person is, and the way elsewhere. */
export function useNavigation(): Navigation {
  return useContext(Here);
}
