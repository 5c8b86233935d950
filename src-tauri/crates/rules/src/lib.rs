//! Outlines, statuses, directions of travel, totals and checks: what follows from what is stored.
//!
//! Pure functions over a [`Book`](outturn_model::Book). This crate does no input or output, reads no
//! clock and holds no English: every result can say why as a [`Message`](outturn_model::Message).
//!
//! [`Outline`] is the walk over a report that everything else uses; an [`Appearance`] is a measure
//! in it, and [`status`], [`direction`], [`card`] and [`measure_table`] say what follows from its
//! figures. [`statement`](mod@statement) works out a table, with its [`formula`]s. [`check`](mod@check) finds what
//! a report lacks and what does not add up; [`completeness`](mod@completeness) counts it.
//!
//! # Checks
//!
//! Blocking findings stop a final paper, never a draft: what a committee cannot be given is a paper
//! without its cover's facts, an empty section, a due figure that is missing without a word, and a
//! status or direction that contradicts its own figures without a reason. Everything else a person
//! may decide to let go.
//!
//! R1 to R5 are five public committee papers of English councils: a quarterly indicator report,
//! progress on action plans, a directorate performance overview, an executive decision report and a
//! service performance overview.
//!
//! | code | severity | finds | source |
//! |---|---|---|---|
//! | `directorate-unnamed` | blocking | no council, or no name of the directorate | R1 to R4, covers |
//! | `report-title` | blocking | no title | R2, R4; PDF/UA-1 7.1 |
//! | `report-committee` | blocking | no committee | R2, R4: cover |
//! | `report-meeting` | blocking | no meeting date | R2, R4: cover; clear days |
//! | `meeting-before-end` | warning | a meeting before the period is over | R1 to R4: dates on covers |
//! | `report-empty` | blocking | no sections | a paper of nothing |
//! | `title-old-period` | warning | a title that names the last report's period | R3: written over the last one |
//! | `restatement-reason` | blocking | a figure corrected since an earlier report printed it, without a reason | R1: “restated” |
//! | `restatements-unprinted` | warning | corrected figures, and no section that lists them | R1 |
//! | `section-dropped` | warning | a section of the last report that left something open and is gone | R2: progress on action plans |
//! | `rule-incomplete` | warning | a status rule without its bounds, or with amber above green | R1: keys |
//! | `accent-unknown` | warning | a colour for the paper that is no colour | it would not be printed |
//! | `accent-light` | note | a colour too light to read, which the paper darkens | WCAG 2.2, 1.4.3 |
//! | `implications-none` | warning | a decision's cover with no implication ticked, and none stated | R4: cover |
//! | `implication-not-stated` | warning | a box ticked on the cover, without its statement of implications | R4 |
//! | `person-post` | warning | someone who answers or signs, without a post | R3: key of initials |
//! | `initials-twice` | warning | two people with the same initials | R3: key of initials |
//! | `section-heading` | blocking | no heading | PDF/UA-1 7.4; the contents list |
//! | `section-empty` | blocking | no words, no rows, nothing inside | R5: a sentence where there is nothing to report |
//! | `recommendations-empty` | blocking | recommendations that list nothing and do not say “none” | R4 |
//! | `background-papers-empty` | blocking | background papers that list nothing and do not say “none” | Local Government Act 1972, s.100D |
//! | `implication-not-cleared` | warning | a statement of implications without the post that cleared it, or the day | R4 |
//! | `implication-cleared-late` | warning | a statement of implications cleared after the meeting | R4 |
//! | `implication-not-ticked` | warning | a statement of implications whose box on the cover is not ticked | R4 |
//! | `section-rule` | warning | cards or a measure table without a status rule | R1: two rules in one report |
//! | `people-key-empty` | warning | a key of initials that lists nobody | R3 |
//! | `unreviewed` | blocking | words taken over from the last report that nobody has reviewed | R3 |
//! | `carried-missing` | warning | what the last report promised or left open, and this one leaves out | R1, R2, R5 |
//! | `old-period` | warning | words that name the last report's period | R3: “Quarter 2” |
//! | `section-lead` | note | no initials where most sections beside it have them | R3: 2.4 |
//! | `lead-initials` | warning | a lead without initials | R3 |
//! | `lead-not-in-key` | warning | a lead whose initials are printed and left out of the key | R3: key of initials |
//! | `lead-initials-twice` | warning | a lead's initials typed where the paper adds them | R3 |
//! | `initials-unknown` | warning | initials at the end of a text that nobody has | R3: “(AM)” |
//! | `initials-not-in-key` | warning | initials at the end of a text that the key leaves out | R3 |
//! | `cross-reference` | warning | a reference to a number that no section has | R3: “see 2.1”, “section 8” |
//! | `cross-reference-beside` | warning | a reference to a section, where the one beside it has the names that stand with it | R3: “2.11” |
//! | `placeholder` | warning | words left to be filled in | R1: “tbc” |
//! | `figures-nearly-same` | warning | two large figures with one digit different or two swapped | R1: £484,444 and £486,444 |
//! | `headline-empty` | warning | a headline without words | R1 |
//! | `figure-missing` | blocking | a figure that was due, neither there nor explained | R1, R3 |
//! | `status-contradicts` | blocking | a status against the figures, without a reason | R1: keys |
//! | `direction-contradicts` | blocking | a direction of travel against the figures, without a reason | R3: appendix |
//! | `commentary-unreviewed` | blocking | commentary on a measure that nobody has reviewed | R1, R3 |
//! | `target-missing` | warning | no target, unless none is needed or its absence is stated | R1, R3 |
//! | `polarity-missing` | warning | nobody has said which way is good | R1: “good performance is high” |
//! | `range-upside-down` | warning | a range of good figures that begins above its end | which it would never meet |
//! | `share-differs` | warning | a percentage that is not its numerator's share of its denominator | R1, R5 |
//! | `measure-name` | warning | a measure without a name | R1, R3 |
//! | `reference-twice` | warning | two measures with one reference | R3 |
//! | `value-both` | warning | a value with a figure and an absence | one of them would not be printed |
//! | `status-missing` | warning | a status that a person is to judge, and nobody has | R3 |
//! | `status-without-reason` | warning | a status given where nothing follows from the figures, without a reason | R1: “tbc” |
//! | `status-hidden` | warning | words in place of a status that is amber or red | R3: “Refer comment” |
//! | `status-judged` | note | a status against the figures, with a reason | for the reader of the whole |
//! | `direction-judged` | note | a direction of travel against the figures, with a reason | for the reader of the whole |
//! | `missed-without-commentary` | warning | amber or red in a table, without commentary | R5: commentary for missed targets |
//! | `owner-missing` | warning | a card without a responsible post | R1 |
//! | `card-commentary` | warning | a card without commentary | R1 |
//! | `progress-contradicts` | warning | progress against the figures, without a reason | R1: “progress on last period?” |
//! | `plan-missing` | warning | a card that does not say whether an action plan is in place | R1 |
//! | `actions-missing` | warning | a card without actions this period, and none stated | R1 |
//! | `action-empty` | warning | an action without words | R1 |
//! | `outcome-missing` | warning | an action of this period without an outcome | R1: “were they achieved” |
//! | `outcome-reason` | warning | an action not achieved in full, without a reason | R1: “reason for non-achievement” |
//! | `timescale-missing` | warning | an action without a timescale | R1 |
//! | `next-actions-missing` | warning | a card without actions next period, and none stated | R1 |
//! | `next-action-past` | warning | an action for next period due in this one | R1 |
//! | `risks-missing` | warning | a card without risks, and none stated | R1 |
//! | `none-but-some` | warning | a card that says there are none, and lists some | R1 |
//! | `milestone-text` | warning | a milestone without words | R3 |
//! | `milestone-progress` | warning | a milestone without progress | R3 |
//! | `milestone-overdue` | warning | a milestone past its day and not on course | R3 |
//! | `milestone-past-due` | note | a milestone past its day and shown as on course | R3: “by September 2012” in 2013 |
//! | `milestone-commentary` | warning | a reference without supporting commentary | R3 |
//! | `commentary-empty` | warning | a supporting commentary without words or references | R3 |
//! | `commentary-unmatched` | warning | a supporting commentary about no row of its section | R3 |
//! | `commentary-twice` | warning | two supporting commentaries about one reference | R3: EEP02 |
//! | `statement-columns` | blocking | lines without a column for figures | R3 |
//! | `opening-differs` | blocking | an opening figure that is not what the last report closed with, without a comment | R5: carried figures |
//! | `variance-columns` | warning | a variance that does not say of what | R3, R5 |
//! | `statement-slip` | warning | a supplied figure that does not follow, and whether rounding explains it | R3: 63 for 62, 164 for 165 |
//! | `amount-empty` | warning | a line without a figure, and none stated, and the total it holds up | R3 |
//! | `total-unknown` | warning | a total over a figure that is stated not to be known | R3, R5: totals |
//! | `amount-both` | warning | a cell with a figure and an absence | one of them would not be printed |
//! | `line-label` | warning | a line without a label | PDF/UA-1 7.5 |
//! | `statement-total` | warning | several lines and no total | R1, R3, R5 |
//! | `risk-text` | warning | a risk without words | R5 |
//! | `risk-assessment` | warning | an open risk without an initial or a current assessment | R5: initial, current |
//! | `risk-level` | warning | an assessment above the levels of its register | R5: 3×3 matrix |
//! | `risk-owner` | warning | an open risk without an owner | R5 |
//! | `risk-control` | warning | an open risk without a control | R5: control actions |
//! | `risk-movement` | warning | a rating above the one before any control, without a reason | R5: why ratings moved |
//! | `control-not-in-place` | warning | a control that is wholly done and not in place | R5: state and % complete |
//! | `control-overdue` | warning | a control past its day and not in place | R5: target date |
//! | `objective-tasks` | warning | an objective without tasks | R2 |
//! | `task-text` | warning | a task without words | R2 |
//! | `task-progress` | warning | a task that says nothing of its progress | R2: progress by task |
//! | `task-owner` | warning | a task without a post that does it | R2: responsible managers |
//! | `task-overdue` | warning | a task past its day and not completed | R2: completion dates |
//! | `tile-empty` | warning | a tile without a name, or that shows nothing | R5: summary rating |
//! | `summary-list-empty` | warning | a list of a summary without points, where others have some | R5: top three |
//! | `point-empty` | warning | a point without words | R5 |
//! | `formula-wrong` | blocking | a formula that does not read, names nothing or needs itself | which would leave figures out |
//! | `column-twice` | warning | two columns of one group with one heading | R5: human resources |
//! | `column-idle` | note | a column with nothing in it, or hidden and named by nothing | nobody sees it |
//! | `cell-required` | warning | an empty cell of a column that needs one in each line | R1: “recovery plan in place” |
//! | `cell-unreadable` | warning | a cell that is no day, no status or nobody's post | R1: lead officers |
//! | `base-too-small` | warning | a supplied percentage of nearly nothing | R5: 114.8% |
//! | `letter-unknown` | warning | a reference to a letter that no line beside has | R1: main variances |
//! | `letter-unused` | warning | a lettered line that no reference beside names | R1: main variances |
//! | `letter-comment` | warning | a lettered line without a comment | R1: main variances |
//! | `letter-amount` | warning | a comment whose amounts differ from its line's | R1: main variances |

pub mod accent;
pub mod appearance;
mod arithmetic;
pub mod calendar;
pub mod card;
pub mod check;
pub mod completeness;
pub mod direction;
pub mod due;
pub mod figures;
pub mod formula;
pub mod implication;
pub mod measure_table;
pub mod naming;
pub mod outline;
pub mod plan;
pub mod promise;
pub mod register;
pub mod roll;
pub mod rule;
pub mod search;
pub mod slip;
pub mod statement;
pub mod status;
pub mod summary;

pub use appearance::Appearance;
pub use outline::{Outline, OutlineItem};
