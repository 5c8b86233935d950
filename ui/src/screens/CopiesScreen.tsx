// Copies: what has to be decided, the shared folder, handing out, sending back, bringing in and who can open the file.
import { BringIn, Conflicts, HandOut, Passphrase, SendBack, SharedFolder } from "../copies";
import { useReadOnly } from "../file";
import type { WorkspaceView } from "../generated/wire";
import { useWords } from "../words";

/** Many hands on one file. */
export function CopiesScreen({ workspace }: { workspace: WorkspaceView }) {
  const say = useWords();
  const isReadOnly = useReadOnly();
  return (
    <div className="whole" data-landing tabIndex={-1}>
      <article className="editor copies" aria-label={say("ui-copies")}>
        <h2>{say("ui-copies")}</h2>
        <Conflicts />
        {workspace.copy === null ? (
          <HandOut file={workspace.path} isClosed={workspace.closed} />
        ) : (
          <SendBack file={workspace.path} isClosed={workspace.closed} />
        )}
        {!isReadOnly && <BringIn />}
        <SharedFolder isClosed={workspace.closed} />
        {!isReadOnly && <Passphrase isClosed={workspace.closed} />}
      </article>
    </div>
  );
}
