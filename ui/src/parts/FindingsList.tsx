// What the checks say: how grave, what is wrong, how to mend it, and the way to its field.
import { GridList, GridListItem } from "react-aria-components";
import { useWords } from "../words";
import { Icon } from "./Icon";
import { goToPlace } from "./place";
import "./findings.css";

/** How grave a finding is. A blocking one stops a final export. */
export type Severity = "blocking" | "warning" | "advice";

/** What one check says. */
export interface Finding {
  id: string;
  severity: Severity;
  sentence: string;
  /** How to mend it. */
  mend?: string;
  /** Where it is, in words. */
  where?: string;
  /** The address of the field that mends it. */
  place?: string;
}

/** Every finding, gravest first. */
export interface FindingsListProps {
  label: string;
  findings: Finding[];
  /** Goes to a finding's field; left out, it goes to the field if it is on this screen. */
  onGo?: (finding: Finding) => void;
  /** What to say when there are none. */
  none?: string;
}

const ORDER: Severity[] = ["blocking", "warning", "advice"];

/** Every finding, gravest first: arrow keys walk the list, Enter goes to the field. */
export function FindingsList({ label, findings, onGo, none }: FindingsListProps) {
  const say = useWords();
  const go = onGo ?? ((finding: Finding) => finding.place && goToPlace(finding.place));
  const sorted = ORDER.flatMap((severity) => findings.filter((f) => f.severity === severity));
  return (
    <GridList
      aria-label={label}
      className="findings"
      items={sorted}
      renderEmptyState={() => (
        <p className="findings-none">
          <Icon name="check" /> {none ?? say("ui-findings-none")}
        </p>
      )}
    >
      {(finding) => (
        <GridListItem
          id={finding.id}
          className={`finding finding-${finding.severity}`}
          textValue={`${say(`ui-severity-${finding.severity}`)}: ${finding.sentence}`}
          onAction={() => go(finding)}
        >
          <SeverityMark severity={finding.severity} />
          <div className="finding-words">
            {finding.where && <span className="finding-where">{finding.where}</span>}
            <span className="finding-sentence">{finding.sentence}</span>
            {finding.mend && <span className="finding-mend">{finding.mend}</span>}
          </div>
          <Icon name="forward" size={14} />
        </GridListItem>
      )}
    </GridList>
  );
}

const SHAPES: Record<Severity, string> = {
  blocking: "M4.9.75h6.2l4.15 4.15v6.2l-4.15 4.15H4.9L.75 11.1V4.9zM8 4.5v4M8 11.4v.02",
  warning: "M8 1.25 15.25 14H.75zM8 6v3.75M8 11.9v.02",
  advice: "M8 15A7 7 0 1 0 8 1a7 7 0 0 0 0 14zM8 7.25V11.5M8 4.6v.02",
};

/** How grave something is: shape, and the word for screen readers or for everyone. */
export function SeverityMark({ severity, hasWord }: { severity: Severity; hasWord?: boolean }) {
  const say = useWords();
  return (
    <span className={`severity severity-${severity}`}>
      <svg viewBox="0 0 16 16" aria-hidden="true" focusable="false">
        <path d={SHAPES[severity]} />
      </svg>
      <span className={hasWord ? undefined : "unseen"}>{say(`ui-severity-${severity}`)}</span>
    </span>
  );
}
