# Words of a composed report: cover, cards, tables, statements and keys.

date-long = { $day } { $month ->
    [1] January
    [2] February
    [3] March
    [4] April
    [5] May
    [6] June
    [7] July
    [8] August
    [9] September
    [10] October
    [11] November
   *[12] December
  } { $year }
post-and-name = { $post }, { $name }

cover-committee = Committee
cover-meeting = Meeting
cover-directorate = Directorate
cover-period = Reporting period
cover-period-span = { $period } ({ $from } to { $to })
cover-report-by = Report by
cover-contact = Contact
cover-agenda-item = Agenda item
cover-date = Date
cover-subject = Subject
cover-wards = Wards affected
cover-lead-members = Lead members
cover-logo = Logo of { $council }
cover-box = Ticked
cover-ticked = Yes
cover-not-ticked = No

implication-cleared = Cleared by { $post }, { $date }.
implication-cleared-by = Cleared by { $post }.
implication-cleared-on = Cleared on { $date }.
background-papers-law = Papers relied on in preparing this report (Local Government Act 1972, section 100D):
restatements-none = No figure has been corrected since the last report.
restatement-period = Period
restatement-of-series = { $measure } ({ $series })
restatement-before = Printed before
restatement-now = Now
restatement-reason = Reason

plan-relevant-plan = Relevant plan
plan-baseline = Position at the start
plan-outcomes = Outcomes to be achieved
plan-targets = Targets and measures
plan-funding = Financial implications
plan-tasks = Tasks
plan-progress = Progress
plan-task-number = No.
plan-task = Task
plan-milestone = Completion date or milestone
plan-indicator = Indicator or deadline
plan-owner = Responsible
plan-state = State

risk-matrix = Open risks by impact and likelihood
risk-matrix-summary = Each row is an impact, each column a likelihood. A cell says how many open risks are assessed there now, and the band of their rating.
risk-matrix-axes = Impact, by likelihood
risk-matrix-unassessed = { $count ->
    [one] One open risk is not assessed and is not in the matrix.
   *[other] { $count } open risks are not assessed and are not in the matrix.
  }
risk-highest = Open risks by current rating
risk-name = Risk
risk-category = Category
risk-owner = Owner
risk-state = State
risk-closed = Closed
risk-assessment = Assessment
risk-initial = Initial
risk-current = Current
risk-target = Target
risk-impact = Impact
risk-likelihood = Likelihood
risk-rating = Rating
risk-rated = { $rating } { $band }
risk-graded = { $level } { $name }
risk-movement-since = Movement
risk-movement-lower = Down from { $initial } to { $current }
risk-movement-same = Unchanged at { $current }
risk-movement-higher = Up from { $initial } to { $current }
risk-text = Risk
risk-cause = Cause
risk-consequence = Consequence
risk-controls = Controls
risk-why = Why the rating moved
control-text = Control
control-complete = % complete
control-due = Target date
control-priority = Priority

summary-achievements = Top achievements
summary-issues = Top issues
summary-actions = Actions needed

polarity-higher-is-better = Higher is better
polarity-lower-is-better = Lower is better
polarity-data-only = For information only
polarity-between = Between { $low } and { $high } is good
polarity-from = { $low } or more is good
polarity-up-to = Up to { $high } is good
polarity-within-range = Within a range is good

paper-provisional = { $figure } (p)
paper-provisional-note = (p): provisional, and may still change.
paper-card-progress-judged = Progress, { $periods }: { $direction } is a judgement.
paper-card-progress-judged-because = Progress, { $periods }: { $direction } is a judgement. { $reason }
paper-card-grid-corner = Series
paper-card-year = { $year }
paper-card-year-to-date = { $year }, year to date
part-quarter = Q{ $number }
part-half = H{ $number }
part-year = Year
paper-timescale-and-scale = { $timescale }. { $scale }
paper-none-stated = None.

table-reference = Ref.
table-measure = Measure
table-last-actual = { $year } actual
table-target = { $year } target
table-figure = { $period }
table-progress = Current progress
table-direction = Direction of travel
table-milestone = Milestone
table-due = Due
table-milestone-progress = { $period } progress
table-supporting-commentary = Supporting commentary
table-commentary-label = { $label }:

statement-line = Budget line
statement-item = Item
statement-letter = Ref
statement-details = See { $number } { $heading }
statement-details-below = Details below: { $heading }
statement-heading = { $heading }
statement-heading-annual = Annual budget
statement-heading-budget = Budget to date
statement-heading-actual = Actual to date
statement-heading-figure = Figure
statement-heading-formula = Worked out
statement-heading-text = Words
statement-heading-date = Date
statement-heading-status = Status
statement-heading-post = Post
statement-heading-reference = Reference
statement-heading-variance = Variance to date
statement-heading-variance-percent = Variance
unit-mark-number = {""}
unit-mark-percent = %
unit-mark-pounds = £
unit-mark-thousand-pounds = £’000
unit-mark-million-pounds = £m
statement-slip-line = { $line }, { $column }: { $supplied } is the figure supplied; the figures beside it make { $computed }.
statement-slip-line-rounding = { $line }, { $column }: { $supplied } is the figure supplied; the rounded figures beside it make { $computed }.
statement-slip-column = { $line }, { $column }: { $supplied } is the figure supplied; the lines above make { $computed }.
statement-slip-column-rounding = { $line }, { $column }: { $supplied } is the figure supplied; the rounded figures above make { $computed }.

key-progress = Progress
key-milestones = Milestones
key-measures = Measures
key-direction = Direction of travel
key-meaning = Meaning
key-initials = Initials
key-post = Post
meaning-green-milestone = The milestone is on course to be reached in time.
meaning-amber-milestone = It is uncertain, or too early to say, whether the milestone will be reached in time.
meaning-red-milestone = It is very likely or certain that the milestone will not be reached in time.
meaning-green-measure = The annual target is on course to be met.
meaning-amber-measure = It is uncertain, or too early to say, whether the annual target will be met.
meaning-red-measure = The annual target will not be met unless something is done.
meaning-improved = Performance is better than { $basis }.
meaning-unchanged = Performance is the same as { $basis }.
meaning-worse = Performance is worse than { $basis }.
meaning-not-comparable = Performance cannot be compared with what it was { $basis }.
basis-previous-period = in the period before
basis-same-period-last-year = in the same period last year
basis-last-year-outturn = at the end of last year
rule-within-percent-green = On target or better
rule-within-percent-amber = Off target by up to { $amber }% of it
rule-within-percent-red = Off target by more than { $amber }% of it
rule-share-green = At least { $green }% of the target achieved
rule-share-amber = At least { $amber }% of the target achieved
rule-share-red = Less than { $amber }% of the target achieved
rule-within-points-green = On target or better
rule-within-points-amber = Off target by up to { $amber } points
rule-within-points-red = Off target by more than { $amber } points
rule-bands-green = { $green } or better
rule-bands-amber = { $amber } or better
rule-bands-red = Worse than { $amber }
rule-amber-band-green = Better than the amber band
rule-amber-band-amber = Within the amber band
rule-amber-band-red = Worse than the amber band
rule-floor-green = On target or better
rule-floor-amber = Off target, { $amber } or better
rule-floor-red = Worse than { $amber }
rule-last-year-green = On target or better
rule-last-year-amber = Off target, and no worse than the same period last year
rule-last-year-red = Off target, and worse than the same period last year
rule-direction-green = Improved
rule-direction-amber = Unchanged
rule-direction-red = Worse
rule-none = No status
