//! Checks: what a report still lacks, what does not add up, and what leads nowhere.
//!
//! A check is a small function of what it looks at, and a line of [`CHECKS`]: its code, how severe
//! its findings are, and the function. It says where a finding is; the words are the catalogue's,
//! under `check-<code>` and `mend-<code>`.

mod card;
mod decision;
mod figures;
mod ground;
mod measure;
mod milestone;
mod money;
mod narrative;
mod past;
mod people;
mod plan;
mod reading;
mod register;
mod report;
mod section;
mod statement;
mod summary;
mod table;

use chrono::{Datelike, NaiveDate};
use outturn_model::entry::Entry;
use outturn_model::report::Report;
use outturn_model::section::{Section, SectionKind};
use outturn_model::{Arg, Book, Id, Message, Place, RowId};

use crate::appearance::Appearance;
use crate::direction::{Travelled, direction};
use crate::outline::OutlineItem;
use crate::statement::Statement;
use crate::status::{Rated, status};
use ground::{Ground, Passage};

/// How much a finding matters. The most severe comes first.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Severity {
    /// The paper cannot go to committee like this: a final export is refused.
    Blocking,
    /// Something is missing or wrong, and a person may still decide to let it go.
    Warning,
    /// Worth knowing.
    Note,
}

/// What a check says about one place.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Finding {
    /// Which check says it, such as `status-contradicts`.
    pub code: &'static str,
    /// How much it matters.
    pub severity: Severity,
    /// Where to mend it. The cell of a value or an amount may not be stored yet; its row's id says
    /// what it joins.
    pub place: Place,
    /// The section it shows in; nothing for the report as a whole.
    pub section: Option<Id<Section>>,
    /// The row of the section it is about: an entry, a milestone, a commentary, a headline or a
    /// line of a statement. Nothing for the section itself.
    pub part: Option<RowId>,
    /// What is wrong.
    pub sentence: Message,
    /// What to do.
    pub mend: Message,
}

/// A check.
#[derive(Debug, Clone, Copy)]
pub struct Check {
    /// The code of its findings.
    pub code: &'static str,
    /// How much they matter.
    pub severity: Severity,
    sentence: &'static str,
    mend: &'static str,
    run: Run,
}

/// What a check looks at.
#[derive(Debug, Clone, Copy)]
enum Run {
    Report(fn(&Ground<'_>, &mut Found<'_>)),
    Section(fn(&Ground<'_>, &OutlineItem<'_>, &mut Found<'_>)),
    Passage(fn(&Ground<'_>, &Passage<'_>, &mut Found<'_>)),
    /// A passage or a row's short text.
    Text(fn(&Ground<'_>, &Passage<'_>, &mut Found<'_>)),
    Measure(fn(&Ground<'_>, &Subject<'_>, &mut Found<'_>)),
    Card(fn(&Ground<'_>, &Subject<'_>, &mut Found<'_>)),
    TableRow(fn(&Ground<'_>, &Subject<'_>, &mut Found<'_>)),
    Statement(fn(&OutlineItem<'_>, &Statement<'_>, &mut Found<'_>)),
    /// A table, with what the rest of the report has to do with it.
    Table(fn(&Ground<'_>, &OutlineItem<'_>, &Statement<'_>, &mut Found<'_>)),
}

macro_rules! checks {
    ($( $code:literal $severity:ident $run:ident($function:path) ),+ $(,)?) => {
        /// Every check, in the order in which findings of one severity in one section come.
        pub const CHECKS: &[Check] = &[$(Check {
            code: $code,
            severity: Severity::$severity,
            sentence: concat!("check-", $code),
            mend: concat!("mend-", $code),
            run: Run::$run($function),
        }),+];
    };
}

checks! {
    "directorate-unnamed" Blocking Report(report::directorate),
    "report-title" Blocking Report(report::title),
    "report-committee" Blocking Report(report::committee),
    "report-meeting" Blocking Report(report::meeting),
    "meeting-before-end" Warning Report(report::meeting_before_end),
    "report-empty" Blocking Report(report::empty),
    "title-old-period" Warning Report(past::old_title),
    "restatement-reason" Blocking Report(past::restatement_reason),
    "restatements-unprinted" Warning Report(past::unprinted_restatements),
    "section-dropped" Warning Report(past::dropped),
    "rule-incomplete" Warning Report(report::incomplete_rule),
    "accent-unknown" Warning Report(report::unknown_accent),
    "accent-light" Note Report(report::light_accent),
    "implications-none" Warning Report(decision::none_ticked),
    "implication-not-stated" Warning Report(decision::not_stated),
    "person-post" Warning Report(people::post),
    "initials-twice" Warning Report(people::initials_twice),
    "section-heading" Blocking Section(section::heading),
    "section-empty" Blocking Section(section::empty),
    "recommendations-empty" Blocking Section(decision::recommendations),
    "background-papers-empty" Blocking Section(decision::background_papers),
    "implication-not-cleared" Warning Section(decision::not_cleared),
    "implication-cleared-late" Warning Section(decision::cleared_late),
    "implication-not-ticked" Warning Section(decision::not_ticked),
    "section-rule" Warning Section(section::rule),
    "people-key-empty" Warning Section(section::people_key),
    "unreviewed" Blocking Section(past::unreviewed),
    "carried-missing" Warning Section(past::lost),
    "old-period" Warning Section(past::old_period),
    "section-lead" Note Section(section::lead),
    "lead-initials" Warning Section(people::lead_initials),
    "lead-not-in-key" Warning Section(people::lead_not_in_key),
    "lead-initials-twice" Warning Section(people::lead_initials_twice),
    "initials-unknown" Warning Passage(people::unknown_initials),
    "initials-not-in-key" Warning Passage(people::initials_not_in_key),
    "cross-reference" Warning Passage(narrative::cross_reference),
    "cross-reference-beside" Warning Passage(narrative::neighbouring_reference),
    "placeholder" Warning Text(narrative::placeholder),
    "figures-nearly-same" Warning Section(figures::figures_nearly_same),
    "headline-empty" Warning Section(section::headline),
    "figure-missing" Blocking Measure(measure::figure),
    "status-contradicts" Blocking Measure(measure::contradicting_status),
    "direction-contradicts" Blocking Measure(measure::contradicting_direction),
    "commentary-unreviewed" Blocking Measure(past::unreviewed_entry),
    "target-missing" Warning Measure(measure::target),
    "polarity-missing" Warning Measure(measure::polarity),
    "range-upside-down" Warning Measure(measure::range_upside_down),
    "share-differs" Warning Measure(measure::share),
    "measure-name" Warning Measure(measure::name),
    "reference-twice" Warning Measure(measure::reference_twice),
    "value-both" Warning Measure(measure::figure_and_words),
    "status-missing" Warning Measure(measure::status),
    "status-without-reason" Warning Measure(measure::status_without_reason),
    "status-hidden" Warning Measure(measure::hidden_status),
    "status-judged" Note Measure(measure::judged_status),
    "direction-judged" Note Measure(measure::judged_direction),
    "missed-without-commentary" Warning TableRow(measure::missed_without_commentary),
    "owner-missing" Warning Card(card::owner),
    "card-commentary" Warning Card(card::commentary),
    "progress-contradicts" Warning Card(card::contradicting_progress),
    "plan-missing" Warning Card(card::plan),
    "actions-missing" Warning Card(card::actions),
    "action-empty" Warning Card(card::empty_action),
    "outcome-missing" Warning Card(card::outcome),
    "outcome-reason" Warning Card(card::outcome_reason),
    "timescale-missing" Warning Card(card::timescale),
    "next-actions-missing" Warning Card(card::next_actions),
    "next-action-past" Warning Card(card::past_next_action),
    "risks-missing" Warning Card(card::risks),
    "none-but-some" Warning Card(card::none_but_some),
    "milestone-text" Warning Section(milestone::text),
    "milestone-progress" Warning Section(milestone::progress),
    "milestone-overdue" Warning Section(milestone::overdue),
    "milestone-past-due" Note Section(milestone::past_due),
    "milestone-commentary" Warning Section(milestone::commentary),
    "commentary-empty" Warning Section(milestone::empty_commentary),
    "commentary-unmatched" Warning Section(milestone::unmatched_commentary),
    "commentary-twice" Warning Section(milestone::commentary_twice),
    "statement-columns" Blocking Section(statement::columns),
    "opening-differs" Blocking Section(past::opening_figure),
    "variance-columns" Warning Statement(statement::variance_columns),
    "statement-slip" Warning Statement(statement::slips),
    "amount-empty" Warning Statement(statement::empty_amounts),
    "total-unknown" Warning Statement(statement::unknown_totals),
    "amount-both" Warning Statement(statement::figure_and_words),
    "line-label" Warning Statement(statement::label),
    "statement-total" Warning Statement(statement::total),
    "risk-text" Warning Section(register::text),
    "risk-assessment" Warning Section(register::assessment),
    "risk-level" Warning Section(register::level),
    "risk-owner" Warning Section(register::owner),
    "risk-control" Warning Section(register::control),
    "risk-movement" Warning Section(register::movement),
    "control-not-in-place" Warning Section(register::not_in_place),
    "control-overdue" Warning Section(register::overdue),
    "objective-tasks" Warning Section(plan::tasks),
    "task-text" Warning Section(plan::text),
    "task-progress" Warning Section(plan::progress),
    "task-owner" Warning Section(plan::owner),
    "task-overdue" Warning Section(plan::overdue),
    "tile-empty" Warning Section(summary::tile),
    "summary-list-empty" Warning Section(summary::list),
    "point-empty" Warning Section(summary::point),
    "formula-wrong" Blocking Statement(table::formula),
    "column-twice" Warning Statement(table::column_twice),
    "column-idle" Note Table(table::column_idle),
    "cell-required" Warning Statement(table::required),
    "cell-unreadable" Warning Statement(table::unreadable),
    "base-too-small" Warning Statement(table::base_too_small),
    "letter-unknown" Warning Table(table::letter_unknown),
    "letter-unused" Warning Table(table::letter_unused),
    "letter-comment" Warning Statement(table::letter_comment),
    "letter-amount" Warning Statement(table::letter_amount),
}

/// Checks a report. Findings come by section, the report's own first; within a section the most
/// severe first, then in the order of [`CHECKS`] and of the rows.
///
/// The same book gives the same findings in the same order, in time in proportion to its size.
pub fn check(book: &Book, report: &Report) -> Vec<Finding> {
    let ground = Ground::of(book, report);
    let mut found = Found::new();
    for check in CHECKS {
        if let Run::Report(run) = check.run {
            found.check(check, |found| run(&ground, found));
        }
    }
    found.order();
    for item in ground.outline.items() {
        found.section = Some(&item.section.id);
        check_section(&ground, item, &mut found);
        found.order();
    }
    found.findings
}

fn check_section<'a>(ground: &'a Ground<'a>, item: &'a OutlineItem<'a>, found: &mut Found<'a>) {
    let passages = ground::passages(ground, item);
    let row_texts = ground::row_texts(ground, item);
    let subjects = subjects(ground, item);
    let is_table = matches!(
        item.section.kind,
        SectionKind::Statement | SectionKind::Schedule
    );
    let statement = is_table.then(|| crate::statement::statement(ground.book, item.section));
    for check in CHECKS {
        found.check(check, |found| match check.run {
            Run::Report(_) => {}
            Run::Section(run) => run(ground, item, found),
            Run::Passage(run) => {
                for passage in &passages {
                    found.part = passage.part.cloned();
                    run(ground, passage, found);
                }
            }
            Run::Text(run) => {
                for passage in passages.iter().chain(&row_texts) {
                    found.part = passage.part.cloned();
                    run(ground, passage, found);
                }
            }
            Run::Measure(run) => each(&subjects, found, |subject, found| {
                run(ground, subject, found)
            }),
            Run::Card(run) if item.section.kind == SectionKind::Cards => {
                each(&subjects, found, |subject, found| {
                    run(ground, subject, found)
                });
            }
            Run::TableRow(run) if item.section.kind == SectionKind::MeasureTable => {
                each(&subjects, found, |subject, found| {
                    run(ground, subject, found)
                });
            }
            Run::Card(_) | Run::TableRow(_) => {}
            Run::Statement(run) => {
                if let Some(statement) = &statement {
                    run(item, statement, found);
                }
            }
            Run::Table(run) => {
                if let Some(statement) = &statement {
                    run(ground, item, statement, found);
                }
            }
        });
    }
}

fn each<'s, 'a, 'f>(
    subjects: &'s [Subject<'a>],
    found: &mut Found<'f>,
    mut run: impl FnMut(&'s Subject<'a>, &mut Found<'f>),
) {
    for subject in subjects {
        found.part = Some(subject.entry().id.row().clone());
        run(subject, found);
    }
}

/// An entry that is checked, with what the rules make of it.
struct Subject<'a> {
    appearance: Appearance<'a>,
    rated: Rated,
    travelled: Travelled,
    /// Whether it is the report's first appearance of its measure; what is said of the measure
    /// itself is said once.
    first: bool,
}

impl<'a> Subject<'a> {
    fn entry(&self) -> &'a Entry {
        self.appearance.entry
    }

    /// What the measure is called in a sentence.
    fn title(&self) -> Arg {
        measure_title(&self.appearance).into()
    }
}

/// A measure's reference, else its name.
fn measure_title(appearance: &Appearance<'_>) -> Message {
    let measure = appearance.measure;
    let words = [measure.reference.trim(), measure.name.trim()];
    match words.into_iter().find(|words| !words.is_empty()) {
        Some(words) => Message::new("measure-title").with("title", words),
        None => Message::new("measure-title-none"),
    }
}

/// A day, as “30 September 2013” is in the words of the catalogue.
fn day(date: NaiveDate) -> Message {
    Message::new("check-day")
        .with("day", i64::from(date.day()))
        .with("month", i64::from(date.month()))
        .with("year", date.year().to_string())
}

fn subjects<'a>(ground: &'a Ground<'a>, item: &OutlineItem<'a>) -> Vec<Subject<'a>> {
    let kind = item.section.kind;
    if !matches!(kind, SectionKind::Cards | SectionKind::MeasureTable) {
        return Vec::new();
    }
    let entries = ground.book.entries.under(&item.section.id);
    entries
        .filter_map(|entry| {
            let appearance =
                Appearance::in_section(ground.book, ground.report, Some(item.section), entry)?;
            Some(Subject {
                appearance,
                rated: status(&appearance),
                travelled: direction(&appearance),
                first: ground.is_first(entry),
            })
        })
        .collect()
}

/// What has been found, and where the walk is.
struct Found<'a> {
    findings: Vec<Finding>,
    /// Where the findings of the section being checked begin.
    from: usize,
    section: Option<&'a Id<Section>>,
    part: Option<RowId>,
    check: Option<&'static Check>,
}

impl<'a> Found<'a> {
    fn new() -> Self {
        Self {
            findings: Vec::new(),
            from: 0,
            section: None,
            part: None,
            check: None,
        }
    }

    fn check(&mut self, check: &'static Check, run: impl FnOnce(&mut Self)) {
        self.check = Some(check);
        self.part = None;
        run(self);
    }

    /// Adds a finding. `args` gives the sentence and what to do the same arguments.
    fn add(&mut self, place: Place, args: impl Fn(Message) -> Message) {
        let Some(check) = self.check else { return };
        self.findings.push(Finding {
            code: check.code,
            severity: check.severity,
            place,
            section: self.section.cloned(),
            part: self.part.clone(),
            sentence: args(Message::new(check.sentence)),
            mend: args(Message::new(check.mend)),
        });
    }

    /// Adds a finding about a row of the section.
    fn add_about(&mut self, part: &RowId, place: Place, args: impl Fn(Message) -> Message) {
        self.part = Some(part.clone());
        self.add(place, args);
        self.part = None;
    }

    /// Puts the findings of one section in order.
    fn order(&mut self) {
        self.findings[self.from..].sort_by_key(|finding| finding.severity);
        self.from = self.findings.len();
    }
}
