# Words of the screens that cross the reports of a file: search, the next period, a measure's history.

ui-search = Search every report
ui-search-placeholder = Search (Ctrl+F)
ui-search-results = What was found
ui-search-none = Nothing has all of these words.
ui-search-count = { $count ->
    [0] Nothing found
    [one] One place found
   *[other] { $count } places found
  }
ui-search-shown = { $shown } of { $count }

ui-roll-command = Start next period…
ui-roll-title = Start the next period
ui-roll-about = A new report is made from the one for { $period }, which stays as it is.
ui-roll-period = Period of the new report
ui-roll-carried = What comes over
ui-roll-stays = Figures and outcomes of the last period stay in its report. Undo takes the new report away again.
ui-roll-start = Start it
ui-roll-started = The next period’s report has been started.

ui-review-mark = Not yet reviewed
ui-review-about = Not yet reviewed: these words come from the last report. Changing them, or confirming that they still hold, takes this mark away.
ui-review-confirm = { $count ->
    [one] Confirm as reviewed
   *[other] Confirm all as reviewed
  }

ui-restated = Restated figures
ui-restated-hint = Figures that an earlier report printed and that have been changed since. The paper says why.
ui-restated-figure = { $before } before, { $now } now
ui-restated-gone = no figure
ui-restated-reason = Why it was corrected

ui-history = From report to report
ui-history-hint = What each report said of this measure, what it promised for the next period, and what came of that.
ui-history-none = No report shows this measure yet.
ui-history-nothing-said = Nothing was said about it.
ui-history-open = Go there
ui-history-open-in = Go there: { $period }
ui-history-promised = Promised for the next period
ui-history-no-answer = No later report has taken it up yet.
ui-history-no-outcome = No outcome yet

ui-keys-search = Ctrl+F
ui-keys-does-search = Searches every report
ui-keys-next-period = Alt+N
ui-keys-does-next-period = Starts the next period
