// Headlines: bullets, each marked achieved, not achieved or worth knowing.
import { RowGrid, useChoices } from "../file";
import type { RowView } from "../generated/wire";
import { useWords } from "../words";

/** The bullets of a section of headlines. */
export function HeadlinesEditor({ section, rows }: { section: string; rows: RowView[] }) {
  const say = useWords();
  const choices = useChoices();
  return (
    <RowGrid
      label={say("ui-headlines")}
      entity="headline"
      parent={section}
      rows={rows}
      columns={[
        { id: "text", header: say("ui-headline-text"), isRowHeader: true, isLong: true, width: 26 },
        {
          id: "mark",
          header: say("ui-headline-mark"),
          width: 9,
          options: choices("headline.mark"),
        },
      ]}
      newFields={{ mark: "noted" }}
      add={say("ui-headline-add")}
      empty={say("ui-headline-none")}
    />
  );
}
