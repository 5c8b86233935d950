# The words of the screens for tables, plans, registers, summaries and decisions.

## Left out of the paper
ui-left-out = Left out
ui-left-out-paper = Left out of the paper
ui-section-hide = Leave out of the paper
ui-section-back = Bring back into the paper
ui-section-hidden-hint = It stays in the file with all that is in it, and has no number.
ui-section-orientation = Pages
ui-section-orientation-none = As the pages around them
ui-section-kinds = Kinds of section
ui-section-ready = Ready-made tables

## Tables
ui-table-settings = How the table is printed
ui-table-label-heading = Heading over the lines
ui-table-chart = Chart under the table
ui-table-lettered = Lines are lettered
ui-table-lettered-hint = A, B, C: the comments are printed under the table with their letters.
ui-line-unnamed = Line without a name
ui-line-formulas = Lines worked out by a formula
ui-line-formula-hint = It names other lines, such as [Total expenditure] - [Total income], and is worked out in every column of figures.
ui-line-details = Small tables of their own
ui-line-details-add = Add a small table of its own
ui-line-details-open = Open its small table
ui-columns = Columns
ui-columns-count = { $count ->
    [one] one column
   *[other] { $count } columns
}
ui-columns-usual = the usual ones
ui-column-earlier = Move to the left
ui-column-later = Move to the right
ui-column-hide = Leave out of the paper
ui-column-back = Bring back into the paper
ui-column-remove = Remove for good
ui-column-remove-title = Remove “{ $name }” for good?
ui-column-remove-sentence = What stands in it on every line goes with it. To keep it in the file, leave it out of the paper instead.
ui-column-group = Heading over it and its neighbours
ui-column-unit = Its figures are in
ui-column-unit-none = What the table’s are in
ui-column-formula = Formula
ui-column-formula-hint = Such as [Forecast] - [Approved budget], share([Number]) or percent([Spent], [Budget]). Figures that are entered are kept beside it as supplied.
ui-column-so-far = First lines: { $figures }
ui-column-decimals-hint = From 0 to 6. Empty shows as many as the most exact figure has.
ui-column-width = Width
ui-column-width-hint = From 1 to 100, beside the others. Empty means 10.
ui-column-required = Every line must have something in it
ui-column-no-total = Its figures are not added up
ui-column-shows = Shows
ui-column-comparator = Comparator
ui-measure-columns-hint = The table shows the reference, the measure, last year, the target, the figure, the status and the direction. Lay the columns out to choose others.
ui-measure-columns-begin = Lay the columns out
ui-table-row = Its row in the table
ui-entry-child = It is a part of the row above
ui-entry-sentence = A sentence in place of its figures
ui-entry-sentence-hint = Such as “The survey is next made in spring.”
ui-entry-footnote = Footnote
ui-entry-amber-low = Amber from
ui-entry-amber-high = Amber up to

## Long lists
ui-fold-all = Fold all
ui-unfold-all = Unfold all

## Action plans
ui-plan-shape = How it is laid out
ui-plan-shape-none = A block for each objective
ui-plan-baseline-heading = Heading of the position it began from
ui-plan-baseline-heading-hint = Such as “Position at May 2026”.
ui-objective = Objective
ui-objective-number = Objective { $number }
ui-objective-add = Add objective
ui-objective-reference = Number
ui-objective-priority = Priority area
ui-objective-text = What is to be reached
ui-objective-about = What stands behind it
ui-objective-filled = { $filled } of { $of } filled in
ui-objective-plan = Plan that holds it
ui-objective-baseline = Position it began from
ui-objective-outcomes = What is to come of it
ui-objective-targets = Targets and measures
ui-objective-funding = Cost and who pays
ui-tasks-of = Tasks: { $name }
ui-task-reference = No.
ui-task-text = Task
ui-task-milestone = Milestone or measure
ui-task-due = Due
ui-task-owner = Responsible post
ui-task-state = State
ui-task-progress = Progress
ui-task-add = Add task
ui-task-none = No tasks yet.

## Risk registers
ui-register-hint = Each open risk stands where it is assessed now. Choose it to go to it.
ui-register-risk = Risk
ui-register-risk-number = Risk { $number }
ui-register-reference = Reference
ui-register-category = Category
ui-register-text = What may happen
ui-register-cause = Why it may
ui-register-consequence = What would come of it
ui-register-owner = Responsible post
ui-register-initial = Before any control
ui-register-current = Now
ui-register-target = Aimed for
ui-register-impact = Impact
ui-register-likelihood = Likelihood
ui-register-movement = Why its rating moved, or did not
ui-register-movement-hint = { $moved } Say what brought that about.
ui-register-rating = Rating
ui-register-unrated = Not rated
ui-register-choose-both = Choose both to rate it
ui-register-closed = The risk is closed
ui-register-levels = Levels and ratings
ui-register-levels-count = Levels of impact and likelihood
ui-register-levels-hint = From 3 to 5. Empty means three.
ui-register-usual = Fill in the usual names
ui-register-names-impact = Levels of impact, the least first
ui-register-names-likelihood = Levels of likelihood, the least first
ui-level-name = Name
ui-level-add-impact = Add level of impact
ui-level-add-likelihood = Add level of likelihood
ui-level-none = No names yet.
ui-bands = Bands of ratings
ui-bands-hint = A rating is impact times likelihood. Each band begins at its least rating and ends where the next begins.
ui-band-name = Band
ui-band-least = Least rating
ui-band-status = Colour
ui-band-add = Add band
ui-band-none = No bands yet.
ui-controls = What is done about it
ui-controls-of = What is done about { $name }
ui-control-text = Control
ui-control-state = State
ui-control-complete = Done, %
ui-control-due = Due
ui-control-priority = Priority
ui-control-owner = Responsible post
ui-control-add = Add control
ui-control-none = Nothing yet.

## Summary panels
ui-tiles = Figures side by side
ui-tile-number = Figure { $number }
ui-tile-add = Add figure
ui-tile-label = What it is
ui-tile-status = Status
ui-tile-link = Figure of a table
ui-tile-table = Table
ui-tile-table-none = None: the figure is given here
ui-tile-line = Line
ui-tile-column = Column
ui-tile-shown = It shows { $figure }, and always what the table shows.
ui-tile-amount = Figure
ui-tile-unit = It is in
ui-tile-words = Words in place of a figure
ui-tile-words-hint = Such as “Satisfactory”.
ui-tile-note = A line under it
ui-point-text = Point
ui-point-add-achievement = Add achievement
ui-point-add-issue = Add issue
ui-point-add-action = Add action
ui-point-none = None yet.

## Decisions
ui-recommendations = Recommendations
ui-recommendations-hint = One item of a numbered list for each; parts of one stand a level further in.
ui-implication = What it means
ui-cleared-by = Cleared by
ui-cleared-on = Cleared on
ui-papers = Background papers
ui-papers-hint = What the report relied on to a material extent, and where each can be read.
ui-none-stated = There are none, and the paper says so
ui-none-stated-hint = Without this an empty section is something to mend.
ui-report-decision = For a decision
ui-report-decision-note = agenda item, wards, lead members
ui-report-agenda-item = Agenda item
ui-report-wards = Wards affected
ui-report-wards-hint = Such as “All”.
ui-report-lead-members = Lead members
ui-ticks = Implications and consultations
ui-ticks-ticked = { $ticked } of { $of } ticked
ui-ticks-hint = Boxes on the cover that say what a decision bears on and who was consulted.
ui-ticks-usual = Add the usual boxes
ui-tick-number = Box { $number }
ui-tick-notes = Words beside it, such as the day of a meeting
ui-tick-name = Name of { $name }
ui-tick-note = Words beside { $name }
ui-tick-add-implication = Add implication
ui-tick-add-consultation = Add consultation

## Figures corrected
ui-restatements-hint = Figures that an earlier report printed and that have been corrected since.
ui-restatements-none = No figures were corrected, and the paper says so
ui-restatement-add = Add corrected figure
ui-restatement-choose = Which measure’s figure?
ui-restatement-measure = Measure
ui-restatement-series = Which figure
ui-restatement-period = Period
ui-restatement-before = Printed before
ui-restatement-now = It is now { $figure }.
ui-restatement-no-figure = without a figure
ui-restatement-reason = Why it was corrected

## Settings
ui-report-paper = Size of its pages
ui-report-paper-none = A4
ui-directorate-logo = Council’s logo
ui-directorate-logo-hint = A PNG, JPEG or SVG file. It stands on the first page of the paper.
ui-directorate-accent = Colour of headings
ui-directorate-accent-hint = Such as #0f5a60. Empty means the program’s own.
