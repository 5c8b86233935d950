// What is said of the section that is open: comments with their answers, open and settled.
import { useEffect, useRef, useState } from "react";
import { Loaded, useDiscussing, useDiscussion, useMe, useReadOnly } from "../file";
import type { CommentView, DiscussionView, SpotView } from "../generated/wire";
import { Button, Choice, Disclosure, TextInput } from "../parts";
import { useWords } from "../words";
import { CommentThread } from "./CommentThread";
import { restOn } from "./rest";
import { useDraft } from "./useDraft";
import { useAskWho } from "./Who";
import "./comments.css";

/** What is said of a section. */
export interface CommentsPaneProps {
  /** The section that is open; null where none is. */
  section: string | null;
  /** The field that had focus last, as `entity/row#field`. */
  about?: string;
  /** Leads to what a comment is about. */
  onGo: (spot: SpotView) => void;
}

/** What is said of the section that is open. */
export function CommentsPane({ section, about, onGo }: CommentsPaneProps) {
  const say = useWords();
  if (section === null) return <p className="comments quiet">{say("ui-comments-no-section")}</p>;
  return <OfSection key={section} section={section} about={about} onGo={onGo} />;
}

function OfSection({ section, about, onGo }: CommentsPaneProps & { section: string }) {
  const query = useDiscussion(section, about);
  return (
    <Loaded query={query}>
      {(view) => <Comments view={view} about={view.aboutWords ? about : undefined} onGo={onGo} />}
    </Loaded>
  );
}

function Comments({
  view,
  about,
  onGo,
}: {
  view: DiscussionView;
  about?: string;
  onGo: CommentsPaneProps["onGo"];
}) {
  const say = useWords();
  const pane = useRef<HTMLDivElement>(null);
  const fresh = useFresh(view);
  const open = view.comments.filter(({ resolved }) => !resolved);
  const settled = view.comments.filter(({ resolved }) => resolved);
  const thread = (comment: CommentView) => (
    <CommentThread
      key={comment.id}
      section={view.section}
      comment={comment}
      fresh={fresh}
      onGo={onGo}
      onSettled={() => restOn(pane.current)}
    />
  );
  return (
    <div className="comments" ref={pane} tabIndex={-1}>
      <h2 className="unseen">{say("ui-comments")}</h2>
      <NewComment section={view.section} about={about} aboutWords={view.aboutWords} />
      {open.length === 0 ? (
        <p className="quiet">{say("ui-comments-none")}</p>
      ) : (
        <ol className="comment-list" aria-label={say("ui-comments-open-list")}>
          {open.map(thread)}
        </ol>
      )}
      {settled.length > 0 && (
        <Disclosure title={say("ui-comments-settled", { count: settled.length })}>
          <ol className="comment-list">{settled.map(thread)}</ol>
        </Disclosure>
      )}
    </div>
  );
}

/** The comments that were new when they were first shown here; showing them is seeing them. */
function useFresh(view: DiscussionView): ReadonlySet<string> {
  const { seen } = useDiscussing();
  const fresh = useRef(new Set<string>());
  const unread = view.comments
    .flatMap((comment) => [comment, ...comment.answers])
    .filter((comment) => comment.unread)
    .map(({ id }) => id);
  for (const id of unread) fresh.current.add(id);
  const key = unread.join(" ");
  useEffect(() => {
    if (key !== "") void seen(view.section);
  }, [key, seen, view.section]);
  return fresh.current;
}

const SECTION = "section";
const FIELD = "field";

/** Says something new: of the section, or of the field that had focus last. */
function NewComment({
  section,
  about,
  aboutWords,
}: {
  section: string;
  about?: string;
  aboutWords: string;
}) {
  const say = useWords();
  const isReadOnly = useReadOnly();
  const me = useMe().data;
  const askWho = useAskWho();
  const { comment } = useDiscussing();
  const [text, setText] = useDraft(section);
  const [isOnSection, setOnSection] = useState(false);
  const [problem, setProblem] = useState<string>();
  const quiet = <p className="comments-note quiet">{say("ui-comments-never-printed")}</p>;
  if (isReadOnly) return quiet;
  if (me?.person === null) {
    return (
      <div className="comment-new">
        <p>{say("ui-comments-who")}</p>
        <div>
          <Button icon="person" onPress={askWho}>
            {say("ui-who-ask")}
          </Button>
        </div>
        {quiet}
      </div>
    );
  }
  const on = about && !isOnSection ? about : undefined;
  const go = async () => {
    const outcome = await comment({ section, about: on, text });
    if (outcome.accepted) setText("");
    setProblem(outcome.accepted ? undefined : outcome.sentence);
  };
  return (
    <div className="comment-new">
      <TextInput
        label={say("ui-comment-new")}
        value={text}
        onChange={(typed) => {
          setText(typed);
          setProblem(undefined);
        }}
        problem={problem}
        lines={3}
        onEnter={() => void go()}
      />
      {about && (
        <Choice
          label={say("ui-comment-on")}
          value={on ? FIELD : SECTION}
          options={[
            { id: FIELD, label: aboutWords },
            { id: SECTION, label: say("ui-comment-on-section") },
          ]}
          isQuiet
          onCommit={(chosen) => {
            setOnSection(chosen === SECTION);
            return Promise.resolve({ accepted: true });
          }}
        />
      )}
      <div className="comment-send">
        <Button icon="comment" onPress={() => void go()}>
          {say("ui-comment-send")}
        </Button>
        {quiet}
      </div>
    </div>
  );
}
