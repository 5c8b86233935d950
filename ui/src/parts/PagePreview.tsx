// The paper's pages as they will be printed: pictures, each with words that say what is on it.
import { useEffect, useRef, useState } from "react";
import { ToggleButton, Toolbar } from "react-aria-components";
import { useWords } from "../words";
import { IconButton } from "./Button";
import { Picture } from "./Picture";
import { Tooltip } from "./Tooltip";
import { nextZoom, pointsWide, type Zoom } from "./zoom";
import "./preview.css";

/** One page. */
export interface PreviewPage {
  /** The page as SVG text; left out while it is not there yet. */
  svg?: string;
  /** What is on it, for those who do not see it. */
  alt: string;
}

/** The pages of a paper. */
export interface PagePreviewProps {
  label: string;
  pages: PreviewPage[];
  /** The page to show, counted from 0; a change scrolls to it. */
  current: number;
  onCurrent: (page: number) => void;
  /** The number printed on the first page, where these are not the first pages of the paper. */
  firstNumber?: number;
  /** How many pages the whole paper has, where that is known. */
  of?: number | null;
  /** Says that the pages are being made again. */
  isWorking?: boolean;
}

/** Dots of the screen to a point on paper. */
const DOTS_PER_POINT = 96 / 72;

/** The pages of a paper, one under another, fitted to the pane or at a chosen size. */
export function PagePreview({
  label,
  pages,
  current,
  onCurrent,
  firstNumber = 1,
  of,
  isWorking,
}: PagePreviewProps) {
  const say = useWords();
  const sheets = useRef<HTMLDivElement>(null);
  const seen = useRef(current);
  const [zoom, setZoom] = useState<Zoom>("fit");

  useEffect(() => {
    if (seen.current === current) return;
    seen.current = current;
    sheets.current?.children[current]?.scrollIntoView({ block: "start" });
  }, [current]);

  const look = () => {
    const page = pageInSight(sheets.current);
    if (page === seen.current) return;
    seen.current = page;
    onCurrent(page);
  };
  const zoomBy = (way: 1 | -1) => () => {
    const shown = zoom === "fit" ? fitted(sheets.current, pages[current]) : zoom;
    setZoom(nextZoom(shown, way) ?? zoom);
  };
  const isAtEnd = (way: 1 | -1) => zoom !== "fit" && nextZoom(zoom, way) === undefined;

  return (
    <div className="preview">
      <Toolbar className="preview-bar" aria-label={label}>
        <IconButton
          icon="up"
          label={say("ui-page-previous")}
          isDisabled={current <= 0}
          onPress={() => onCurrent(current - 1)}
        />
        <IconButton
          icon="down"
          label={say("ui-page-next")}
          isDisabled={current >= pages.length - 1}
          onPress={() => onCurrent(current + 1)}
        />
        <span className="figures">
          {say("ui-page-of", {
            page: firstNumber + Math.max(0, Math.min(current, pages.length - 1)),
            pages: of ?? firstNumber + pages.length - 1,
          })}
        </span>
        <span className="preview-working quiet" role="status">
          {isWorking ? say("ui-preview-working") : ""}
        </span>
        <IconButton
          icon="zoomOut"
          label={say("ui-zoom-out")}
          isDisabled={isAtEnd(-1)}
          onPress={zoomBy(-1)}
        />
        <Tooltip words={say(zoom === "fit" ? "ui-zoom-true" : "ui-zoom-to-fit")}>
          <ToggleButton
            className="button button-quiet preview-zoom figures"
            isSelected={zoom === "fit"}
            onChange={(isFitted) => setZoom(isFitted ? "fit" : 1)}
          >
            {zoom === "fit" ? say("ui-zoom-fit") : say("ui-zoom", { percent: zoom * 100 })}
          </ToggleButton>
        </Tooltip>
        <IconButton
          icon="zoomIn"
          label={say("ui-zoom-in")}
          isDisabled={isAtEnd(1)}
          onPress={zoomBy(1)}
        />
      </Toolbar>
      {/* Scrolling by keyboard needs a place for focus. */}
      <section
        ref={sheets}
        className="preview-sheets"
        aria-label={label}
        // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard.
        tabIndex={0}
        onScroll={look}
      >
        {pages.map((page, index) => (
          <Sheet
            // Pages have no other identity than their number.
            // biome-ignore lint/suspicious/noArrayIndexKey: a page is its number.
            key={index}
            page={page}
            zoom={zoom}
            isCurrent={index === current}
          />
        ))}
      </section>
    </div>
  );
}

function Sheet({ page, zoom, isCurrent }: { page: PreviewPage; zoom: Zoom; isCurrent: boolean }) {
  return (
    <figure
      className={isCurrent ? "sheet sheet-current" : "sheet"}
      style={{ width: zoom === "fit" ? "100%" : `${pointsWide(page.svg) * zoom}pt` }}
    >
      {page.svg !== undefined && <Picture svg={page.svg} alt={page.alt} />}
    </figure>
  );
}

/** What share of its true size a fitted page has. */
function fitted(sheets: HTMLElement | null, page: PreviewPage | undefined): number {
  const sheet = sheets?.querySelector<HTMLElement>(".sheet-current") ?? sheets?.firstElementChild;
  return (sheet?.clientWidth ?? 0) / (pointsWide(page?.svg) * DOTS_PER_POINT);
}

/** The page that crosses a line a third of the way down what is shown. */
function pageInSight(sheets: HTMLElement | null): number {
  if (!sheets) return 0;
  const line = sheets.scrollTop + sheets.clientHeight / 3;
  const at = [...sheets.children].findIndex((sheet) => {
    const { offsetTop, offsetHeight } = sheet as HTMLElement;
    return offsetTop + offsetHeight > line;
  });
  return at < 0 ? sheets.children.length - 1 : at;
}
