# Words of the use cases: steps of undo, refusals, templates and samples.

edit-set = change { $what }
edit-add = add { $what }
edit-remove = remove { $what }
edit-move = move { $what }
edit-many = several changes
edit-brought-in = bring in changes
edit-start = new file
edit-exported = final paper written
edit-roll = start the next period
edit-restore = restore an earlier state

roll-not-later = { $period } does not come after { $of }. Choose a later period.
roll-taken = This file has a report for { $period } already. Choose another period, or work on that one.
roll-sections = { $count ->
    [one] one section, as it is laid out
   *[other] { $count } sections, as they are laid out
  }
roll-measures = { $count ->
    [one] one measure
   *[other] { $count } measures
  }
roll-not-due = { $count ->
    [one] one of the measures, with no figure due in the new period
   *[other] { $count } of the measures, with no figure due in the new period
  }
roll-lines = { $count ->
    [one] one line of a table, to be filled in
   *[other] { $count } lines of tables, to be filled in
  }
roll-promised = { $count ->
    [one] one action promised for the new period
   *[other] { $count } actions promised for the new period
  }
roll-unfinished = { $count ->
    [one] one action not finished yet
   *[other] { $count } actions not finished yet
  }
roll-milestones = { $count ->
    [one] one milestone not met yet
   *[other] { $count } milestones not met yet
  }
roll-tasks = { $count ->
    [one] one task not completed yet
   *[other] { $count } tasks not completed yet
  }
roll-risks = { $count ->
    [one] one open risk
   *[other] { $count } open risks
  }
roll-to-review = { $count ->
    [one] one narrative, to be reviewed
   *[other] { $count } narratives, to be reviewed
  }

change-not-there = This is no longer in the file. Go back to the outline and choose again.
change-cannot-move = It cannot be moved there.
change-no-status = There is no status “{ $text }”. Choose one of the list.
change-no-post = No post goes by “{ $text }”. Type its initials or its name, or add it under People.
change-several-posts = Several posts go by “{ $text }”. Choose one of the list.
change-not-a-colour = “{ $text }” is not a colour. Write it with six digits, such as #0f5a60.
nothing-open = No file is open. Open one, or start a new one.
nothing-to-undo = There is nothing to undo.
nothing-to-redo = There is nothing to redo.
preview-old = The preview has changed since. It is being made again.
program-fault = Something went wrong in the program. Everything up to the last change is in the file: close Outturn and open it again.
own-folder = The folder { $folder } cannot be made. Free some room or ask who looks after this computer, then try again.
template-not-there = There is no such kind of report. Choose one of the list.
template-not-one-report = “{ $file }” is not a template: it does not hold one report’s layout. Choose a file saved with “Save as template”.
template-is-a-report = “{ $file }” holds a report, not a template. Open it and choose “Save as template”, then use the file that makes.
template-formula = The template “{ $file }” cannot be used: { $finding } Mend the formula in the report it was saved from, and save the template again.
template-extension = The name of a template ends in .outturn-template, and “{ $file }” does not. Give it another name.
report-exported = The final paper of “{ $title }” was written on { $date }. After this change of layout the paper no longer shows the report: the mark that it is final lapses, and the paper has to be exported again.
report-agreed = { $count ->
    [one] { $sections } is agreed to as it is in “{ $title }”. With this change of layout its sign-off lapses, and it has to be signed off again.
   *[other] { $count } sections are agreed to as they are in “{ $title }”: { $sections }{ $more ->
        [0] {""}
       *[other] {" "}and { $more } more
    }. With this change of layout their sign-offs lapse, and they have to be signed off again.
}
report-exported-agreed = { $exported } { $agreed }
template-council = The council’s name cannot be used. { $reason }
template-directorate = The directorate’s name cannot be used. { $reason }
sample-not-there = There is no such sample. Choose one of the list.
finding-report = The report
formula-trouble = { $sentence } { $hint }
formula-trouble-at = At “{ $at }”: { $sentence } { $hint }
line-unnamed = Line without a name
report-none = This file has no report yet.
report-not-there = This file has no report for “{ $report }”. Name the period of one that it has, as it is written here: { $periods }.

export-format-unknown = A paper cannot be written as { $file }. Give it a name that ends in .pdf.
export-exists = { $file } is there already. Choose another name, or say that it may be replaced.
export-blocked = { $count ->
    [one] One finding stops the final paper. Mend it, let the clerk record an exception, or export a draft.
   *[other] { $count } findings stop the final paper. Mend them, let the clerk record exceptions, or export a draft.
  }
export-not-written = { $file } could not be written. See that the folder is there, that you may write to it and that there is room, then try again.

template-action-plan-progress = Progress on action plans
template-action-plan-progress-about = A decision cover, numbered paragraphs, and action plans as blocks and as a table of tasks.
template-decision-report = Decision report
template-decision-report-about = Recommendations, implications that are cleared by a post, options and background papers.
template-directorate-overview = Directorate performance overview
template-directorate-overview-about = Key developments, emerging issues, milestones, measure tables and department finances.
template-indicator-report = Quarterly indicator report
template-indicator-report-about = Headlines and a card for each indicator, with commentary, actions, timescales and risks.
template-service-overview = Service performance overview
template-service-overview-about = A summary panel, budgets, measure tables, a risk register and corporate plan initiatives.
sample-action-plan-progress = Progress on action plans, Quarter 1
sample-action-plan-progress-about = The plan that followed a review, and the tasks of a service plan, with their progress.
sample-decision-report = Decision report, January
sample-decision-report-about = An annual assessment of children’s services, with grades and cleared implications.
sample-directorate-overview = Directorate overview, Quarter 2
sample-directorate-overview-about = A whole report with four department statements.
sample-indicator-report = Indicator report, Quarter 3
sample-indicator-report-about = Headlines, indicator cards, complaints, budgets and the capital programme of a children’s directorate.
sample-service-overview = Service overview, Quarter 3
sample-service-overview-about = A summary panel, budgets, measures, risks and initiatives of a children’s service.
