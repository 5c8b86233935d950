// The parts of a decision report that are words and a little beside them: recommendations,
// implications and background papers.
import { CellFlag, CellProse, CellSelect, CellText } from "../file";
import type { SectionView } from "../generated/wire";
import { usePersonOptions } from "../people";
import { useWords } from "../words";

/** What the committee is asked to decide: a numbered list. */
export function RecommendationsEditor({ section }: { section: SectionView }) {
  const say = useWords();
  return (
    <CellProse
      row={`section/${section.id}`}
      field="text"
      value={section.text}
      label={say("ui-recommendations")}
      hint={say("ui-recommendations-hint")}
      size="large"
    />
  );
}

/** What a decision means in one respect, and the post that cleared it. */
export function ImplicationEditor({ section }: { section: SectionView }) {
  const say = useWords();
  const at = { row: `section/${section.id}`, fields: section.fields };
  return (
    <div className="stack">
      <CellProse
        row={at.row}
        field="text"
        value={section.text}
        label={say("ui-implication")}
        size="large"
      />
      <div className="fields">
        <CellSelect
          at={at}
          field="cleared_by"
          label={say("ui-cleared-by")}
          options={usePersonOptions()}
          width="full"
        />
        <CellText
          at={at}
          field="cleared_on"
          label={say("ui-cleared-on")}
          hint={say("ui-date-hint")}
          width="medium"
          isFigures
        />
      </div>
      <NoneStated section={section} />
    </div>
  );
}

/** What the report relied on, or that there is nothing. */
export function PapersEditor({ section }: { section: SectionView }) {
  const say = useWords();
  const isNone = section.fields.none_stated === "yes";
  return (
    <div className="stack">
      {(section.text.length > 0 || !isNone) && (
        <CellProse
          row={`section/${section.id}`}
          field="text"
          value={section.text}
          label={say("ui-papers")}
          hint={say("ui-papers-hint")}
          size="large"
        />
      )}
      <NoneStated section={section} />
    </div>
  );
}

/** Says that there is nothing, where nothing is written. */
function NoneStated({ section }: { section: SectionView }) {
  const say = useWords();
  if (section.text.length > 0 && section.fields.none_stated !== "yes") return null;
  return (
    <CellFlag
      at={{ row: `section/${section.id}`, fields: section.fields }}
      field="none_stated"
      label={say("ui-none-stated")}
      hint={say("ui-none-stated-hint")}
    />
  );
}
