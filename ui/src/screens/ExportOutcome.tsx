// What came of an export: under way, written, cancelled, refused, or waiting to be told what to
// replace.
import { KeyDialog, useAskWho } from "../agreement";
import { useNavigation } from "../file";
import { Confirm, ErrorSummary, Icon, ProgressBar } from "../parts";
import { useWords } from "../words";
import type { Exporting } from "./useExport";

/** Where on this screen what was refused is mended, by the refusal's code; null where it is asked. */
const WAYS: Record<string, string | null> = {
  "export-not-signed": "sign-offs",
  "export-blocked": "export-findings",
  "sign-who-are-you": null,
};

/** The refusal that is mended on another screen. */
const UNDECIDED = "export-undecided";

/** What came of an export. `onCancel` stops one that is under way. */
export function ExportOutcome({
  exporting,
  onCancel,
}: {
  exporting: Exporting;
  onCancel: () => void;
}) {
  const say = useWords();
  const { state, progress, exported, sentence = "", code = "" } = exporting;
  const askWho = useAskWho();
  const { open } = useNavigation();
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
        <ErrorSummary
          title={say("ui-export-refused")}
          problems={[
            {
              id: "refused",
              sentence,
              place: code in WAYS || code === UNDECIDED ? code : undefined,
            },
          ]}
          onGo={(code) => {
            if (code === UNDECIDED) void open({ view: "copies" });
            else if (WAYS[code]) goTo(WAYS[code]);
            else askWho();
          }}
        />
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
            {exported.certificate !== null && (
              <span className="written-path">
                {say("ui-export-certificate", { path: exported.certificate })}
              </span>
            )}
          </p>
        </div>
      )}
      {state === "wants-key" && <KeyDialog onClose={exporting.drop} onOpen={exporting.again} />}
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

function goTo(heading: string) {
  const element = document.getElementById(heading);
  element?.focus();
  element?.scrollIntoView({ block: "start" });
}
