// A grid of cells edited as in a spreadsheet: by arrow keys, typing, ranges, and blocks pasted
// from one. A screen reader hears row and column headings with each cell.
import { useId, useRef } from "react";
import { Popover } from "react-aria-components";
import { type Say, useWords } from "../../words";
import { Icon } from "../Icon";
import { MenuList } from "../Menu";
import { GridHead } from "./GridHead";
import { GridLine } from "./GridLine";
import { cellKey, type GridProps } from "./model";
import { useEdges } from "./useEdges";
import { type GridState, useGrid } from "./useGrid";
import "../select.css";
import "./grid.css";

/** A grid of cells edited as in a spreadsheet. */
export function Grid(props: GridProps) {
  const say = useWords();
  const state = useGrid(props);
  const keysId = useId();
  const saidId = useId();
  const scroller = useRef<HTMLDivElement>(null);
  useEdges(scroller);
  const editor = useRef(state);
  editor.current = state;
  const said = saidOf(props, state, say);
  const { ref, ...handlers } = state.table;
  const menuRow = state.menuRow === null ? undefined : props.rows[state.menuRow];
  const hasActions = Boolean(props.rowActions);

  return (
    <div className="grid">
      <div className="grid-frame">
        <div ref={scroller} className="grid-scroll">
          <table
            ref={ref}
            // biome-ignore lint/a11y/noNoninteractiveElementToInteractiveRole: a table that is edited is a grid.
            role="grid"
            className="grid-table"
            aria-label={props.label}
            aria-describedby={keysId}
            aria-multiselectable
            {...handlers}
          >
            <GridHead columns={props.columns} hasActions={hasActions} />
            <tbody>
              {props.rows.map((row, index) => {
                const isInRange = index >= state.range.top && index <= state.range.bottom;
                return (
                  <GridLine
                    key={row.id}
                    row={row}
                    index={index}
                    columns={props.columns}
                    hasActions={hasActions}
                    activeCol={index === state.active.row ? state.active.col : -1}
                    from={isInRange ? state.range.left : -1}
                    to={isInRange ? state.range.right : -1}
                    isMany={
                      state.range.left !== state.range.right ||
                      state.range.top !== state.range.bottom
                    }
                    drafts={state.drafts}
                    editing={state.editing?.at.row === index ? state.editing : null}
                    editor={editor}
                    saidId={index === state.active.row && said ? saidId : undefined}
                  />
                );
              })}
            </tbody>
          </table>
        </div>
      </div>
      <p id={keysId} className="unseen">
        {say("ui-grid-keys")}
      </p>
      <div className="grid-foot">
        <p id={saidId} className={`grid-said grid-said-${said?.tone ?? "none"}`} aria-live="polite">
          {said?.tone === "trouble" && <Icon name="warning" size={14} />}
          {said?.sentence}
        </p>
        {/* The keys are read out with the grid; this shows the one that a keyboard is lost without. */}
        <span className="grid-leave" aria-hidden="true">
          {say("ui-grid-leave")}
        </span>
      </div>
      <Popover
        className="popover"
        aria-label={say("ui-row-actions")}
        isOpen={menuRow !== undefined}
        onOpenChange={(open) => !open && state.closeMenu()}
        triggerRef={state.menuTrigger}
        placement="bottom end"
      >
        {menuRow && (
          <MenuList
            label={say("ui-row-actions")}
            actions={props.rowActions?.(menuRow, state.menuRow ?? 0) ?? []}
            onClose={state.closeMenu}
          />
        )}
      </Popover>
    </div>
  );
}

/** The one sentence under the grid: about the last block if it was refused, else the active cell. */
function saidOf(props: GridProps, state: GridState, say: Say) {
  if (state.blockSentence) return { tone: "trouble", sentence: state.blockSentence };
  const row = props.rows[state.active.row];
  const column = props.columns[state.active.col];
  const cell = row?.cells[state.active.col];
  if (!row || !column || !cell) return undefined;
  const draft = state.drafts.get(cellKey(row, column));
  if (draft?.sentence) return { tone: "trouble", sentence: draft.sentence };
  if (cell.problem) return { tone: "trouble", sentence: cell.problem };
  if (draft?.state === "saving") return { tone: "plain", sentence: say("ui-field-saving") };
  return cell.note ? { tone: "plain", sentence: cell.note } : undefined;
}
