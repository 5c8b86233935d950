# What a report owes the one before it: promises, figures carried over, words to review.

check-quoted = “{ $words }”

check-title-old-period = The title still says { $words }, and { $period } is the last report’s period.
mend-title-old-period = Put this report’s period in its place.
check-restatement-reason = { $measure }: the figure for { $period } was printed as { $before } in an earlier report and has been changed since, without a reason.
mend-restatement-reason = Say in the report’s settings why it was corrected, or put the figure back.
check-restatements-unprinted = { $count ->
    [one] One figure has been corrected since it was printed, and no section says so.
   *[other] { $count } figures have been corrected since they were printed, and no section says so.
  }
mend-restatements-unprinted = Add a section of restated figures.
check-section-dropped = “{ $section }” of the report for { $period } is not in this one, and { $count ->
    [one] one thing that it left open is lost with it
   *[other] { $count } things that it left open are lost with it
  }.
mend-section-dropped = Undo taking it out, or say in that report how each of them ended.
check-unreviewed = { $section }: its words come from the last report, and nobody has reviewed them.
mend-unreviewed = Change what is not so any more, or confirm them as reviewed.
check-commentary-unreviewed = { $measure }: what is said about it comes from the last report, and nobody has reviewed it.
mend-commentary-unreviewed = Change what is not so any more, or confirm it as reviewed.
check-carried-missing = { $what ->
    [action] The action “{ $text }”, promised or left unfinished in { $period }, is not reported on.
    [milestone] The milestone “{ $text }” was not met in { $period } and is missing.
    [task] The task “{ $text }” was not completed in { $period } and is missing.
   *[risk] The risk “{ $text }” was open in { $period } and is missing.
  }
mend-carried-missing = { $what ->
    [action] Undo taking it out, or enter its outcome in the report for { $period }.
    [milestone] Undo taking it out, or mark it met in the report for { $period }.
    [task] Undo taking it out, or mark it completed in the report for { $period }.
   *[risk] Undo taking it out, or mark it closed in the report for { $period }.
  }
check-old-period = { $section }: it says { $words }, and { $period } is the last report’s period.
mend-old-period = See whether this period is meant, and change { $count ->
    [one] it
   *[other] them
  } if so.
check-opening-differs = { $line }, { $column } { $gap ->
    [none] is empty, but the report for { $period } closed with { $closed }
   *[other] is { $figure }, but the report for { $period } closed with { $closed }
  }.
mend-opening-differs = Enter { $closed }, or say in the line’s comment why it opens with another figure.

search-in-file = Measures
restated-figure = { $series }, { $period }
