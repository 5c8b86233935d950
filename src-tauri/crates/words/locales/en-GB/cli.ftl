# What the command line prints.

cli-made = Made { $file }
cli-exported = Wrote { $file }, { $pages ->
    [one] one page
   *[other] { $pages } pages
  }
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
