# What a chart says for those who cannot see it. Each sentence stands by itself or is empty.

chart-form-line = Line chart
chart-form-bars = Bar chart
chart-described = { $form } of { $title }, { $from } to { $to }. { $actual } { $target } { $comparators } { $gaps }

chart-actual-none = No outturn is shown.
chart-actual-single = { $name } was { $value } in { $period }.
chart-actual-rose = { $name } rose from { $first } in { $first-period } to { $last } in { $last-period }.
chart-actual-fell = { $name } fell from { $first } in { $first-period } to { $last } in { $last-period }.
chart-actual-level = { $name } was { $first } in { $first-period } and { $last } in { $last-period }.

chart-target-none = No target is shown.
chart-target-alone = { $name } for { $period } is { $value }.
chart-target-exceeded = In { $period } it was { $value }, above the target of { $target }.
chart-target-not-reached = In { $period } it was { $value }, below the target of { $target }.
chart-target-met = In { $period } it was { $value }, equal to the target.

chart-comparators-none = { "" }
chart-comparators = For comparison: { $list }.
chart-comparator = { $name } { $value } in { $period }

chart-gaps-none = { "" }
chart-gaps = There is no figure for { $list }.
chart-gap = { $period }

chart-bars-described = Bar chart of { $title }. { $columns }
chart-shares-described = Shares of the whole, { $title }. { $columns }
chart-bars-column = { $name }: { $largest }{ $more }.
chart-bars-columns = { $first } { $then }
chart-bar = { $line } { $value }
chart-bars-all = { "" }
chart-bars-more = , and { $count ->
    [one] one smaller line
   *[other] { $count } smaller lines
}

# Words printed on a chart.
chart-column-in-group = { $heading }, { $group }
chart-provisional = Provisional
