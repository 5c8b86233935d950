// Adding, moving and removing the rows of one table, with focus left where work goes on.
import { useCallback } from "react";
import type { Change } from "../generated/wire";
import { goToPlace, goToPlaceSoon, useStatus } from "../parts";
import { useWords } from "../words";
import { useEdit, useSteps } from "./edit";

/** The rows of one table in their order, by id. */
export interface Rows {
  /** The table. */
  entity: string;
  /** The row they hang under, if they do. */
  parent: string | null;
  ids: string[];
  /** Cells that every new row begins with. */
  newFields?: { [key in string]: string };
  /** The field that is filled in first. */
  firstField: string;
  /** Whether a row can be folded: focus then rests on its heading, which has the row's address. */
  isFolding?: boolean;
}

/** What can be done with the rows of one table. */
export function useRows({ entity, parent, ids, newFields, firstField, isFolding }: Rows) {
  const edit = useEdit();
  const removal = useRemoval();
  const placeOf = (id: string) => `${entity}/${id}#${firstField}`;
  const restOn = (id: string) => (isFolding ? `${entity}/${id}` : placeOf(id));
  // Two lists of one table and one parent differ in what their new rows begin with.
  const addPlace = ["new", entity, parent, ...Object.values(newFields ?? {})].join("/");
  const before = (index: number) => ids[index] ?? null;

  const addition = (
    after: string | null,
    fields: { [key in string]: string } = {},
  ): Extract<Change, { change: "add" }> => ({
    change: "add",
    entity,
    parent,
    after,
    fields: { ...newFields, ...fields },
  });

  const add = async (after: string | null, fields?: { [key in string]: string }) => {
    const outcome = await edit([addition(after, fields)]);
    const [added] = outcome.committed?.added ?? [];
    if (added) goToPlaceSoon(placeOf(added));
    return outcome;
  };

  return {
    addition,
    /** Adds one after a row, or first, and goes to it. */
    add,
    /** Adds one after all others, and goes to it. */
    addLast: () => add(ids.at(-1) ?? null),
    /** Moves the row at an index one up or one down. */
    move: async (index: number, way: "up" | "down") => {
      const id = ids[index];
      if (!id) return;
      const after = before(way === "up" ? index - 2 : index + 1);
      const outcome = await edit([{ change: "move", place: `${entity}/${id}`, after }]);
      if (outcome.accepted) goToPlace(restOn(id));
    },
    /** Removes the row at an index and goes to its neighbour, or to where one can be added. */
    remove: (index: number) => {
      const id = ids[index];
      const neighbour = ids[index + 1] ?? ids[index - 1];
      if (!id) return Promise.resolve(false);
      const next = neighbour ? restOn(neighbour) : addPlace;
      return removal(`${entity}/${id}`, { next });
    },
    /** The address of the button that adds one. */
    addPlace,
  };
}

/** What is said of a removal, and where work goes on after it. */
export interface Removal {
  /** The place to go to. */
  next?: string;
  /** What was removed, in a sentence. */
  sentence?: string;
  /** Shows what was removed once it is back; left out, its place on the screen is gone to. */
  onBack?: () => void;
}

/** Removes a row, offers to take that back, and goes to another place. */
export function useRemoval(): (place: string, removal?: Removal) => Promise<boolean> {
  const edit = useEdit();
  const { undo } = useSteps();
  const { tell } = useStatus();
  const say = useWords();
  return useCallback(
    async (place, { next, sentence = say("ui-removed"), onBack } = {}) => {
      const takeBack = async () => {
        if (!(await undo()).accepted) return;
        if (onBack) onBack();
        else goToPlaceSoon(place);
      };
      const outcome = await edit([{ change: "remove", place }]);
      if (!outcome.accepted) return false;
      tell({
        sentence,
        tone: "done",
        action: { label: say("ui-undo"), onPress: () => void takeBack() },
      });
      if (next) goToPlaceSoon(next);
      return true;
    },
    [edit, undo, tell, say],
  );
}
