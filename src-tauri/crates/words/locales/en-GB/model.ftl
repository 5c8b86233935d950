# Words of the model: periods, statuses, directions, and why an entry does not fit.

list-separator = {", "}

period-year = { $years }
period-half = Half { $number }, { $years }
period-quarter = Quarter { $number }, { $years }
period-month = { $number ->
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
  } { $calendar }
period-year-short = { $years }
period-half-short = H{ $number } { $short }
period-quarter-short = Q{ $number } { $short }
period-month-short = { $number ->
    [1] Jan
    [2] Feb
    [3] Mar
    [4] Apr
    [5] May
    [6] Jun
    [7] Jul
    [8] Aug
    [9] Sep
    [10] Oct
    [11] Nov
   *[12] Dec
  } { $calendar }

status-green = Green
status-amber = Amber
status-red = Red
status-not-yet-known = Not yet known
status-not-applicable = Not applicable
status-not-comparable = Not comparable
status-carried-over = Carried over
status-data-only = Data only

direction-improved = Improved
direction-unchanged = Unchanged
direction-worse = Worse
direction-not-comparable = Not comparable

entry-missing = This cannot be left empty.
entry-too-long = This has { $length } characters; it can have { $limit }. Shorten it, or split it in two.
entry-hidden-character = There is a hidden character ({ $code }) after “{ $after }”. Delete it and type the words again.
entry-line-end = This is one line. Take out the line break.
entry-not-a-number = “{ $text }” is not a number. Type digits, such as 1,234.5, or words, such as N/A.
entry-not-a-plain-number = “{ $text }” is not a number. Type digits, such as 1,234.5.
entry-too-many-digits = This number has too many digits; { $limit } is the most that can be kept exactly.
entry-not-percent = This is not counted in per cent. Leave the % sign out, or change the measure’s unit.
entry-not-money = This is not counted in pounds. Leave out £, k and m, or change the unit.
entry-not-whole-units = This is counted in { $unit }. Type the figure in that unit.
entry-not-a-date = “{ $text }” is not a date. Type day, month and year, such as 31/3/2027.
entry-no-such-day = “{ $text }” is not a date: { $month ->
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
  } { $year } has { $days } days. Type a day that it has.
entry-not-a-moment = “{ $text }” is not a moment. Write it as 2026-07-01T09:30:05+01:00.
entry-not-a-period = “{ $text }” is not a reporting period. Type a year such as 2026-27, or a quarter such as 2026-27-q2.
entry-not-a-count = “{ $text }” is not a whole number from { $least } to { $most }.
entry-not-a-choice = “{ $text }” is not one of the words allowed here: { $choices }.
entry-not-an-id = “{ $text }” is not an id. Use a–z, 0–9, “-”, “_”, “.” and “/” only.
entry-not-a-picture = This is not a PNG picture of at most { $kilobytes } KB and { $side } pixels a side. Choose another, or make it smaller.
entry-not-a-position = This is not an order key. Leave it out; the order in the file counts.
