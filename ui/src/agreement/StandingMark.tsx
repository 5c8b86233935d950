// Where a section stands: icon, words and colour.
import type { Standing } from "../generated/wire";
import { Icon } from "../parts";
import { LOOKS } from "./standing";
import "./agreement.css";

/** Where a section stands, in the words given. */
export function StandingMark({ standing, words }: { standing: Standing; words: string }) {
  const { icon, tone } = LOOKS[standing];
  return (
    <span className={`standing-mark tone-${tone}`}>
      <Icon name={icon} />
      <span>{words}</span>
    </span>
  );
}
