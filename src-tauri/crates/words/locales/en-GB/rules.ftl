# Words of the rules: why a status or a direction is what it is, how a stored figure reads, and what
# a section is called in a sentence.

## What a section is called

section-title = { $number } { $heading }
section-title-number = Section { $number }
section-title-heading = { $heading }
section-title-kind = { $kind }
section-kind-cover = Cover
section-kind-narrative = Narrative without a heading
section-kind-headlines = Headlines without a heading
section-kind-cards = Indicator cards without a heading
section-kind-measure-table = Measure table without a heading
section-kind-milestones = Milestones without a heading
section-kind-statement = Statement without a heading
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
  } { $target }; green is from { $green }, amber from { $amber }
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
status-follows-direction = { $status }, because it follows the direction of travel. { $direction }
status-projected = { $status }: expected at the end of the year, as a judgement
status-judgement = { $status }: a judgement
status-judgement-because = { $status }: a judgement. { $reason }
status-judgement-awaited = { $status }: it is for a person to judge, and nobody has yet
status-overridden = { $status }: a judgement, with no reason given. From the figures it would be { $computed }
status-overridden-because = { $status }: a judgement. { $reason } (From the figures it would be { $computed })

## Why nothing follows from the figures

unrated-no-rule = { $status }: neither the section nor the measure’s entry has a status rule
unrated-incomplete-rule = { $status }: the status rule has a bound missing
unrated-no-polarity = { $status }: nobody has said which way is good
unrated-no-range = { $status }: the measure should lie in a range, and the range has no ends
unrated-data-only = { $status }: the figure is for information
unrated-bands-of-range = { $status }: green and amber figures need a measure that is better when higher, or when lower
unrated-no-figure = { $status }: there is no figure for the period
unrated-figure-absent = { $status }: in place of a figure it says “{ $words }”
unrated-no-target = { $status }: there is no target
unrated-target-absent = { $status }: in place of a target it says “{ $words }”
unrated-out-of-bounds = { $status }: the figure and the target are too far apart to be set against each other

## Why a direction is what it is

direction-why = { $direction }: { $now }, against { $before } in { $period }
direction-within-tolerance = { $reason }; a change of { $change } is within the { $tolerance } that counts as none
direction-no-figure = { $direction }: there is no figure for the period
direction-no-earlier-figure = { $direction }: there is no figure for { $period }
direction-no-polarity = { $direction }: nobody has said which way is good
direction-data-only = { $direction }: the figure is for information
direction-overridden = { $direction }: a judgement, with no reason given. From the figures it would be { $computed }
direction-overridden-because = { $direction }: a judgement. { $reason } (From the figures it would be { $computed })
