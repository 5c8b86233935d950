// The key to initials: the people it lists, who are kept with everyone else.
import { useNavigation } from "../file";
import type { RowView } from "../generated/wire";
import { Button, EmptyState } from "../parts";
import { useWords } from "../words";

/** The people a key lists. */
export function PeopleKeyEditor({ people }: { people: RowView[] }) {
  const say = useWords();
  const { open } = useNavigation();
  const edit = (
    <Button icon="people" onPress={() => void open({ view: "people" })}>
      {say("ui-people-open")}
    </Button>
  );
  if (people.length === 0) {
    return (
      <EmptyState icon="people" title={say("ui-people-key-none")} actions={edit}>
        {say("ui-people-key-none-hint")}
      </EmptyState>
    );
  }
  return (
    <div className="stack">
      <dl className="people-key">
        {people.map(({ id, fields }) => (
          <div key={id}>
            <dt>{fields.initials}</dt>
            <dd>{[fields.post, fields.name].filter(Boolean).join(", ")}</dd>
          </div>
        ))}
      </dl>
      <div>{edit}</div>
    </div>
  );
}
