// Panes, outline and page preview, as the workspace puts them together.
import { useState } from "react";
import { FindingsList, Outline, PagePreview, SplitPane, Tabs, TextField } from "../parts";
import { accepted } from "./Gallery";
import { FINDINGS, OUTLINE, PAGES } from "./samples";

/** Panes, outline and page preview, as the workspace puts them together. */
export function Frames() {
  const [section, setSection] = useState<string | null>("developments");
  const [pane, setPane] = useState("editor");
  const [side, setSide] = useState("preview");
  const [page, setPage] = useState(0);
  const [heading, setHeading] = useState("Key developments");
  const [moved, setMoved] = useState("");
  return (
    <div className="frame">
      <SplitPane
        label="Report"
        selected={pane}
        onSelect={setPane}
        panes={[
          {
            id: "outline",
            label: "Outline",
            width: 16,
            minWidth: 13,
            content: (
              <Outline
                label="Sections"
                items={OUTLINE}
                selected={section}
                onSelect={setSection}
                onMove={(id, way) => setMoved(`${id} ${way}`)}
                actions={() => [{ id: "remove", label: "Remove", onAction: () => {} }]}
              />
            ),
          },
          {
            id: "editor",
            label: "Section",
            minWidth: 26,
            content: (
              <div className="pad">
                <h2>Key developments</h2>
                <p className="quiet" data-testid="section">
                  {section} {moved}
                </p>
                <TextField label="Heading" value={heading} onCommit={accepted(setHeading)} />
              </div>
            ),
          },
          {
            id: "side",
            label: "Paper",
            width: 24,
            minWidth: 18,
            count: 3,
            content: (
              <Tabs
                label="Paper"
                fills
                selected={side}
                onSelect={setSide}
                views={[
                  {
                    id: "preview",
                    label: "Preview",
                    content: (
                      <PagePreview label="Pages" pages={PAGES} current={page} onCurrent={setPage} />
                    ),
                  },
                  {
                    id: "checks",
                    label: "Checks",
                    count: FINDINGS.length,
                    content: <FindingsList label="Findings" findings={FINDINGS} />,
                  },
                ]}
              />
            ),
          },
        ]}
      />
    </div>
  );
}
