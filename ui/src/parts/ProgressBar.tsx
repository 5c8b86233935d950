// How far long work has come, and the way out of it.
import { ProgressBar as AriaProgressBar, Label } from "react-aria-components";
import { useWords } from "../words";
import { Button } from "./Button";
import "./progress.css";

/** Long work under way. */
export interface ProgressBarProps {
  label: string;
  /** From 0 to 1; left out when nobody can know. */
  done?: number;
  /** What is being done now. */
  detail?: string;
  /** Stops the work; the button is shown only when given. */
  onCancel?: () => void;
}

/** How far long work has come. */
export function ProgressBar({ label, done, detail, onCancel }: ProgressBarProps) {
  const say = useWords();
  return (
    <div className="progress">
      <AriaProgressBar
        className="progress-bar"
        value={done ?? 0}
        maxValue={1}
        isIndeterminate={done === undefined}
      >
        {({ percentage, valueText }) => (
          <>
            <div className="progress-top">
              <Label className="field-label">{label}</Label>
              <span className="quiet figures">{done === undefined ? "" : valueText}</span>
            </div>
            <svg
              className="progress-track"
              viewBox="0 0 100 4"
              preserveAspectRatio="none"
              aria-hidden="true"
            >
              <rect className="progress-fill" width={percentage ?? 30} height="4" />
            </svg>
          </>
        )}
      </AriaProgressBar>
      {onCancel && (
        <Button size="small" icon="stop" onPress={onCancel}>
          {say("ui-cancel")}
        </Button>
      )}
      {detail && <p className="progress-detail quiet">{detail}</p>}
    </div>
  );
}
