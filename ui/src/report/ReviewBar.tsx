// Words that come from the last report: said to be so, until someone changes or confirms them.
import { useEdit, useReadOnly } from "../file";
import { Button, Icon } from "../parts";
import { useWords } from "../words";
import "./reviewBar.css";

/**
 * Says that words come from the last report and nobody has reviewed them, and confirms them. `rows`
 * are those that carry the mark, as `section/…` or `entry/…`; without any there is nothing to say.
 */
export function ReviewBar({ rows }: { rows: string[] }) {
  const say = useWords();
  const isReadOnly = useReadOnly();
  const edit = useEdit();
  const [first] = rows;
  if (first === undefined) return null;
  const confirm = () =>
    edit(rows.map((row) => ({ change: "set", place: `${row}#unreviewed`, text: "" })));
  return (
    <div className="review" data-place={`${first}#unreviewed`}>
      <Icon name="info" />
      <p>{say("ui-review-about")}</p>
      {!isReadOnly && (
        <Button size="small" icon="check" onPress={() => void confirm()}>
          {say("ui-review-confirm", { count: rows.length })}
        </Button>
      )}
    </div>
  );
}
