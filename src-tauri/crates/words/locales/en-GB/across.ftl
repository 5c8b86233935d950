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

# The history screen.
ui-changes = History
ui-changes-tab = Changes
ui-changes-of = History: { $what }
ui-changes-scope = Show
ui-changes-report = This report
ui-changes-file = Whole file
ui-changes-person = Changed by
ui-changes-everyone = Everyone
ui-changes-none = Nothing has been changed here.
ui-changes-earlier = Show earlier changes
ui-changes-first = With this change the file began. What it put in is the start of all that follows.
ui-changes-go = Go there
ui-changes-go-to = Go there: { $what }
ui-redline-removed = removed:
ui-redline-added = added:
ui-redline-to = , now
ui-compare = Compare
ui-compare-what = What to compare
ui-compare-moments = Two moments
ui-compare-periods = Two periods
ui-compare-from = Earlier
ui-compare-to = Later
ui-compare-at-now = Now
ui-compare-now = Compare with now
ui-restore = Restore
ui-restore-title = Restore an earlier state?
ui-restore-change = Take this change back
ui-restore-more = Restore a moment
ui-restore-place-before = { $name }, as it was before this
ui-restore-place-after = { $name }, as it was after this
ui-restore-file-before = Whole file, as it was before this
ui-restore-file-after = Whole file, as it was after this
ui-restore-that = Restore that instead
ui-restore-same = It is so already: restoring it would change nothing.
ui-restore-changes = What this would change: { $sentence } It is one step, which undo takes back.
ui-restore-done = Restored.
ui-keys-history = Alt+H
ui-keys-does-history = History of the field, or of what is open

# Copies: many hands on one file.
ui-copies = Copies
ui-copies-undecided = { $count ->
    [one] one thing to decide
   *[other] { $count } things to decide
  }
ui-copies-waiting = { $count ->
    [one] one file from the others to bring in
   *[other] { $count } files from the others to bring in
  }
ui-keys-copies = Alt+C
ui-keys-does-copies = Copies: hand out, bring in, share
ui-copy-kind = Copies and changes
ui-changes-kind = Changes
ui-hand-out = Hand out a working copy
ui-hand-out-about = A copy for one person, to work on without a network. The sections that they write or sign are open; the rest can be read and commented on.
ui-hand-out-to = For
ui-hand-out-whom = Choose whom the copy is for.
ui-hand-out-title = Working copy for { $post }
ui-hand-out-make = Hand out…
ui-hand-out-done = Handed out: { $path }
ui-send-back = Send your changes back
ui-send-back-about = Writes what was done in this copy to a small file, to be sent to whoever brings it in. The copy itself can be sent just as well.
ui-send-back-name = changes
ui-send-back-make = Save your changes…
ui-send-back-done = { $count ->
    [one] One change is in { $path }
   *[other] { $count } changes are in { $path }
  }
ui-hand-out-closed = The copy is closed with the same passphrase as this file. Tell it to them in another way than you send the copy.
ui-send-back-closed = This copy is closed with a passphrase, and a small file of changes could be read by anyone. Send the copy itself back: it can be brought in with the passphrase it was handed out with.
ui-bring-in = Bring a copy in
ui-bring-in-about = What was done in a working copy, or in any other copy of this file, comes in here. You see what would change first. Nothing that was done here is lost.
ui-bring-in-choose = Choose a copy or a changes file…
ui-bring-in-title = Bring in
ui-bring-in-look = What would come in
ui-bring-in-make = Bring in
ui-brought-changes = Places that change
ui-brought-merged = Texts that both wrote in: both stand
ui-brought-conflicts = To be decided
ui-share = Shared folder
ui-share-about = For a team with a folder that is kept the same on every computer. Each computer puts its changes there and takes in those of the others; nothing in it is ever overwritten.
ui-share-closed = This file is closed with a passphrase, and what lies in a shared folder could be read by anyone who comes by it. Hand out working copies instead.
ui-share-title = Shared folder
ui-share-choose = Choose a folder…
ui-share-other = Choose another folder…
ui-share-leave = Share no more
ui-share-now = Share now
ui-share-waiting = { $count ->
    [0] Nothing from the others waits.
    [one] One file from the others waits.
   *[other] { $count } files from the others wait.
  }
ui-share-away = It is not there at the moment.
ui-conflicts = { $count ->
    [one] One thing to decide
   *[other] { $count } things to decide
  }
ui-conflicts-about = Two people changed the same place apart. Until you decide, the later one is shown and both are kept.
ui-conflict-base = Before:
ui-conflict-shown = Shown now
ui-conflict-take = Take this one
ui-conflict-take-of = Take this one: { $by }
ui-conflict-write = Write it anew
ui-conflict-own = What it is to say
ui-conflict-own-take = Take what I wrote
ui-conflict-keep = Put it back
ui-conflict-leave-out = Leave it out
ui-conflict-settled = Decided.

# Who can open the file
ui-passphrase = Who can open this file
ui-passphrase-open = Anyone who has the file
ui-passphrase-open-about = That is enough for most reports. A passphrase is for what nobody else may read, should a laptop or an e-mail go astray.
ui-passphrase-closed = Only those who know its passphrase
ui-passphrase-closed-about = All of it is encrypted. Papers that are exported from it are not.
ui-passphrase-set = Set a passphrase
ui-passphrase-change = Change the passphrase
ui-passphrase-set-about = From now on the file opens with this passphrase alone. Nobody can recover it if it is lost. Copies of the file that were made before stay as they are.
ui-passphrase-is-set = The file is closed with your passphrase.
ui-passphrase-remove = Take the passphrase away
ui-passphrase-remove-about = Anyone who has the file can read it then.
ui-passphrase-removed = Anyone who has the file can read it now.
ui-closed-title = { $name } is closed with a passphrase
ui-closed-about = Type the passphrase of the file. It may take a moment to open.
ui-closed-go = Open

# How much of its history a file keeps
ui-keep = What is kept
ui-keep-about = Early history can be left out, to make the file smaller or to keep no more than a retention rule allows. The content stays as it is, with its sign-offs and comments. What was left out cannot be brought back, and a copy that was made before that day and has brought nothing in since can no longer be brought in.
ui-keep-before = Leave out what was done before
ui-keep-before-hint = For example 1/4/2025
ui-keep-thin = Leave out…
ui-keep-thin-title = Leave early history out?
ui-keep-thin-about = That cannot be undone. Keep a copy of the file first if anyone may ask for it.
ui-keep-thin-go = Leave out
ui-keep-thinned = { $count ->
    [one] One change was left out of history.
   *[other] { $count } changes were left out of history.
  }
ui-keep-copy = A copy without its history
ui-keep-copy-about = For someone who is to have the reports and not how they came about. Comments, sign-offs and hidden sections stay in the copy. What is changed in it can be brought in here.
ui-keep-copy-make = Make a copy…
ui-keep-copy-name = without history
ui-keep-copied = The copy is at { $path }.
