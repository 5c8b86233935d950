# Fixed words of the paper and of making it.

# Running lines. {page} and {pages} are put in by the typesetter.
paper-page-of = Page { $page } of { $pages }
paper-draft = Draft
paper-contents = Contents

# What is open in a draft, on its first page.
paper-draft-title = What is still open in this draft
paper-draft-notice =
    { $count ->
        [one] One finding is open. The final paper can be exported once it is mended or, where it only advises, accepted.
       *[other] { $count } findings are open. The final paper can be exported once they are mended or, where they only advise, accepted.
    }
paper-draft-more =
    { $count ->
        [one] One more finding is listed in the checks.
       *[other] { $count } more findings are listed in the checks.
    }

# Why a paper could not be made.
paper-cancelled = Making the paper was cancelled. Nothing was written.
paper-no-title = The report has no title, and a PDF without one cannot be read out properly. Give the report a title, then export again.
paper-no-such-place = The preview cannot show this part because the report no longer holds it. Choose another part.
paper-not-set = A part of the report could not be set on the page. Shorten or simplify what was last added there, then try again.
paper-not-conforming = The paper was set, but it would not meet the standards for an accessible and lasting PDF. Nothing was written. Take out what was last added, then export again.

# Progress while a paper is made.
paper-stage-setting = Setting the pages
paper-stage-writing = Writing the PDF

# The labels of an indicator card.
paper-card-status = Current status
paper-card-projected = Projected year-end status
paper-card-officer = Responsible officer
paper-card-frequency = Reported
paper-card-polarity = Good performance
paper-card-action-plan = Detailed action plan
paper-card-commentary = Commentary
paper-card-actions-this = Actions for this period
paper-card-actions-next = Actions for next period
paper-card-risks = Current risks to achievement
paper-card-progress = Progress on last period
paper-card-own-period = Period of the figure
paper-action = Action
paper-action-timescale = Timescale and predicted improvement
paper-action-outcome = Achieved, or reason why not
