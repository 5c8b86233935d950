# History: every change in a sentence, differences, and restoring.

# What things are called in the middle of a sentence.
history-directorate = the directorate
history-report = the report for { $period }
history-named = { $noun } “{ $words }”
history-named-of = { $noun } “{ $words }” of { $of }
history-noun-of = { $noun } of { $of }
history-noun-for = { $noun } for { $name }
history-quoted = “{ $words }”
history-figure-of = { $series } for { $measure }, { $period }
history-cell-of = “{ $line }”, { $column }
history-target = target
history-bound-green = bound of green
history-bound-amber = bound of amber
history-yes = yes
history-no = no
history-picture = a picture

history-left-out = { $count ->
    [one] One more row is not shown.
   *[other] { $count } more rows are not shown.
  }
history-word-added = Added
history-word-removed = Removed
history-word-moved = Moved
history-word-changed = Changed

# What was done.
history-added = { $what } added
history-removed = { $what } removed
history-moved = { $what } moved
history-moved-into = { $what } moved into { $into }
history-moved-top = { $what } moved to the top level
history-changed = { $what } changed
history-several = { $what }: { $fields } changed
history-field-of = { $field } of { $what }
history-field-on = { $field } on { $what }
history-from-to = { $subject }: { $before } → { $after }
history-set = { $subject }: set to { $after }
history-set-quoted = { $subject }: “{ $after }” written
history-entered = { $subject }: { $after } entered
history-cleared = { $subject }: { $before } cleared
history-written = { $subject }: { $count ->
    [one] one word written
   *[other] { $count } words written
  }
history-taken = { $subject }: { $count ->
    [one] one word cleared
   *[other] { $count } words cleared
  }
history-words-changed = { $subject }: { $count ->
    [one] one word changed
   *[other] { $count } words changed
  }
history-words-added = { $subject }: { $count ->
    [one] one word added
   *[other] { $count } words added
  }
history-words-removed = { $subject }: { $count ->
    [one] one word removed
   *[other] { $count } words removed
  }
history-words-both = { $subject }: { $count ->
    [one] one word added
   *[other] { $count } words added
  }, { $removed } removed
history-marks = { $subject }: only marks and spaces changed
history-on = “{ $field }” turned on for { $what }
history-off = “{ $field }” turned off for { $what }
history-reviewed = { $what } confirmed as reviewed
history-unreviewed = { $what } marked as not reviewed
history-begun = File begun with its first content
history-rolled = { $what } started from the one before
history-signed-off = { $count ->
    [0] Sections signed off
    [one] { $what } signed off
   *[other] { $count } sections signed off
}
history-let-through = { $count ->
    [0] Sections let go to committee without sign-off
    [one] { $what } let go to committee without sign-off
   *[other] { $count } sections let go to committee without sign-off
}
history-handed-back = { $count ->
    [0] Sections returned
    [one] { $what } returned
   *[other] { $count } sections returned
}
history-withdrawn = { $count ->
    [0] Sign-offs withdrawn
    [one] Sign-off of { $what } withdrawn
   *[other] Sign-off of { $count } sections withdrawn
}
history-handed-in = { $count ->
    [0] Sections submitted
    [one] { $what } submitted
   *[other] { $count } sections submitted
}
history-recalled = { $count ->
    [0] Sections taken back from their lead
    [one] { $what } taken back from its lead
   *[other] { $count } sections taken back from their lead
}
history-exported = Final paper written: { $what }
history-whole-file = the whole file, as it was earlier
history-nothing = nothing changed
history-undone = Undone: { $sentence }
history-brought-in = Brought in from a copy: { $sentence }
history-redone = Redone: { $sentence }
history-restored = Restored: { $sentence }
history-more = { $count ->
    [one] and one more
   *[other] and { $count } more
  }

# Differences and restoring.
history-now = now
history-moment = { $day } at { $time }
history-as-it-was = { $what } as of { $moment }
history-whole = the whole file
history-before-change = Before the change of { $moment }
history-settings = Report settings
history-measures = Measures
history-people = People and departments
history-same = Nothing differs.
history-count = { $count ->
    [one] one difference
   *[other] { $count } differences
  }
history-differences = { $count ->
    [one] One difference
   *[other] { $count } differences
  } in { $sections ->
    [one] one section.
   *[other] { $sections } sections.
  }
history-restore-first = This belongs to what is no longer in the file: { $what }. Restore that first.
history-not-yet = { $what } was not in the file at that moment. Choose a later one.
history-first = The file begins with this change, so that nothing is before it. Choose a later one.

# How much of its history a file keeps.
edit-thinned = leave early history out
history-base = The file as it was, without what was done until then
history-keeps = { $count ->
    [one] The file keeps one change, made on { $since }.
   *[other] The file keeps { $count } changes, the first of { $since }.
  }
history-keeps-none = The file keeps no change.
history-thinned = { $count ->
    [one] One earlier one was left out on { $day }.
   *[other] { $count } earlier ones were left out on { $day }.
  }
history-thinned-by = { $count ->
    [one] One earlier one was left out by { $person } on { $day }.
   *[other] { $count } earlier ones were left out by { $person } on { $day }.
  }
history-would-thin = { $count ->
    [0] Nothing can be left out before { $day }.
    [one] One change before { $day } would be left out.
   *[other] { $count } changes before { $day } would be left out.
  }
history-nothing-to-thin = Nothing was done before that day that could be left out. Take a later day.
cli-thinned = { $count ->
    [one] One change was left out of the history of { $file }.
   *[other] { $count } changes were left out of the history of { $file }.
  }
