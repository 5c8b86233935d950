# Words of the rules: why a status or a direction is what it is, how a stored figure reads, and what
# a section is called in a sentence.

## What a section is called

section-title = { $number } { $heading }
section-title-number = Section { $number }
section-title-heading = { $heading }
section-title-kind = { $kind }
section-title-within = { $above }, { $title }
section-kind-cover = Cover
section-kind-narrative = Narrative without a heading
section-kind-headlines = Headlines without a heading
section-kind-cards = Indicator cards without a heading
section-kind-measure-table = Measure table without a heading
section-kind-milestones = Milestones without a heading
section-kind-statement = Statement without a heading
section-kind-schedule = Table without a heading
section-kind-action-plan = Action plan without a heading
section-kind-risk-register = Risk register without a heading
section-kind-summary = Summary without a heading
section-kind-recommendations = Recommendations
section-kind-implication = Implications
section-kind-background-papers = Background papers
section-kind-restatements = Figures corrected
section-kind-symbol-key = Key to symbols
section-kind-people-key = Key to initials

## How a stored figure reads

value-figure = { $figure }
value-figure-note = { $figure } { $note }
value-words = { $words }
value-no-data = No data
value-not-applicable = N/A
value-deferred = To come later
value-suppressed = Withheld
value-worded = See commentary
percentage-points = { $points } percentage { $points ->
    [1] point
   *[other] points
  }

series-actual = Actual
series-target = Target
series-comparator = { $name }

## Why a status is what it is
## $side is where the figure lies: below, on or above. $way is the side that is good: up or down.
## $aim is what it is set against: a target, or the near end of a range.

status-on-target = { $status }: { $actual } is { $side ->
    [below] below
    [above] above
   *[on] on
  } the target of { $target }{ $side ->
    [on] {""}
   *[other] , and { $way ->
        [down] lower
       *[up] higher
      } is better
  }
status-within-percent = { $status }: { $actual } is { $side ->
    [below] below
   *[above] above
  } { $aim ->
    [range] the range that ends at
   *[target] the target of
  } { $target } by { $by } of it; amber is up to { $amber } { $way ->
    [down] above
   *[up] below
  }
status-off-nil = { $status }: { $actual } is { $side ->
    [below] below
   *[above] above
  } the { $aim ->
    [range] range that ends at
   *[target] target of
  } { $target }; no percentage of nothing is left for amber
status-share = { $status }: { $actual } achieves { $share } of { $aim ->
    [range] the near end of the range,
   *[target] the target of
  } { $target }{ $way ->
    [down] , where lower is better
   *[up] {""}
  }; green is from { $green }, amber from { $amber }
status-within-points = { $status }: { $actual } is { $side ->
    [below] below
   *[above] above
  } { $aim ->
    [range] the range that ends at
   *[target] the target of
  } { $target } by { $by }; amber is up to { $amber } off
status-bands = { $status }: the figure is { $actual }; green is { $green } or { $way ->
    [down] lower
   *[up] higher
  }, amber { $amber } or { $way ->
    [down] lower
   *[up] higher
  }
status-in-range = { $status }: { $actual } is between { $low } and { $high }, where it should be
status-in-open-range = { $status }: { $actual } is { $side ->
    [low] not below
   *[high] not above
  } { $bound }
status-amber-band = { $status }: the figure is { $actual }; amber is { $band }
status-floor = { $status }: { $actual } is off the target of { $target }; amber is { $amber } or { $way ->
    [down] lower
   *[up] higher
  }
status-last-year = { $status }: { $actual } is off the target of { $target } and { $status_key ->
    [amber] no worse than
   *[red] worse than
  } { $before } in { $period }
status-last-year-range = { $status }: { $actual } is off the range where it should be and { $status_key ->
    [amber] no worse than
   *[red] worse than
  } { $before } in { $period }
status-follows-direction = { $status }, because it follows the direction of travel. { $direction }
status-projected = { $status }: expected at the end of the year, as a judgement
status-judgement = { $status }: a judgement
status-judgement-because = { $status }: a judgement. { $reason }
status-judgement-awaited = { $status }: it is a judgement that has not been made yet

## A status or a direction that a person gives, and what the figures say of it

judged-without-reason = { $given }: a judgement, with no reason given. { $figures }
judged-because = { $given }: a judgement. { $reason } ({ $figures })
figures-say = From the figures it would be { $computed }
figures-say-no-status = The figures give no status: { $why }
figures-say-no-direction = The figures give no direction: { $why }

## Why nothing follows from the figures

status-unrated = { $status }: { $why }
unrated-no-rule = no rule for the status has been chosen
unrated-incomplete-rule = the rule for the status is not complete
unrated-no-polarity = which way is good has not been set
unrated-no-range = the range in which the figure should lie has not been set
unrated-data-only = the figure is for information
unrated-bands-of-range = green and amber figures need a measure that is better when higher, or when lower
unrated-no-band = the band of amber has not been set
unrated-no-last-year = it is off the target, and there is no figure for the same period last year
unrated-no-figure = there is no figure for the period
unrated-figure-absent = the figure is given as “{ $words }”
unrated-no-target = there is no target
unrated-target-absent = the target is given as “{ $words }”
unrated-target-of-year = the target of { $words } is for the whole year
unrated-out-of-bounds = the figure and the target are too far apart to be set against each other
target-of-period = { $target } for { $period }

## Why a direction is what it is

direction-why = { $direction }: { $now }, against { $before } in { $period }
direction-within-tolerance = { $reason }; a change of { $change } is within the { $tolerance } that counts as none
direction-incomparable = { $direction }: { $why }
direction-no-figure = there is no figure for the period
direction-no-earlier-figure = there is no figure for { $period }
direction-other-span = the figure counts from the start of the year, so it can be compared with the same period last year, not with { $period }
direction-no-polarity = which way is good has not been set
direction-data-only = the figure is for information

## School terms and years

term-autumn = Autumn term { $year }
term-spring = Spring term { $year }
term-summer = Summer term { $year }
academic-year = Academic year { $years }

## When figures are due

due-now = Due now: { $figure }. Next due: { $next }.
due-given = Given already: { $figure }. Next due: { $next }.
due-earlier = Due in the report for { $report } and not given yet: { $figure }. Next due: { $next }.
due-not-now = Not due this { $part ->
    [month] month
    [half] half-year
    [year] year
   *[quarter] quarter
  }. Next due: { $next }.
due-in-report = { $figure }, in the report for { $report }
figure-due = Figure due
not-due-until = Not due until { $period }
none-due-until = no figure is due until { $period }
until-quarter = Quarter { $number }
until-half = Half { $number }

## The band of amber

amber-band-between = { $low }–{ $high }
amber-band-from = { $low } or more
amber-band-to = up to { $high }

## Results that are said in place of a figure

stated-base-too-small = base too small for a percentage
stated-divided-by-nil = cannot be divided by nil
stated-too-large = too large to be worked out

## What is wrong with a formula, and what to do. $of is what a name should be: a column or a line.

formula-empty = There is no formula.
formula-too-long = The formula is longer than { $limit } characters.
formula-too-deep = Brackets stand in brackets too many times over.
formula-stray-character = “{ $character }” has no place in a formula.
formula-unclosed-name = The name is not closed with “]”.
formula-empty-name = There is nothing between the square brackets.
formula-bad-number = “{ $number }” is not a number.
formula-unexpected = “{ $text }” cannot stand here.
formula-ends-early = The formula stops where a figure should follow.
formula-unclosed-bracket = The bracket is not closed.
formula-no-such-function = There is no function “{ $name }”.
formula-wrong-count = “{ $function }” takes { $takes ->
    [1] one figure
   *[other] { $takes } figures, with a comma between them
  }.
formula-needs-column = “{ $function }” takes the name of one column.
formula-bad-places = “round” needs the number of decimal places, from 0 to 6, as its second figure.
formula-no-such-name = No { $of ->
    [line] line
   *[column] column
  } is called “{ $name }”.
formula-several-named = { $count } { $of ->
    [line] lines
   *[column] columns
  } are called “{ $name }”.
formula-no-figures = The { $of ->
    [line] line
   *[column] column
  } “{ $name }” has no figures.
formula-circle = The formula needs its own result: { $members }.
formula-member = “{ $name }”
formula-member-nameless = { $of ->
    [line] a line without a label
   *[column] a column without a heading
  }
formula-hint-example = Write it with names in square brackets, such as [Budget] - [Spent].
formula-hint-split = Put a part of it in a column of its own, which may be hidden.
formula-hint-equals = Leave the equals sign out.
formula-hint-percent = Write percent([Part], [Whole]) for a percentage.
formula-hint-pounds = Write the amount alone, in the unit of the column.
formula-hint-signs = Use + - * / ( ) between names in square brackets, numbers and functions.
formula-hint-name = Write the name as it stands over the column or beside the line, between [ and ].
formula-hint-number = Write it with one decimal point at most and without commas, such as 1250.5.
formula-hint-bracket = Add “)” where it should end.
formula-hint-nearest = “{ $nearest }” is nearest to it.
formula-hint-functions = The functions are { $functions }.
formula-hint-count = Put a comma between figures.
formula-hint-column = Write { $function }([Name of a column]).
formula-hint-places = Write round([Name], 1) for one decimal place.
formula-hint-no-such-name = { $of ->
    [line] Check the labels of the lines.
   *[column] Check the headings of the columns.
  }
formula-hint-several-named = { $of ->
    [line] Give each its own label.
   *[column] Put the heading of their group before the name, or give each its own heading.
  }
formula-hint-no-figures = Name one that holds figures.
formula-hint-circle = Take one of these out of the formula of another.

## Risk registers

risk-level-named = { $name }
risk-level-low = Low
risk-level-medium = Medium
risk-level-high = High
risk-impact-negligible = Negligible
risk-impact-minor = Minor
risk-impact-moderate = Moderate
risk-impact-major = Major
risk-impact-critical = Critical
risk-likelihood-rare = Rare
risk-likelihood-unlikely = Unlikely
risk-likelihood-possible = Possible
risk-likelihood-likely = Likely
risk-likelihood-almost-certain = Almost certain
risk-moved-last-lower = Down from { $before } in the last report to { $now }.
risk-moved-last-higher = Up from { $before } in the last report to { $now }.
risk-moved-initial-lower = Down from { $before } before any control to { $now }.
risk-moved-initial-higher = Up from { $before } before any control to { $now }.
risk-controls-in-place = { $count ->
    [0] No controls
    [one] { $done } of 1 control in place
   *[other] { $done } of { $count } controls in place
}

## Action plans
plan-tasks-done = { $count ->
    [0] No tasks
    [one] { $done } of 1 task completed
   *[other] { $done } of { $count } tasks completed
}
plan-tasks-done-delayed = { $count ->
    [one] { $done } of 1 task completed, { $delayed } delayed
   *[other] { $done } of { $count } tasks completed, { $delayed } delayed
}
