// What people did apart and does not go together: the sides beside each other, and the choice.
import { useId, useRef, useState } from "react";
import { useConflicts, useReadOnly, useSettle, useVisit } from "../file";
import type { Choose, ConflictView, SideView } from "../generated/wire";
import { Button, Icon, TextInput } from "../parts";
import { useWords } from "../words";

/** What has to be decided; nothing where there is nothing. */
export function Conflicts() {
  const say = useWords();
  const list = useRef<HTMLHeadingElement>(null);
  const open = useConflicts().data ?? [];
  if (open.length === 0) return null;
  return (
    <section className="block" aria-labelledby="conflicts">
      <h3 id="conflicts" ref={list} tabIndex={-1}>
        {say("ui-conflicts", { count: open.length })}
      </h3>
      <p className="quiet">{say("ui-conflicts-about")}</p>
      <ul className="conflicts" aria-labelledby="conflicts">
        {open.map((conflict) => (
          <Conflict key={conflict.id} conflict={conflict} onSettled={() => list.current?.focus()} />
        ))}
      </ul>
    </section>
  );
}

function Conflict({ conflict, onSettled }: { conflict: ConflictView; onSettled: () => void }) {
  const say = useWords();
  const isReadOnly = useReadOnly();
  const visit = useVisit();
  const settle = useSettle();
  const title = useId();
  const [isWriting, setWriting] = useState(false);
  const [text, setText] = useState(conflict.sides.at(-1)?.text ?? "");
  const [problem, setProblem] = useState<string>();
  const choose = async (chosen: Choose) => {
    const outcome = await settle(conflict.id, chosen);
    if (outcome.accepted) onSettled();
    else setProblem(outcome.sentence);
  };
  return (
    <li className="conflict" aria-labelledby={title}>
      <div className="conflict-top">
        <h4 id={title}>{conflict.at}</h4>
        <Button
          tone="quiet"
          size="small"
          aria-label={say("ui-changes-go-to", { what: conflict.at })}
          onPress={() => void visit(conflict.report, conflict)}
        >
          {say("ui-changes-go")}
        </Button>
      </div>
      {conflict.base !== "" && (
        <p className="conflict-base">
          <span className="quiet">{say("ui-conflict-base")}</span> {conflict.base}
        </p>
      )}
      <div className="conflict-sides">
        {conflict.sides.map((side, at) => (
          <Side
            key={`${side.by} ${side.at} ${side.text}`}
            side={side}
            isShown={!conflict.removed && at === conflict.sides.length - 1}
            onTake={isReadOnly || conflict.removed ? undefined : () => void choose({ side: at })}
          />
        ))}
      </div>
      {!isReadOnly && (
        <div className="copies-tools">
          {conflict.removed ? (
            <>
              <Button onPress={() => void choose("keep")}>{say("ui-conflict-keep")}</Button>
              <Button onPress={() => void choose("leave-out")}>
                {say("ui-conflict-leave-out")}
              </Button>
            </>
          ) : (
            <Button
              tone="quiet"
              icon="edit"
              aria-expanded={isWriting}
              onPress={() => setWriting(!isWriting)}
            >
              {say("ui-conflict-write")}
            </Button>
          )}
        </div>
      )}
      {isWriting && (
        <div className="conflict-own">
          <TextInput
            label={say("ui-conflict-own")}
            value={text}
            onChange={(typed) => {
              setText(typed);
              setProblem(undefined);
            }}
            lines={3}
            problem={problem}
            autoFocus
            onEnter={() => void choose({ text })}
          />
          <div>
            <Button tone="primary" onPress={() => void choose({ text })}>
              {say("ui-conflict-own-take")}
            </Button>
          </div>
        </div>
      )}
      {problem && !isWriting && (
        <p className="copies-problem" role="alert">
          <Icon name="warning" /> {problem}
        </p>
      )}
    </li>
  );
}

function Side({
  side,
  isShown,
  onTake,
}: {
  side: SideView;
  isShown: boolean;
  onTake?: () => void;
}) {
  const say = useWords();
  return (
    <div className="conflict-side">
      <p className="conflict-by">
        <strong>{side.by}</strong> <span className="quiet">{side.at}</span>
        {isShown && <span className="conflict-shown">{say("ui-conflict-shown")}</span>}
      </p>
      <p className="conflict-text">{side.text}</p>
      {onTake && (
        <div>
          <Button
            size="small"
            aria-label={say("ui-conflict-take-of", { by: side.by })}
            onPress={onTake}
          >
            {say("ui-conflict-take")}
          </Button>
        </div>
      )}
    </div>
  );
}
