// A comment with its answers: the way to what it is about, an answer, and settling it.
import { useRef, useState } from "react";
import { useDiscussing, useMe, useReadOnly } from "../file";
import type { CommentView, SpotView } from "../generated/wire";
import { Button, TextInput } from "../parts";
import { useWords } from "../words";
import { useDraft } from "./useDraft";
import "./comments.css";

/** A comment with its answers. */
export function CommentThread({
  section,
  comment,
  fresh,
  onGo,
  onSettled,
}: {
  section: string;
  comment: CommentView;
  /** The comments that are new to the person, by id. */
  fresh: ReadonlySet<string>;
  onGo: (spot: SpotView) => void;
  /** Told when it was settled or opened again, and so stands elsewhere. */
  onSettled: () => void;
}) {
  const say = useWords();
  const isReadOnly = useReadOnly();
  const isKnown = useMe().data?.person !== null;
  const { resolve } = useDiscussing();
  const [isAnswering, setAnswering] = useState(false);
  const answer = useRef<HTMLButtonElement>(null);
  const settle = async () => {
    const outcome = await resolve(comment.id, !comment.resolved);
    if (outcome.accepted) onSettled();
  };
  return (
    <li className="comment">
      <Said comment={comment} isNew={fresh.has(comment.id)} onGo={onGo} />
      {comment.answers.length > 0 && (
        <ol className="comment-answers" aria-label={say("ui-comment-answers")}>
          {comment.answers.map((each) => (
            <li key={each.id}>
              <Said comment={each} isNew={fresh.has(each.id)} onGo={onGo} />
            </li>
          ))}
        </ol>
      )}
      {isAnswering && (
        <Answer
          section={section}
          comment={comment.id}
          onDone={() => {
            setAnswering(false);
            answer.current?.focus();
          }}
        />
      )}
      {!isReadOnly && (
        <div className="comment-tools">
          {isKnown && !comment.resolved && (
            <Button
              ref={answer}
              size="small"
              tone="quiet"
              aria-expanded={isAnswering}
              onPress={() => setAnswering(!isAnswering)}
            >
              {say("ui-comment-answer")}
            </Button>
          )}
          <Button size="small" tone="quiet" onPress={() => void settle()}>
            {say(comment.resolved ? "ui-comment-reopen" : "ui-comment-resolve")}
          </Button>
        </div>
      )}
    </li>
  );
}

function Said({
  comment,
  isNew,
  onGo,
}: {
  comment: CommentView;
  isNew: boolean;
  onGo: (spot: SpotView) => void;
}) {
  const say = useWords();
  const { about, aboutWords, by, at, text } = comment;
  return (
    <>
      <p className="comment-top">
        <strong>{by}</strong>
        {isNew && <span className="comment-fresh">{say("ui-comment-fresh")}</span>}
        <span className="quiet">{at}</span>
      </p>
      {aboutWords !== "" &&
        (about ? (
          <button type="button" className="link comment-about" onClick={() => onGo(about)}>
            {aboutWords}
          </button>
        ) : (
          <p className="quiet comment-about">{aboutWords}</p>
        ))}
      <p className="comment-text">{text}</p>
    </>
  );
}

function Answer({
  section,
  comment,
  onDone,
}: {
  section: string;
  comment: string;
  onDone: () => void;
}) {
  const say = useWords();
  const discussing = useDiscussing();
  const [text, setText] = useDraft(comment);
  const [problem, setProblem] = useState<string>();
  const go = async () => {
    const outcome = await discussing.comment({ section, answers: comment, text });
    if (outcome.accepted) {
      setText("");
      onDone();
    } else setProblem(outcome.sentence);
  };
  return (
    <div className="comment-new">
      <TextInput
        label={say("ui-comment-answer-label")}
        value={text}
        onChange={(typed) => {
          setText(typed);
          setProblem(undefined);
        }}
        problem={problem}
        lines={2}
        autoFocus
        onEnter={() => void go()}
      />
      <div>
        <Button size="small" onPress={() => void go()}>
          {say("ui-comment-answer-send")}
        </Button>
      </div>
    </div>
  );
}
