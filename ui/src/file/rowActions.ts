// What can be done with a row among its neighbours, as a menu offers it.
import type { MenuAction } from "../parts";
import { useWords } from "../words";
import type { useRows } from "./useRows";

/** The actions for the row at an index. `idAt` gives the row before or after it. */
export function useRowActions(
  rows: ReturnType<typeof useRows>,
  count: number,
  idAt: (index: number) => string | null,
  /** Leaves out adding above and below, where a row is more than a line. */
  isAddedElsewhere = false,
): (index: number) => MenuAction[] {
  const say = useWords();
  return (index) => [
    ...(isAddedElsewhere
      ? []
      : [
          {
            id: "above",
            label: say("ui-add-above"),
            icon: "add" as const,
            onAction: () => void rows.add(idAt(index - 1)),
          },
          {
            id: "below",
            label: say("ui-add-below"),
            icon: "add" as const,
            onAction: () => void rows.add(idAt(index)),
          },
        ]),
    {
      id: "up",
      label: say("ui-move-up"),
      icon: "up",
      isDisabled: index === 0,
      startsGroup: !isAddedElsewhere,
      onAction: () => void rows.move(index, "up"),
    },
    {
      id: "down",
      label: say("ui-move-down"),
      icon: "down",
      isDisabled: index === count - 1,
      onAction: () => void rows.move(index, "down"),
    },
    {
      id: "remove",
      label: say("ui-remove"),
      icon: "remove",
      isDanger: true,
      startsGroup: true,
      onAction: () => void rows.remove(index),
    },
  ];
}
