// Changes by day, and the one that is chosen beside them.
import { useState } from "react";
import { Loaded, useChanges } from "../file";
import type { ChangeLine, ChangesView } from "../generated/wire";
import { Button, type DatedGroup, DatedList, EmptyState, Select } from "../parts";
import { useWords } from "../words";
import { ChangeDetail } from "./ChangeDetail";

/** What a history can be of. */
export interface HistoryScope {
  about: string | null;
  report: string;
  onAbout: (about: string | null) => void;
}

/** The history of a place or of the whole file. */
export function ChangeBrowser({
  scope,
  onCompare,
}: {
  scope: HistoryScope;
  onCompare: (change: number) => void;
}) {
  const say = useWords();
  const [person, setPerson] = useState<string | null>(null);
  const query = useChanges(scope.about, person);
  return (
    <Loaded query={query}>
      {({ pages }) => {
        const [view] = pages;
        if (!view) return null;
        return (
          <Browser
            view={view}
            changes={pages.flatMap((page) => page.changes)}
            scope={scope}
            person={person}
            onPerson={setPerson}
            onMore={query.hasNextPage ? () => void query.fetchNextPage() : null}
            onCompare={onCompare}
            none={say("ui-changes-none")}
          />
        );
      }}
    </Loaded>
  );
}

function Browser({
  view,
  changes,
  scope,
  person,
  onPerson,
  onMore,
  onCompare,
  none,
}: {
  view: ChangesView;
  changes: ChangeLine[];
  scope: HistoryScope;
  person: string | null;
  onPerson: (person: string | null) => void;
  onMore: (() => void) | null;
  onCompare: (change: number) => void;
  none: string;
}) {
  const say = useWords();
  const [chosen, setChosen] = useState<string | null>(null);
  const shown = changes.find(({ id }) => String(id) === chosen) ?? changes[0];
  const name = view.about ?? "";
  const isOwn = scope.about !== null && scope.about !== `report/${scope.report}`;
  return (
    <div className="history-panes">
      <aside className="history-list" aria-label={say("ui-changes")}>
        <div className="history-filters">
          <Select
            label={say("ui-changes-scope")}
            value={isOwn ? "own" : scope.about === null ? "file" : "report"}
            options={[
              ...(isOwn ? [{ id: "own", label: name }] : []),
              { id: "report", label: say("ui-changes-report") },
              { id: "file", label: say("ui-changes-file") },
            ]}
            isQuiet
            width="full"
            onCommit={async (id) => {
              if (id === "file") scope.onAbout(null);
              if (id === "report") scope.onAbout(`report/${scope.report}`);
              return { accepted: true } as const;
            }}
          />
          {(view.people.length > 1 || person !== null) && (
            <Select
              label={say("ui-changes-person")}
              value={person}
              options={view.people.map((each) => ({ id: each, label: each }))}
              none={say("ui-changes-everyone")}
              isQuiet
              width="full"
              onCommit={async (id) => {
                onPerson(id);
                return { accepted: true } as const;
              }}
            />
          )}
        </div>
        <DatedList
          label={name ? say("ui-changes-of", { what: name }) : say("ui-changes")}
          groups={byDay(changes)}
          selected={shown ? String(shown.id) : null}
          onPick={setChosen}
          none={none}
        />
        {onMore && (
          <Button tone="quiet" onPress={onMore}>
            {say("ui-changes-earlier")}
          </Button>
        )}
      </aside>
      <div className="history-one" data-landing tabIndex={-1}>
        {shown ? (
          <ChangeDetail
            key={shown.id}
            change={shown.id}
            about={isOwn && scope.about ? { place: scope.about, name } : null}
            onCompare={onCompare}
          />
        ) : (
          <EmptyState icon="history" title={none} />
        )}
      </div>
    </div>
  );
}

/** Changes under their days, the newest first. */
export function byDay(changes: ChangeLine[]): DatedGroup[] {
  const groups: DatedGroup[] = [];
  for (const line of changes) {
    if (groups.at(-1)?.day !== line.day) groups.push({ day: line.day, items: [] });
    groups.at(-1)?.items.push({
      id: String(line.id),
      time: line.time,
      sentence: [line.sentence, line.more].filter(Boolean).join(" "),
      detail: [line.person, line.at].filter(Boolean).join(" · "),
    });
  }
  return groups;
}
