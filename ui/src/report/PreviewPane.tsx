// The paper as it will be printed: the section being edited, or the whole of it.
import { useEffect, useRef, useState } from "react";
import { Loaded, usePages, usePreview } from "../file";
import type { PreviewView } from "../generated/wire";
import { PagePreview, Switch } from "../parts";
import { useWords } from "../words";
import "./side.css";

/** How many pages before and after the one in sight are fetched of the whole paper. */
const AROUND = 2;

/** The pages of the section being edited; nothing for `section` shows the whole paper. */
export function PreviewPane({ report, section }: { report: string; section: string | null }) {
  const say = useWords();
  const [isWhole, setWhole] = useState(false);
  const asked = isWhole ? null : section;
  const preview = usePreview(report, asked);
  return (
    <div className="preview-pane">
      <div className="preview-choice">
        <Switch
          label={say("ui-preview-whole")}
          value={isWhole || section === null}
          isReadOnly={section === null}
          isQuiet
          onCommit={(value) => {
            setWhole(value);
            return Promise.resolve({ accepted: true });
          }}
        />
      </div>
      <div className="preview-pages">
        <Loaded query={preview}>
          {(view) => (
            <Pages
              view={view}
              asked={asked}
              isWorking={preview.isFetching || preview.isPlaceholderData}
            />
          )}
        </Loaded>
      </div>
    </div>
  );
}

function Pages({
  view,
  asked,
  isWorking,
}: {
  view: PreviewView;
  asked: string | null;
  isWorking: boolean;
}) {
  const say = useWords();
  const [current, setCurrent] = useState(view.at);
  // A section begins at its own page; an edit in it leaves the page in sight alone.
  const [begun, setBegun] = useState(asked);
  if (begun !== asked && !isWorking) {
    setBegun(asked);
    setCurrent(view.at);
  }
  const numbers = Array.from({ length: view.pages }, (_, index) => index);
  const wanted = numbers.filter((index) => Math.abs(index - current) <= AROUND);
  const pages = usePages(view.stamp, wanted);
  const drawn = useDrawn(pages.map(({ data }, at) => ({ index: wanted[at] ?? 0, svg: data })));
  return (
    <PagePreview
      label={say("ui-preview-pages")}
      pages={numbers.map((index) => ({
        svg: drawn.get(index),
        alt: say("ui-preview-page", { page: view.firstNumber + index }),
      }))}
      current={Math.min(current, Math.max(0, view.pages - 1))}
      onCurrent={setCurrent}
      firstNumber={view.firstNumber}
      of={view.of}
      isWorking={isWorking || pages.some((page) => page.isFetching)}
    />
  );
}

/** The newest drawing of each page: an older one stays until the newer is there. */
function useDrawn(pages: { index: number; svg: string | undefined }[]): Map<number, string> {
  const drawn = useRef(new Map<number, string>());
  useEffect(() => () => drawn.current.clear(), []);
  for (const { index, svg } of pages) if (svg !== undefined) drawn.current.set(index, svg);
  return drawn.current;
}
