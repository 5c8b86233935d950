// One change: who made it and when, everything it did, and the ways back.
import { useState } from "react";
import { Loaded, useChange, useReadOnly } from "../file";
import type { ChangeView, Restore } from "../generated/wire";
import { Button, Menu, type MenuAction } from "../parts";
import { useWords } from "../words";
import { RowDiffs } from "./Redline";
import { RestoreDialog } from "./RestoreDialog";

/** A change, and the ways back from it. `about` is what the history beside it is of. */
export function ChangeDetail({
  change,
  about,
  onCompare,
}: {
  change: number;
  about: { place: string; name: string } | null;
  onCompare: (change: number) => void;
}) {
  return (
    <Loaded query={useChange(change)}>
      {(view) => <Detail view={view} about={about} onCompare={onCompare} />}
    </Loaded>
  );
}

function Detail({
  view,
  about,
  onCompare,
}: {
  view: ChangeView;
  about: { place: string; name: string } | null;
  onCompare: (change: number) => void;
}) {
  const say = useWords();
  const isReadOnly = useReadOnly();
  const [restore, setRestore] = useState<Restore | null>(null);
  const { line } = view;
  const { id } = line;
  const back = (to: string, label: string, restore: Restore, startsGroup = false): MenuAction => ({
    id: to,
    label,
    startsGroup,
    onAction: () => setRestore(restore),
  });
  const actions = [
    ...(about
      ? [
          ...(view.isFirst
            ? []
            : [
                back("place-before", say("ui-restore-place-before", { name: about.name }), {
                  what: "place",
                  place: about.place,
                  change: id - 1,
                }),
              ]),
          back("place-after", say("ui-restore-place-after", { name: about.name }), {
            what: "place",
            place: about.place,
            change: id,
          }),
        ]
      : []),
    ...(view.isFirst
      ? []
      : [
          back(
            "file-before",
            say("ui-restore-file-before"),
            { what: "file", change: id - 1 },
            about !== null,
          ),
        ]),
    ...(view.isLast
      ? []
      : [back("file-after", say("ui-restore-file-after"), { what: "file", change: id })]),
  ];
  return (
    <article className="editor change" aria-label={line.sentence}>
      <header className="change-top">
        <p className="editor-kind">
          {[line.day, line.time, line.person].filter(Boolean).join(" · ")}
        </p>
        <h2>{line.sentence}</h2>
        {line.more && <p className="quiet">{line.more}</p>}
        <div className="change-tools">
          {!isReadOnly && !view.isFirst && (
            <Button icon="undo" onPress={() => setRestore({ what: "change", change: id })}>
              {say("ui-restore-change")}
            </Button>
          )}
          {!view.isLast && (
            <Button tone="quiet" onPress={() => onCompare(id)}>
              {say("ui-compare-now")}
            </Button>
          )}
          {!isReadOnly && actions.length > 0 && (
            <Menu label={say("ui-restore-more")} icon="history" tone="quiet" actions={actions} />
          )}
        </div>
      </header>
      {view.isFirst ? (
        <p className="quiet">{say("ui-changes-first")}</p>
      ) : (
        <RowDiffs rows={view.rows} level={3} />
      )}
      {view.leftOut && !view.isFirst && <p className="quiet">{view.leftOut}</p>}
      {restore && (
        <RestoreDialog
          key={JSON.stringify(restore)}
          restore={restore}
          onClose={() => setRestore(null)}
        />
      )}
    </article>
  );
}
