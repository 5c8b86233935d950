// My work: what waits for the person at the keyboard, in every report of the file.
import { useAskWho, WorkList } from "../agreement";
import { Loaded, useVisit, useWork } from "../file";
import type { WorkItem } from "../generated/wire";
import { Button, EmptyState } from "../parts";
import { useWords } from "../words";

/** My work. `onTalk` is told when something is opened of which the comments matter. */
export function WorkScreen({ onTalk }: { onTalk: () => void }) {
  const say = useWords();
  const visit = useVisit();
  const askWho = useAskWho();
  const go = (item: WorkItem) => {
    if (item.kind === "unread" || item.kind === "returned") onTalk();
    void visit(item.report, item.spot);
  };
  return (
    <div className="whole" data-landing tabIndex={-1}>
      <article className="editor" aria-label={say("ui-work")}>
        <h2>{say("ui-work")}</h2>
        <Loaded query={useWork()}>
          {({ me, items }) =>
            me.person === null ? (
              <EmptyState
                icon="person"
                title={say("ui-work-who")}
                actions={
                  <Button tone="primary" onPress={askWho}>
                    {say("ui-who-ask")}
                  </Button>
                }
              >
                {say("ui-work-who-hint")}
              </EmptyState>
            ) : (
              <>
                <p className="quiet">{say("ui-work-of", { name: me.name, count: items.length })}</p>
                <WorkList items={items} onGo={go} />
              </>
            )
          }
        </Loaded>
      </article>
    </div>
  );
}
