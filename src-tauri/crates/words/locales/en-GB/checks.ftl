# What the checks say: check-<code> is what is wrong, mend-<code> is what to do.

check-day = { $day } { $month ->
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
measure-title = { $title }
measure-title-none = A measure without a name
check-at-row = { $section }, { $row }

## The report

check-directorate-unnamed = { $gap ->
    [council] The file does not say which council it is for.
   *[name] The file does not say which directorate it is for.
  }
mend-directorate-unnamed = { $gap ->
    [council] Enter the council in the report’s settings.
   *[name] Enter the directorate in the report’s settings.
  }
check-report-title = The report has no title.
mend-report-title = Give it the title that the agenda is to show.
check-report-committee = The report does not say which committee receives it.
mend-report-committee = Enter the committee.
check-report-meeting = The report has no meeting date.
mend-report-meeting = Enter the day of the meeting.
check-meeting-before-end = The meeting is on { $meeting }, before the reporting period is over on { $end }.
mend-meeting-before-end = Correct the day of the meeting, or the reporting period.
check-report-empty = The report has no sections.
mend-report-empty = Add a section, or start from a template.
check-rule-incomplete = The status rule “{ $rule }” has a bound missing, or amber begins above green.
mend-rule-incomplete = Enter the bounds of green and amber.
check-accent-unknown = “{ $accent }” is not a colour, so the paper keeps its usual one.
mend-accent-unknown = Enter the colour as # and six digits, such as #0b4f55, or leave it empty.
check-accent-light = The colour { $accent } is too light to read on white, so the paper prints the darker { $printed }.
mend-accent-light = Choose a darker colour, if that one does not suit.
check-implications-none = No implication is ticked on the cover, and no section states one.
mend-implications-none = Tick what the decision has implications for, or take the boxes off the cover.
check-implication-not-stated = “{ $box }” is ticked on the cover, and no section states its implications.
mend-implication-not-stated = Add a section of implications with that word in its heading, or take the tick off.

## People

check-person-post = { $person } has no post.
mend-person-post = Enter the post, so that the paper can name it.
check-initials-twice = Two people have the initials { $initials }.
mend-initials-twice = Give one of them other initials, so that readers know who is meant.
check-lead-initials = { $section }: its lead, { $person }, has no initials.
mend-lead-initials = Enter the initials that are to stand at the end of the section.
check-lead-not-in-key = { $section }: the paper prints ({ $initials }) for its lead, and the key to initials leaves them out.
mend-lead-not-in-key = Mark the person to be listed in the key.
check-lead-initials-twice = { $section }: the words end with ({ $initials }), and the paper adds the lead’s initials itself, so they are printed twice.
mend-lead-initials-twice = Take the initials out of the words.
check-initials-unknown = { $section }: the text ends with ({ $initials }), and nobody in the list of people has these initials.
mend-initials-unknown = Correct the initials, or add the person.
check-initials-not-in-key = { $section }: the text ends with ({ $initials }), which the key to initials leaves out.
mend-initials-not-in-key = Mark the person to be listed in the key.
check-people-key-empty = { $section }: nobody is listed.
mend-people-key-empty = Mark the people to be listed, or take the section out.

## Sections and narratives

check-section-heading = { $section }: there is no heading.
mend-section-heading = Write a heading, so that readers can find the section in the contents.
check-section-empty = { $section }: there is nothing in it.
mend-section-empty = Write it, say in a sentence that there is nothing to report, or take it out.
check-recommendations-empty = { $section }: there are no recommendations.
mend-recommendations-empty = Write what the committee is asked to decide, or say that there is none.
check-background-papers-empty = { $section }: no papers are listed.
mend-background-papers-empty = List them, or say that there are none: the law asks for one or the other.
check-implication-not-cleared = { $section }: { $gap ->
    [both] nobody has cleared it
    [post] it does not say who cleared it
   *[day] it does not say on which day it was cleared
  }.
mend-implication-not-cleared = { $gap ->
    [both] Choose the post that cleared it, and enter the day.
    [post] Choose the post that cleared it.
   *[day] Enter the day.
  }
check-implication-cleared-late = { $section }: it was cleared on { $cleared }, after the meeting on { $meeting }.
mend-implication-cleared-late = Correct the day on which it was cleared, or the day of the meeting.
check-implication-not-ticked = { $section }: { $has ->
    [box] its box “{ $box }” on the cover is not ticked
   *[none] no box on the cover has its name
  }.
mend-implication-not-ticked = { $has ->
    [box] Tick the box, or take the section out.
   *[none] Add the box to the cover, or give the section the name of the box it belongs to.
  }
check-section-rule = { $section }: no status rule is chosen.
mend-section-rule = Choose the rule by which its measures get their status.
check-section-lead = { $section }: most sections beside it end with initials, and it does not.
mend-section-lead = Choose the lead, if someone answers for it.
check-cross-reference = { $section }: the text refers to { $reference }, and no section has that number.
mend-cross-reference = Correct the number.
check-cross-reference-beside = { $section }: the text refers to { $named }, but what it names there stands in “{ $meant }”.
mend-cross-reference-beside = Correct the number, unless it is the section that is meant.
check-placeholder = { $subject }: “{ $words }” has been left to be filled in.
mend-placeholder = Put the words or the figure in its place.
check-logo-unreadable = The council’s logo is a damaged picture, which the paper leaves out.
mend-logo-unreadable = Choose the logo again in the report’s settings.
check-character-unprintable = { $count ->
    [one] The paper’s typeface does not have the character “{ $characters }”, and prints its code instead.
   *[other] The paper’s typeface does not have the characters “{ $characters }”, and prints their codes instead.
  }
mend-character-unprintable = Put words in { $count ->
    [one] its
   *[other] their
  } place.
check-figures-nearly-same = { $subject }: the text says { $figure }, and { $other_at } says { $other }; { $slip ->
    [swap] two digits are swapped
   *[digit] one digit is different
  }.
mend-figures-nearly-same = Correct the one that is wrong, if both are meant to be the same figure.
check-headline-empty = { $section }: a headline has no words.
mend-headline-empty = Write it, or take it out.

## Measures

check-figure-missing = { $measure }: the figure for { $figure } { $due ->
    [earlier] was due in the report for { $report }
   *[now] is due in this report
  } and is not given.
mend-figure-missing = Enter the figure, or say why there is none, such as N/A or “deferred”.
check-target-missing = { $measure }: there is no target for { $period }.
mend-target-missing = Enter the target, say that there is none, or mark the measure as data only.
check-polarity-missing = { $measure }: { $gap ->
    [range] the range of good figures has no ends
   *[polarity] nobody has said which way is good
  }.
mend-polarity-missing = { $gap ->
    [range] Enter the lowest or the highest good figure, or both.
   *[polarity] Choose whether higher or lower is better, or mark it as data only.
  }
check-range-upside-down = { $measure }: the range of good figures begins at { $low }, above its end at { $high }.
mend-range-upside-down = Enter the lower figure first.
check-share-differs = { $measure }: for { $period } { $gap ->
    [nothing] the figure is { $figure }, and it is counted out of 0
   *[differs] the figure is { $figure }, but { $part } out of { $whole } is { $share }
  }.
mend-share-differs = Correct the figure, what was counted, or what it was counted out of.
check-measure-name = { $measure }: the measure has no name.
mend-measure-name = Enter its name.
check-reference-twice = Two measures have the reference { $reference }; one is “{ $name }”.
mend-reference-twice = Correct one of the references.
check-value-both = { $measure }: the value for { $period } has a figure and also says that there is none.
mend-value-both = Take one of them out; until then the figure is printed.
check-status-missing = { $measure }: nobody has judged the status.
mend-status-missing = Choose the status, or enter words to print in its place.
check-status-contradicts = { $measure } is given { $status }, but its figures make it { $computed }.
mend-status-contradicts = Say why, or take the given status out and let the figures decide.
check-status-without-reason = { $measure } is given { $status }, although nothing follows from its figures ({ $computed }).
mend-status-without-reason = Say what the judgement rests on, or take it out.
check-status-hidden = { $measure } prints “{ $words }” in place of its status. { $reason }.
mend-status-hidden = Take the words out, or explain them in the commentary.
check-status-judged = { $measure } is given { $status }, and its figures make it { $computed }.
mend-status-judged = See that the reason given still holds.
check-direction-contradicts = { $measure }: the direction of travel is given as “{ $direction }”, but the figures make it “{ $computed }”.
mend-direction-contradicts = Say why, or take the given direction out and let the figures decide.
check-direction-judged = { $measure }: the direction of travel is given as “{ $direction }”, and the figures make it “{ $computed }”.
mend-direction-judged = See that the reason given still holds.
check-missed-without-commentary = { $measure } is { $status } and has no commentary.
mend-missed-without-commentary = Say why, and what is being done.

## Indicator cards

check-owner-missing = { $measure }: nobody is responsible.
mend-owner-missing = Choose the responsible post.
check-card-commentary = { $measure }: there is no commentary.
mend-card-commentary = Say what the figures mean and what is behind them.
check-progress-contradicts = { $measure }: the progress given for { $period } does not follow. { $reason }.
mend-progress-contradicts = Say why, or take it out and let the figures decide.
check-plan-missing = { $measure }: it does not say whether a detailed action plan is in place.
mend-plan-missing = Answer yes or no.
check-actions-missing = { $measure }: there are no actions for this period.
mend-actions-missing = Enter them, or say that there were none.
check-action-empty = { $measure }: an action has no words.
mend-action-empty = Say what is to be done, or take it out.
check-outcome-missing = { $measure }: “{ $action }” { $promised ->
    [yes] was promised in the report for { $period } and does not say whether it was achieved
   *[no] does not say whether it was achieved
  }.
mend-outcome-missing = Choose the outcome.
check-outcome-reason = { $measure }: “{ $action }” was not achieved in full, and does not say why.
mend-outcome-reason = Enter the reason.
check-timescale-missing = { $measure }: “{ $action }” has no timescale.
mend-timescale-missing = Say by when, in words or as a date.
check-next-actions-missing = { $measure }: there are no actions for next period.
mend-next-actions-missing = Enter them, or say that there are none.
check-next-action-past = { $measure }: “{ $action }” is for next period, and was due on { $due }.
mend-next-action-past = Correct the date, or move it to the actions for this period.
check-risks-missing = { $measure }: there are no current risks to achievement.
mend-risks-missing = Enter them, or say that there are none.
check-none-but-some = { $measure }: it says that there are no { $what ->
    [no_actions] actions this period
    [no_next_actions] actions next period
   *[no_risks] risks
  }, and lists some.
mend-none-but-some = Take one or the other out.

## Milestones

check-milestone-text = { $section }: milestone { $reference } has no words.
mend-milestone-text = Say what is to be done, or take it out.
check-milestone-progress = { $section }: { $reference } “{ $milestone }” has no progress.
mend-milestone-progress = Choose how it is doing.
check-milestone-overdue = { $section }: { $reference } “{ $milestone }” was due on { $due } and is not on course.
mend-milestone-overdue = Say in its commentary when it will be done, and move the date if that is agreed.
check-milestone-past-due = { $section }: { $reference } “{ $milestone }” was due on { $due } and is shown as on course.
mend-milestone-past-due = Say in its commentary that it is done, or correct the date.
check-milestone-commentary = { $section }: { $reference } has no supporting commentary.
mend-milestone-commentary = Write one, or add the reference to the commentary that is about it.
check-commentary-empty = { $section }: { $gap ->
    [text] the supporting commentary for { $references } has no words
    [both] a supporting commentary has neither references nor words
   *[references] a supporting commentary does not say which references it is about
  }.
mend-commentary-empty = { $gap ->
    [text] Write it, or take it out.
    [both] Write it, or take it out.
   *[references] Enter the references.
  }
check-commentary-unmatched = { $section }: a supporting commentary is about { $reference }, and no milestone there has that reference.
mend-commentary-unmatched = Correct the reference.
check-commentary-twice = { $section }: two supporting commentaries are about { $reference }.
mend-commentary-twice = Correct the reference of one, or join the two.

## Statements

check-statement-columns = { $section }: the statement has lines and no column for figures.
mend-statement-columns = Add a column.
check-variance-columns = { $section }: the column “{ $column }” does not say which columns it is the variance of.
mend-variance-columns = Choose the budget column and the column to set against it.
check-statement-slip = { $section }: { $line }, { $column } is { $supplied }, but { $along ->
    [line] the figures of its line
   *[column] the figures above it
  } make { $computed }. { $rounding ->
    [yes] Rounding alone can explain it
   *[no] Rounding cannot explain it
  }.
mend-statement-slip = Check the figure with whoever supplied it, or take it out to print { $computed }.
check-amount-empty = { $section }: { $line } has no figure for { $column }{ $count ->
    [1] {""}
    [2] {" "}and one other column
   *[other] {" "}and other columns
  }{ $held ->
    [yes] , so “{ $total }” cannot be worked out
   *[no] {""}
  }.
mend-amount-empty = Enter the figure, 0 for nil, or words such as N/A.
check-total-unknown = { $section }: { $line } says “{ $words }” for { $column }, so “{ $total }” cannot be worked out.
mend-total-unknown = Enter the total that was supplied, or the line’s figure: 0 for nil, or N/A where none applies.
check-amount-both = { $section }: { $line }, { $column } has a figure and also says that there is none.
mend-amount-both = Take one of them out; until then the figure is printed.
check-line-label = { $section }: line { $number } has no label.
mend-line-label = Say what its figures are.
check-statement-total = { $section }: the statement has no total.
mend-statement-total = Add a subtotal or a total line; it is worked out.

## Risk registers

check-risk-text = { $section }: risk { $reference } has no words.
mend-risk-text = Say what may happen, or take it out.
check-risk-assessment = { $section }: { $reference } “{ $risk }” has no { $which ->
    [initial] initial
   *[current] current
  } assessment.
mend-risk-assessment = Choose its impact and its likelihood.
check-risk-level = { $section }: { $reference } “{ $risk }” is assessed at level { $level }, and the register has { $levels } levels, so it has no rating.
mend-risk-level = Choose a level of the register, or give the register more levels.
check-risk-owner = { $section }: { $reference } “{ $risk }” has no owner.
mend-risk-owner = Choose the post that owns it.
check-risk-control = { $section }: { $reference } “{ $risk }” has no control.
mend-risk-control = Enter what is done about it.
check-risk-movement = { $section }: { $reference } “{ $risk }” is rated { $current } now and was rated { $initial } before any control, and does not say why.
mend-risk-movement = Say why the rating went up, or correct the assessments.
check-control-not-in-place = { $section }: { $reference } “{ $risk }”: the control “{ $control }” is 100% complete and is not shown as in place.
mend-control-not-in-place = Choose “In place”, or correct how much of it is done.
check-control-overdue = { $section }: { $reference } “{ $risk }”: the control “{ $control }” was due on { $due } and is not in place.
mend-control-overdue = Choose “In place” if it is, or move the date if that is agreed.

## Action plans

check-objective-tasks = { $section }: { $reference } “{ $objective }” has no tasks.
mend-objective-tasks = Enter what is to be done, or take the objective out.
check-task-text = { $section }: task { $number } has no words.
mend-task-text = Say what is to be done, or take it out.
check-task-progress = { $section }: task { $number } “{ $task }” says nothing of its progress.
mend-task-progress = Say how far it has come this period.
check-task-owner = { $section }: task { $number } “{ $task }” has no responsible post.
mend-task-owner = Choose the post that does it.
check-task-overdue = { $section }: task { $number } “{ $task }” was due on { $due } and is not completed.
mend-task-overdue = Choose “Completed” if it is, or move the date if that is agreed.

## Summary panels

check-tile-empty = { $section }: { $gap ->
    [label] a figure of the panel does not say what it is
    [cell] “{ $tile }” shows a cell of a table that is empty or no longer there
   *[figure] “{ $tile }” shows nothing
  }.
mend-tile-empty = { $gap ->
    [label] Say what it is.
    [cell] Choose the line and the column again, or enter the figure there.
   *[figure] Choose a figure of a table, or enter a figure, words or a status.
  }
check-summary-list-empty = { $section }: the list of { $list ->
    [achievement] achievements
    [issue] issues
   *[action] actions needed
  } has nothing in it.
mend-summary-list-empty = Enter a point, even if it says that there is none.
check-point-empty = { $section }: a point among the { $list ->
    [achievement] achievements
    [issue] issues
   *[action] actions needed
  } has no words.
mend-point-empty = Write it, or take it out.

## Tables

check-formula-wrong = { $section }: the formula of “{ $name }” cannot be worked out. { $problem }
mend-formula-wrong = { $hint }
check-column-twice = { $section }: two columns are called “{ $column }”.
mend-column-twice = Give one another heading, or put them in groups.
check-column-idle = { $section }: { $gap ->
    [hidden] the hidden column “{ $column }” is used by no formula.
   *[empty] the column “{ $column }” has nothing in it.
  }
mend-column-idle = { $gap ->
    [hidden] Show it, or take it out.
   *[empty] Fill it, hide it, or take it out.
  }
check-cell-required = { $section }: { $line } has nothing for { $column }.
mend-cell-required = Fill it in.
check-cell-unreadable = { $section }: { $line }, { $column } holds “{ $text }”, which is { $kind ->
    [date] not a day
    [status] not a status
   *[post] nobody in the list of people
  }.
mend-cell-unreadable = { $kind ->
    [date] Enter a day, such as 31/3/2011.
    [status] Choose a status.
   *[post] Choose a post, or add the person.
  }
check-base-too-small = { $section }: { $line }, { $column } is supplied as { $supplied }, a percentage of almost nothing.
mend-base-too-small = Take it out, so that the paper says that the base is too small, or enter N/A.
check-letter-unknown = { $section }: { $line } refers to { $letter }, and no line beside it has that letter.
mend-letter-unknown = Correct the reference, or letter the lines of the table that it means.
check-letter-unused = { $section }: nothing refers to { $letter }, { $line }.
mend-letter-unused = Enter { $letter } beside the figure that it explains.
check-letter-comment = { $section }: { $letter }, { $line } is not explained.
mend-letter-comment = Write its comment.
check-letter-amount = { $section }: the comment on { $letter }, { $line } speaks of { $amount }, and the table has { $figure }.
mend-letter-amount = Correct the comment or the figure.
