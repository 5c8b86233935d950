// What came of an export: under way, written, cancelled, refused, or waiting to be told what to
// replace.
import { Confirm, ErrorSummary, Icon, ProgressBar } from "../parts";
import { useWords } from "../words";
import type { Exporting } from "./useExport";

/** What came of an export. `onCancel` stops one that is under way. */
export function ExportOutcome({
  exporting,
  onCancel,
}: {
  exporting: Exporting;
  onCancel: () => void;
}) {
  const say = useWords();
  const { state, progress, exported, sentence = "" } = exporting;
  return (
    <>
      {state === "working" && (
        <ProgressBar
          label={say("ui-export-working")}
          done={progress && progress.of > 0 ? progress.done / progress.of : undefined}
          detail={progress?.stage}
          onCancel={onCancel}
        />
      )}
      {state === "cancelled" && (
        <p className="cancelled">
          <Icon name="info" /> {sentence}
        </p>
      )}
      {state === "refused" && (
        <ErrorSummary title={say("ui-export-refused")} problems={[{ id: "refused", sentence }]} />
      )}
      {state === "written" && exported && (
        <div className="written">
          <Icon name="check" />
          <p>
            <strong>
              {say(exported.draft ? "ui-export-written-draft" : "ui-export-written-final", {
                pages: exported.pages,
              })}
            </strong>
            <span className="written-path">{exported.path}</span>
          </p>
        </div>
      )}
      <Confirm
        title={say("ui-export-replace-title")}
        sentence={sentence}
        isOpen={state === "exists"}
        confirm={say("ui-export-replace")}
        tone="danger"
        onConfirm={exporting.replace}
        onCancel={exporting.drop}
      />
    </>
  );
}
