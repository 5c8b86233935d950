# The words of the screens. Keys begin with "ui-"; those of the shared parts are in ui.ftl.

## The program
ui-title = Outturn
ui-title-file = { $name } – Outturn
ui-file-kind = Outturn file
ui-loading = Loading…
ui-opening = Opening { $name }…
ui-trouble-unreachable = Outturn did not answer. What you typed is still here: try again, and if it stays silent close the window and open the file again.
ui-retry = Try again
ui-to-start = Back to the start
ui-leave-title = Something is not saved
ui-leave-sentence = A field holds something that could not be saved. If you close now, what was typed there is lost; everything else is safe.
ui-leave-anyway = Close and lose it

## What any screen says
ui-saved = Saved
ui-all-saved = Everything is already saved.
ui-unsettled = A field holds something that cannot be saved. Mend it, or press Escape in it to go back to what is stored.
ui-undo = Undo
ui-redo = Redo
ui-undo-step = Undo: { $step }
ui-redo-step = Redo: { $step }
ui-undone-step = Undone: { $step }
ui-redone-step = Redone: { $step }
ui-removed = Removed
ui-add-above = Add above
ui-add-below = Add below
ui-move-up = Move up
ui-move-down = Move down
ui-remove = Remove
ui-choose = Choose
ui-none = None
ui-yes = Yes
ui-date-hint = Such as 14/11/2026 or 14 November 2026.
ui-search-hint = Type to narrow the list

## The bar and the panes
ui-places = Parts of the file
ui-report = Report
ui-measures = Measures
ui-people = People
ui-export = Check and export
ui-close-file = Close file
ui-close-file-about = Closes the file and goes back to the start
ui-panes = Panes
ui-editor = Editor
ui-side = Preview and checks
ui-preview = Preview
ui-checks = Checks
ui-status-keys = F1 shows the keys · F8 goes to what is missing

## Start
ui-start-about = Write the performance report once, see what is still missing, and send committee the paper.
ui-start-begin = Begin
ui-start-new = New report file
ui-start-open = Open a file
ui-start-open-title = Open an Outturn file
ui-start-samples = Look round a sample
ui-start-recent = Opened before
ui-start-recent-none = The files you open appear here.
ui-start-missing = This file is not there any more. It may have been moved or renamed.
ui-start-forget = Take { $name } off the list
ui-start-trouble = The file was not opened
ui-start-read-only = Open it to read only
ui-start-version = Outturn { $version }
ui-new-title = New report file
ui-new-template = Kind of report
ui-new-council-missing = Enter the council.
ui-new-directorate-missing = Enter the directorate.
ui-new-period = Reporting period
ui-new-where = Where to keep it
ui-new-where-hint = One file holds the directorate’s measures and all its reports.
ui-new-file-name = Directorate report
ui-path-other = Other place
ui-new-make = Make the file
ui-template-use = Use a template file…
ui-template-open = Open a template
ui-template-kind = Outturn template
ui-template-save = Save as template…
ui-template-save-title = Save the layout as a template
ui-template-save-make = Save the template
ui-template-about = A template holds the report’s sections, tables, columns, formulas, status rules and keys. It holds no figures, people or measures. Anyone who has the file can start a report from it.
ui-template-words = Take the narratives along, as a starting point
ui-template-saved = The template is saved as { $path }.
ui-report-menu = This report
ui-report-add = New report in this file…
ui-report-add-title = New report in this file
ui-report-add-make = Add the report
ui-report-add-trouble = The report was not added
ui-report-added = The report is added.
ui-agree-title = This changes what was agreed to
ui-agree = Change it
ui-new-trouble = The file was not made

## Outline
ui-outline = Outline
ui-outline-sections = Sections of the report
ui-outline-missing = { $count ->
    [one] { $count } finding
   *[other] { $count } findings
}
ui-report-none = This file has no report.
ui-report-untitled = Report without a title
ui-report-settings = Report settings
ui-section-add = Add section
ui-section-rename = Rename
ui-section-remove = Remove section
ui-section-removed = { $count ->
    [0] “{ $name }” is removed. Undo brings it back.
    [one] “{ $name }” and the section in it are removed. Undo brings them back.
   *[other] “{ $name }” and the { $count } sections in it are removed. Undo brings them back.
}
ui-section-move-up = Move up
ui-section-move-down = Move down
ui-section-move-in = Move into the one above
ui-section-move-out = Move out
ui-card-remove = Remove card
ui-card-removed = The card is removed. Undo brings it back.

## Sections
ui-section-heading = Heading
ui-section-text = Text
ui-section-before = Text before
ui-section-after = Text after
ui-section-no-text = none yet
ui-section-printing = Lead and layout
ui-section-lead = Lead
ui-section-lead-hint = Whose initials stand at its end.
ui-section-new-page = Begins on a new page
ui-section-unnumbered = Without a number
ui-section-rule = Status rule

## Cover and settings
ui-council = Council
ui-directorate = Directorate
ui-report-title = Title
ui-report-subtitle = Subtitle
ui-report-committee = Committee
ui-report-meeting = Date of the meeting
ui-report-by = Report by
ui-report-contact = Contact
ui-report-numbering = Numbering
ui-report-direction-basis = Compared with
ui-report-direction-tolerance = Counts as unchanged up to
ui-report-direction-tolerance-hint = A relative change in per cent. Empty means that every change counts.
ui-report-past-years = Past years on a card
ui-report-past-years-hint = From 0 to 6. Empty means three.
ui-settings-cover = On the cover
ui-settings-council = The council
ui-settings-council-hint = Every report in this file names them.
ui-settings-rules = Status rules
ui-settings-rules-hint = These belong to this report alone. Changing them never changes the statuses of an earlier one.
ui-settings-direction = Direction of travel
ui-settings-paper = The paper
ui-rule-name = Name
ui-rule-kind = Kind of rule
ui-rule-green = Green
ui-rule-amber = Amber
ui-rule-add = Add rule
ui-rule-none = This report has no status rule yet.

## Headlines
ui-headlines = Headlines
ui-headline-text = Headline
ui-headline-mark = Mark
ui-headline-add = Add headline
ui-headline-none = No headlines yet.

## Cards
ui-cards = Cards
ui-cards-none = No cards yet.
ui-cards-none-hint = A card reports on one measure: its figures, its status and what is being done.
ui-card-add = Add card
ui-card-measure = Edit the measure
ui-card-status = Status
ui-card-judge = Judge it, or choose its rule
ui-card-projected-short = Expected at year end:
ui-card-commentary = Commentary
ui-card-above = Above this the paper prints: { $words }
ui-card-plan = Actions
ui-card-risks = Current risks
ui-entry-status = Status in your judgement
ui-entry-status-computed = As the figures say: { $status }
ui-entry-status-none = As the figures say
ui-entry-status-reason = Why the status is judged so
ui-entry-status-reason-hint = The paper prints this, and that it is a judgement.
ui-entry-direction-reason = Why the direction is judged so
ui-entry-projected = Expected at year end
ui-entry-projected-none = Not said
ui-entry-rule = Rule for its status
ui-entry-rule-none = The section’s rule
ui-entry-status-words = Words in place of the status
ui-entry-status-words-hint = Such as “Refer comment”.
ui-entry-plan-in-place = Is a detailed action plan in place?
ui-actions-this = Actions this period
ui-actions-next = Actions next period
ui-actions-none-this = There were no actions this period
ui-actions-none-next = There are no actions for next period
ui-action-number-this = Action { $number }
ui-action-number-next = Next action { $number }
ui-action-add-this = Add action for this period
ui-action-add-next = Add action for the next period
ui-action-text = What is to be done
ui-action-timescale = Timescale
ui-action-due = Due date
ui-action-scale = Predicted improvement
ui-action-owner = Responsible post
ui-action-outcome = Outcome
ui-action-outcome-reason = What was achieved, or why not
ui-risks-none = There are no current risks to achievement
ui-risk-number = Risk { $number }
ui-risk-add = Add risk
ui-risk-text = What could stand in the way

## Figures
ui-figures = Figures
ui-figures-series = Figure
ui-figures-progress = Progress
ui-figures-current = the report’s own period
ui-figures-column = Notes on { $period }
ui-figure-own-period = Its own period
ui-figure-own-period-hint = Where the data covers another time, such as “2007 (Jan–Mar)”.
ui-figure-label = Label
ui-figure-label-hint = Such as “Final, January 2009”.
ui-figure-progress = Progress
ui-figure-progress-hint = Where the figures cannot say it.
ui-figure-progress-none = As the figures say
ui-figure-progress-reason = Why
ui-figure-provisional = Provisional
ui-chart-none = A chart appears here once there are figures.

## Measure tables
ui-table = Measures of the table
ui-table-measure = Measure
ui-table-covered = The paper prints the row’s sentence in its place.
ui-table-no-columns = Every column is left out of the paper. Bring one back under “Columns”.
ui-table-add = Add measure
ui-table-none = No measures in this table yet.
ui-table-said = Commentary under the table

## Milestones
ui-milestones = Milestones
ui-milestone-reference = Reference
ui-milestone-text = Milestone
ui-milestone-due = Due
ui-milestone-add = Add milestone
ui-milestone-none = No milestones yet.
ui-commentaries = Supporting commentary
ui-commentaries-hint = Each names the milestones it is about by their references, separated by commas.
ui-commentary-number = Commentary { $number }
ui-commentary-add = Add commentary
ui-commentary-references = References
ui-commentary-text = Commentary

## Statements
ui-statement = Statement
ui-statement-unit = Figures are in: { $unit }.
ui-statement-none = No lines yet.
ui-statement-none-hint = Add a line, then paste the rest from a spreadsheet into the table.
ui-statement-computed = Worked out from the other figures.
ui-statement-supplied = Supplied: { $figure }
ui-statement-slips = Supplied figures that do not follow from the others
ui-statement-unit-label = Figures are in
ui-statement-negatives = Figures below nil are written
ui-statement-overspend = An overspend is
ui-line-add = Add line
ui-line-label = Line
ui-line-comment = Comment
ui-column-heading = Heading
ui-column-kind = Holds
ui-column-budget = Budget column
ui-column-actual = Actual column
ui-column-add = Add column
ui-column-none = No columns yet.

## Keys to symbols and initials
ui-meanings = What the symbols mean
ui-meaning-hint = The usual words are printed where you write none of your own.
ui-meaning-symbol = Symbol
ui-meaning-milestones = Beside a milestone
ui-meaning-measures = Beside a measure
ui-meaning-usual = These are the usual words. Type to put your own in their place.
ui-people-key-none = Nobody is in the key yet.
ui-people-key-none-hint = Among people, choose “Yes” under “In the key” for each post that the key is to list.
ui-people-open = Edit people

## Measures
ui-measure-find = Find a measure
ui-measure-not-found = No measure is called that.
ui-measure-no-other = The file has no other measure.
ui-measures-none = No measures yet.
ui-measures-none-hint = A measure is something counted, period after period, against a target.
ui-measure-unnamed = Measure without a name
ui-measure-new = New measure
ui-measure-existing = From the file
ui-measure-choose = Choose a measure
ui-measure-add = Add it
ui-measure-remove = Remove measure
ui-measure-removed = “{ $name }” is removed. Undo brings it back.
ui-measure-used = { $count ->
    [0] Not in any report yet
    [one] In { $count } report
   *[other] In { $count } reports
}
ui-measure-what = What it is
ui-measure-how = How it is read
ui-measure-reference = Reference
ui-measure-reference-hint = Such as NI 59. It may be left empty.
ui-measure-other-reference = Other reference
ui-measure-name = Name
ui-measure-name-missing = Give the measure a name.
ui-measure-definition = Definition
ui-measure-department = Department
ui-measure-owner = Responsible post
ui-measure-source = Where its figures come from
ui-measure-polarity = Which way is good
ui-measure-range-low = Lowest good figure
ui-measure-range-high = Highest good figure
ui-measure-frequency = How often it has a figure
ui-measure-unit = Unit
ui-measure-unit-words = Words for the unit
ui-measure-unit-words-hint = Such as “per 10,000 under 18”.
ui-measure-decimals = Decimal places
ui-measure-decimals-hint = From 0 to 6. Empty prints each figure as it was entered.
ui-measure-cumulative = Figures cover the year to date
ui-measure-cumulative-hint = Each quarter’s figure then includes the quarters before it.

## People
ui-people-people = Posts
ui-people-people-hint = Posts that write, lead or answer for something. The holder’s name is optional.
ui-person-post = Post
ui-person-initials = Initials
ui-person-name = Holder
ui-person-department = Department
ui-person-in-key = In the key
ui-person-add = Add post
ui-person-none = No posts yet.
ui-people-departments = Departments
ui-department-name = Department
ui-department-short = Short name
ui-department-add = Add department
ui-department-none = No departments yet.
ui-people-comparators = Comparators
ui-people-comparators-hint = Bodies that measures are compared with, such as “Statistical neighbours”.
ui-comparator-name = Comparator
ui-comparator-add = Add comparator
ui-comparator-none = No comparators yet.

## Preview and checks
ui-preview-whole = Whole paper
ui-preview-pages = Pages of the paper
ui-preview-page = Page { $page } of the paper, as it will be printed
ui-checks-blocking = { $count } to be mended
ui-checks-warnings = { $count } to look at
ui-checks-keys = Enter goes to the field. F8 and Shift+F8 walk through them all.
ui-checks-near = Here
ui-checks-near-none = Nothing to mend here.
ui-checks-far = Elsewhere in the report

## Check and export
ui-count-blocking = { $count ->
    [one] finding stops a final paper
   *[other] findings stop a final paper
}
ui-count-warning = to look at again
ui-count-advice = worth knowing
ui-export-blocked = { $count ->
    [one] One thing must be mended before the final paper
   *[other] { $count } things must be mended before the final paper
}
ui-export-paper = Export the paper
ui-export-kind = What to export
ui-export-final = Final paper
ui-export-final-hint = Accessible and fit to publish.
ui-export-final-blocked = Not possible until what is listed is mended. A draft works at any time.
ui-export-draft = Draft
ui-export-draft-hint = Marked DRAFT on every page, with a list of what is missing.
ui-export-start = Export as PDF
ui-export-where = Where to put the paper
ui-export-pdf = PDF document
ui-export-name-final = { $title } { $period }
ui-export-name-draft = { $title } { $period } DRAFT
ui-export-working = Making the paper
ui-export-refused = The paper was not written
ui-export-cancelled = The export was cancelled. Nothing was written.
ui-export-done = The paper is written: { $path }
ui-export-written-final = { $pages ->
    [one] The paper is written: one page.
   *[other] The paper is written: { $pages } pages.
}
ui-export-written-draft = { $pages ->
    [one] The draft is written: one page.
   *[other] The draft is written: { $pages } pages.
}
ui-export-replace-title = Replace that file?
ui-export-replace = Replace it
ui-export-findings = What the checks say

## Keys
ui-keys = Keys
ui-keys-about = Shows the keys
ui-keys-group-anywhere = Anywhere
ui-keys-undo = Ctrl+Z
ui-keys-does-undo = Takes the last change back
ui-keys-redo = Ctrl+Shift+Z or Ctrl+Y
ui-keys-does-redo = Makes the change again
ui-keys-saved = Ctrl+S
ui-keys-does-saved = Says that everything is saved
ui-keys-export = Ctrl+E
ui-keys-does-export = Check and export
ui-keys-help = F1
ui-keys-does-help = Shows these keys; so does ?
ui-keys-group-panes = Panes
ui-keys-panes = F6, Shift+F6
ui-keys-does-panes = The next pane, the one before
ui-keys-outline = Alt+1
ui-keys-does-outline = Outline
ui-keys-editor = Alt+2
ui-keys-does-editor = Editor
ui-keys-side = Alt+3
ui-keys-does-side = Preview and checks
ui-keys-group-checks = Checks
ui-keys-next = F8
ui-keys-does-next = Goes to the next finding’s field
ui-keys-previous = Shift+F8
ui-keys-does-previous = Goes to the one before
ui-keys-go = Enter
ui-keys-does-go = In the list: goes to the field
ui-keys-group-outline = Outline
ui-keys-open = Enter
ui-keys-does-open = Opens a section or a card
ui-keys-move-up = Alt+↑
ui-keys-does-move-up = Moves it up
ui-keys-move-down = Alt+↓
ui-keys-does-move-down = Moves it down
ui-keys-move-in = Alt+→
ui-keys-does-move-in = Moves it into the one above
ui-keys-move-out = Alt+←
ui-keys-does-move-out = Moves it out
ui-keys-delete = Delete
ui-keys-does-delete = Removes it
ui-keys-group-grids = Tables
ui-keys-type = Enter, or typing
ui-keys-does-type = Edits a cell
ui-keys-leave = Escape, then Tab
ui-keys-does-leave = Leaves the table
ui-keys-paste = Ctrl+V
ui-keys-does-paste = Pastes cells from a spreadsheet
ui-keys-clear = Delete
ui-keys-does-clear = Clears the selected cells
ui-keys-row-menu = Enter in the last column
ui-keys-does-row-menu = What can be done with a row
ui-keys-group-writing = Writing
ui-keys-bold = Ctrl+B
ui-keys-does-bold = Bold
ui-keys-italic = Ctrl+I
ui-keys-does-italic = Italic
ui-keys-link = Ctrl+K
ui-keys-does-link = A link
ui-keys-tools = Alt+F10
ui-keys-does-tools = The tools over the text
ui-keys-group-start = On the start screen
ui-keys-new = Ctrl+N
ui-keys-does-new = Begins a new report file
ui-keys-other = Ctrl+O
ui-keys-does-other = Opens a file

# Sign-off.
ui-person-role = Role
ui-agreement = Sign-off
ui-agreement-sections = Sections and their sign-off
ui-agreement-sum = { $agreed } of { $count } sections are agreed to.
ui-agreement-signer = Sign-off needed: { $signer }
ui-agreement-sign-all = Sign off all that are mine ({ $count })
ui-agreement-except-all = Let the rest go without sign-off ({ $count })…
ui-me = You are
ui-me-hint = Who you are stands beside what you change, and decides what you can sign.
ui-me-none = None of these
ui-me-chosen = Chosen.
ui-key-none = You have no signing key on this computer yet.
ui-key-locked = Your signing key is locked.
ui-key-ready = Your signing key is ready.
ui-key-name = Its name: { $name }
ui-key-make = Make a signing key
ui-key-make-go = Make the key
ui-key-open = Open your signing key
ui-key-open-go = Open
ui-key-made = Your signing key is made and ready.
ui-key-opened = Your signing key is open.
ui-key-about = With a signing key you sign sections off so that nobody else can sign in your name. It stays on this computer, under a passphrase that nobody can recover: keep it in mind.
ui-key-about-store = With a signing key you sign sections off so that nobody else can sign in your name. It stays on this computer, in the store where your system keeps your passwords, which opens when you log in.
ui-key-instead = The key that you have now is set aside; what it signed goes on counting until somebody takes the key away.
ui-key-passphrase-instead = Use a passphrase
ui-key-forgotten = I cannot open it: make another key
ui-key-another = Make another key
ui-key-passphrase = Passphrase
ui-key-passphrase-hint = Eight characters or more; three or four words are easy to keep in mind.
ui-key-again = The passphrase again
ui-key-differs = The two passphrases are not the same. Type them again.
ui-step-of = { $step }: { $section }
ui-step-submit = Submit
ui-step-recall = Take back
ui-step-return = Return
ui-step-return-about = The section goes back to its author with your comment. A sign-off that it has is taken away.
ui-step-return-label = What you ask for
ui-step-return-go = Return
ui-step-sign-off = Sign off
ui-step-withdraw = Withdraw sign-off
ui-step-except = Exception
ui-step-except-about = { $count ->
    [one] One section goes
   *[other] { $count } sections go
  } to committee without a sign-off. Your reason stands in the certificate of the paper.
ui-step-except-label = Reason
ui-step-except-go = Record the exception
ui-days = Days that lead up to the meeting
ui-days-overdue = { $day }: overdue
ui-days-plan = Plan back from the meeting
ui-export-certificate = Certificate: { $path }

# Who is at the keyboard, and what waits for them.
ui-who-ask = Who are you?
ui-work = My work
ui-work-of = { $count ->
    [0] Nothing waits for { $name }.
    [one] One thing waits for { $name }.
   *[other] { $count } things wait for { $name }, the most pressing first.
  }
ui-work-waiting = { $count ->
    [one] one thing waits for you
   *[other] { $count } things wait for you
  }
ui-work-none = Nothing waits for you.
ui-work-none-hint = What is submitted to you, comes back to you or is said to you is listed here.
ui-work-overdue = Overdue: { $day }
ui-work-who = Say who you are to see what waits for you.
ui-work-who-hint = The program then knows which sections you write, and which you sign off.
ui-keys-work = Alt+W
ui-keys-does-work = My work
ui-keys-of = Signing keys
ui-keys-of-hint = A key is added by its owner’s first sign-off. To be sure that it is theirs, let them read its digits to you.
ui-keys-of-none = Nobody has signed anything yet.
ui-keys-of-added = counts since { $day }
ui-keys-of-removed = taken away on { $day }
ui-keys-of-remove = Take away
ui-keys-of-remove-from = Take the key away from { $post }
ui-keys-of-remove-title = Take the signing key away from { $post }?
ui-keys-of-remove-sentence = Whatever was signed with it lapses, in every report, and has to be signed again. Do this when a computer is lost, or when somebody leaves.

# Where a section stands.
ui-standing = Where this section stands
ui-section-author = Author
ui-agreement-author = Written by { $author }
ui-stepped-submit = Submitted.
ui-stepped-recall = Taken back.
ui-stepped-return = Returned to its author.
ui-stepped-sign-off = Signed off.
ui-stepped-withdraw = The sign-off is withdrawn.
ui-stepped-except = The exception is recorded.
ui-since = Show what has changed
ui-since-title = What has changed since it was signed
ui-since-about = { $signed }. { $count ->
    [0] Nothing reads otherwise now.
    [one] One line is new or gone.
   *[other] { $count } lines are new or gone.
  }
ui-since-skipped = lines that read as they did

# What is said of a section.
ui-comments = Comments
ui-comments-open = { $count ->
    [one] One open comment
   *[other] { $count } open comments
  }
ui-comments-open-list = Open comments
ui-comments-settled = Settled ({ $count })
ui-comments-none = No open comments on this section.
ui-comments-no-section = Open a section to see what is said of it.
ui-comments-never-printed = Comments are never printed.
ui-comments-who = Say who you are before you comment, so that others know who said it.
ui-comment-new = New comment
ui-comment-on = On
ui-comment-on-section = This section
ui-comment-send = Comment
ui-comment-said = The comment is added.
ui-comment-fresh = New
ui-comment-answers = Answers
ui-comment-answer = Answer
ui-comment-answer-label = Your answer
ui-comment-answer-send = Send the answer
ui-comment-answered = The answer is added.
ui-comment-resolve = Settle
ui-comment-resolved = The comment is settled.
ui-comment-reopen = Open again
ui-comment-reopened = The comment is open again.
