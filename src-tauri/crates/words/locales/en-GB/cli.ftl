# What the command line prints.

cli-made = Made { $file }
cli-file-ending = { $file } is not a name for a file of Outturn’s. Give it one that ends in .outturn; nothing was written.
cli-not-printed = What was done could not be printed: there is no room left, or no place to write to.
cli-history-left-out = The history was left out: it is not what was written to the file, and so cannot be relied on.
cli-exported = Wrote { $file }, { $pages ->
    [one] one page
   *[other] { $pages } pages
  }
cli-rolled = Started the report for { $period } in { $file }. What came over:
cli-blocking = STOPS
cli-warning = LOOK
cli-note = NOTE
cli-summary = { $blocking ->
    [0] Nothing stops the final paper.
    [one] One finding stops the final paper.
   *[other] { $blocking } findings stop the final paper.
  } { $warnings ->
    [one] One asks for a look,
   *[other] { $warnings } ask for a look,
  } { $notes ->
    [one] one is a note.
   *[other] { $notes } are notes.
  }
