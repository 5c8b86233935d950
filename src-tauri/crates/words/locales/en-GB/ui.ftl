# The words of the interface. Keys begin with "ui-"; the paper's and the checks' words are in the
# files beside this one.

## What any part may say
ui-cancel = Cancel
ui-close = Close
ui-dismiss = Put away
ui-optional = (optional)
ui-picture-choose = Choose a picture…
ui-picture-change = Choose another…
ui-picture-remove = Take it off
ui-picture-unread = This file cannot be read as a picture. Choose a PNG, JPEG or SVG file.

## How what was typed stands
ui-field-saving = Saving
ui-field-committed = Saved
ui-field-refused = Not saved

## Marks
ui-judgement = judgement

## Outline
ui-complete-done = complete
ui-complete-partly = partly complete
ui-complete-missing = not started
ui-actions-for = Options for { $name }

## Findings
ui-severity-blocking = Must be mended
ui-severity-warning = Look again
ui-severity-advice = Worth knowing
ui-findings-none = Nothing to mend.

## Grid
ui-grid-keys = Arrow keys move between cells. Type, or press Enter, to edit. Escape leaves a cell as it was. Hold Shift to select several cells. Ctrl+V pastes cells from a spreadsheet and Delete clears them. Escape and then Tab leaves the table.
ui-grid-leave = Esc, then Tab leaves the table
ui-grid-of-cell = { $cell }: { $sentence }
ui-grid-not-pasted = Nothing was pasted. { $sentence }
ui-grid-not-cleared = Nothing was cleared. { $sentence }
ui-grid-fixed = { $cell } cannot be written. Copy without it, or paste elsewhere.
ui-grid-too-large = What was copied has { $rows ->
    [one] one row
   *[other] { $rows } rows
} and { $cols ->
    [one] one column
   *[other] { $cols } columns
}; from this cell on there is room for { $roomRows ->
    [one] one row
   *[other] { $roomRows } rows
} and { $roomCols ->
    [0] no column
    [one] one column
   *[other] { $roomCols } columns
}.
ui-grid-too-wide = What was copied has { $cols ->
    [one] one column
   *[other] { $cols } columns
}; from this cell on there is room for { $roomCols ->
    [0] none
    [one] one column
   *[other] { $roomCols } columns
}.
ui-grid-unnamed = without a name
ui-row-actions = Row actions

## Panes and pages
ui-resize-pane = Width of { $pane }
ui-page-of = Page { $page } of { $pages }
ui-page-previous = Previous page
ui-page-next = Next page
ui-preview-working = Updating
ui-zoom = { $percent }%
ui-zoom-fit = Fit
ui-zoom-to-fit = Fits the page to the pane
ui-zoom-true = Shows the page as large as on paper
ui-zoom-in = Larger
ui-zoom-out = Smaller

## Writing
ui-prose-tools = Tools for { $name }
ui-prose-marks = Text and lists
ui-prose-levels = List levels
ui-prose-paragraph = Paragraph
ui-prose-heading = Heading { $level }
ui-prose-bold = Bold
ui-prose-italic = Italic
ui-prose-bullets = Bulleted list
ui-prose-numbers = Numbered list
ui-prose-indent = Move in
ui-prose-outdent = Move out
ui-prose-link = Link
ui-prose-footnote = Footnote
ui-footnotes = Footnotes
ui-footnote-edit = Edit footnote { $number }
ui-footnote-title = Footnote
ui-footnote-words = Words of the footnote
ui-footnote-save = Save footnote
ui-footnote-remove = Remove footnote
ui-link-title = Link
ui-link-address = Address
ui-link-hint = A web page or an e-mail address, such as www.gov.uk or clerk@council.gov.uk
ui-link-refused = This is neither a web page nor an e-mail address, such as www.gov.uk or clerk@council.gov.uk. Correct the address, or remove the link.
ui-link-refused-new = This is neither a web page nor an e-mail address, such as www.gov.uk or clerk@council.gov.uk. Correct the address.
ui-link-save = Save link
ui-link-remove = Remove link

## Choosing a file where the system has no dialog for it
ui-path-open = Open a file
ui-path-save = Save to a file
ui-path-folder = Choose a folder
ui-path-label = Path
ui-path-hint = The whole path, from the root folder.
ui-path-choose = Choose
ui-path-empty = Give the path of a file.

