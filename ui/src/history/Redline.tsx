// Two states as one: what went is struck through, what came is underlined, and both are said to
// those who do not see it.
import { useVisit } from "../file";
import type {
  DifferenceView,
  DiffGroupView,
  FieldDiffView,
  PieceView,
  RowDiffView,
} from "../generated/wire";
import { Button } from "../parts";
import { useWords } from "../words";
import "./redline.css";

/** The difference between two states, section by section; `canGo` leads to what differs. */
export function Difference({
  difference,
  canGo = true,
}: {
  difference: DifferenceView;
  canGo?: boolean;
}) {
  return (
    <div className="redline">
      {difference.groups.map((group) => (
        <Group key={group.title} group={group} canGo={canGo} />
      ))}
      {difference.leftOut && <p className="quiet">{difference.leftOut}</p>}
    </div>
  );
}

function Group({ group, canGo }: { group: DiffGroupView; canGo: boolean }) {
  return (
    <section className="redline-group" aria-label={group.title}>
      <header>
        <h3>{group.title}</h3>
        <span className="quiet figures">{group.count}</span>
      </header>
      <RowDiffs rows={group.rows} level={4} canGo={canGo} />
    </section>
  );
}

/** What became of rows. `level` is that of their headings. */
export function RowDiffs({
  rows,
  level,
  canGo = true,
}: {
  rows: RowDiffView[];
  level: 3 | 4;
  canGo?: boolean;
}) {
  return (
    <ul className="redline-rows">
      {rows.map((row, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: rows of one difference never change places
        <RowDiff key={index} row={row} level={level} canGo={canGo} />
      ))}
    </ul>
  );
}

function RowDiff({ row, level, canGo }: { row: RowDiffView; level: 3 | 4; canGo: boolean }) {
  const say = useWords();
  const visit = useVisit();
  const spot = canGo ? row.spot : null;
  const Heading = level === 3 ? "h3" : "h4";
  return (
    <li className="redline-row">
      <div className="redline-top">
        <Heading>
          <Title row={row} />
        </Heading>
        {row.done !== "kept" && <span className="redline-done">{row.word}</span>}
        {row.at && <span className="quiet">{row.at}</span>}
        {spot && (
          <Button
            size="small"
            tone="quiet"
            onPress={() => void visit(row.report, spot)}
            aria-label={say("ui-changes-go-to", { what: row.title })}
          >
            {say("ui-changes-go")}
          </Button>
        )}
      </div>
      {row.fields.length > 0 && (
        <dl className="redline-fields">
          {row.fields.map((field, index) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: fields of one row never change places
            <FieldDiff key={index} field={field} />
          ))}
        </dl>
      )}
    </li>
  );
}

/** What a row is called; what went or came as a whole is marked so. */
function Title({ row }: { row: RowDiffView }) {
  switch (row.done) {
    case "removed":
      return <del>{row.title}</del>;
    case "added":
      return <ins>{row.title}</ins>;
    default:
      return row.title;
  }
}

function FieldDiff({ field }: { field: FieldDiffView }) {
  const say = useWords();
  const isFromTo = !field.isText && field.pieces.length === 2;
  return (
    <div className={field.isText ? "redline-text" : "redline-value"}>
      <dt>{field.name}</dt>
      <dd>
        {field.pieces.map((piece, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: pieces of one text never change places
          <span key={index}>
            {isFromTo && index === 1 && (
              <span className="redline-arrow">
                <span aria-hidden="true"> → </span>
                <span className="unseen">{say("ui-redline-to")}</span>
              </span>
            )}
            <Piece piece={piece} />
          </span>
        ))}
      </dd>
    </div>
  );
}

function Piece({ piece }: { piece: PieceView }) {
  const say = useWords();
  switch (piece.done) {
    case "removed":
      return (
        <del>
          <span className="unseen">{say("ui-redline-removed")} </span>
          {piece.text}
        </del>
      );
    case "added":
      return (
        <ins>
          <span className="unseen">{say("ui-redline-added")} </span>
          {piece.text}
        </ins>
      );
    default:
      return piece.text;
  }
}
