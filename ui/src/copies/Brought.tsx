// What comes in with a copy: who did how much, the places that change, and what has to be decided.
import type { BroughtInView, BroughtPlace } from "../generated/wire";
import { Icon } from "../parts";
import { useWords } from "../words";

/** What comes in with a copy. */
export function Brought({ view }: { view: BroughtInView }) {
  const say = useWords();
  const { sentence, by, changes, merged, conflicts } = view;
  return (
    <div className="brought">
      <p>{sentence}</p>
      {by.length > 0 && (
        <ul className="brought-by">
          {by.map((phrase) => (
            <li key={phrase}>
              <Icon name="person" size={14} /> {phrase}
            </li>
          ))}
        </ul>
      )}
      {conflicts.length > 0 && (
        <Places title={say("ui-brought-conflicts")} places={conflicts} tone="care" />
      )}
      {merged.length > 0 && <Places title={say("ui-brought-merged")} places={merged} />}
      {changes.length > 0 && <Places title={say("ui-brought-changes")} places={changes} />}
    </div>
  );
}

function Places({
  title,
  places,
  tone,
}: {
  title: string;
  places: Pick<BroughtPlace, "place" | "at">[];
  tone?: "care";
}) {
  return (
    <section className="brought-places">
      <h3>
        {tone && (
          <span className={`tone-${tone}`}>
            <Icon name="warning" />
          </span>
        )}
        {title}
      </h3>
      <ul>
        {places.map(({ place, at }) => (
          <li key={place}>{at}</li>
        ))}
      </ul>
    </section>
  );
}
