// Everyone and everybody that the directorate's reports name.
import { PeopleTables } from "../people";
import { useWords } from "../words";

/** People, departments and comparators. */
export function PeopleScreen() {
  const say = useWords();
  return (
    <div className="whole" data-landing tabIndex={-1}>
      <article className="editor" aria-label={say("ui-people")}>
        <h2>{say("ui-people")}</h2>
        <PeopleTables />
      </article>
    </div>
  );
}
