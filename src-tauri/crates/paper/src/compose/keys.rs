//! Keys: what the symbols mean, and whose initials stand in the paper.

use outturn_model::Message;
use outturn_model::section::{Section, SectionKind, Symbol};
use outturn_model::status::{Direction, DirectionBasis, RuleKind, Status, StatusRule};
use rust_decimal::Decimal;

use super::Composer;
use crate::tree::{Block, BlockKind, Cell, Column, ColumnKind, Inline, Row, Table, Width};

const STATUSES: [(Symbol, Status); 3] = [
    (Symbol::Green, Status::Green),
    (Symbol::Amber, Status::Amber),
    (Symbol::Red, Status::Red),
];
const DIRECTIONS: [(Symbol, Direction); 4] = [
    (Symbol::Improved, Direction::Improved),
    (Symbol::Unchanged, Direction::Unchanged),
    (Symbol::Worse, Direction::Worse),
    (Symbol::NotComparable, Direction::NotComparable),
];

/// The word of a symbol that a key explains.
pub fn symbol_word(symbol: Symbol) -> Message {
    let status = STATUSES.iter().find(|(of, _)| *of == symbol);
    let direction = DIRECTIONS.iter().find(|(of, _)| *of == symbol);
    match (status, direction) {
        (Some((_, status)), _) => status.word(),
        (None, Some((_, direction))) => direction.word(),
        (None, None) => Message::new("choice-symbol"),
    }
}

/// What a symbol means where a report has no words of its own: beside a milestone, where it stands
/// beside milestones, and beside a measure that a person judges. A direction is the report's, against
/// its `basis`.
pub fn meaning_defaults(symbol: Symbol, basis: DirectionBasis) -> [Option<Message>; 2] {
    let (milestone, measure) = match symbol {
        Symbol::Green => (Some("meaning-green-milestone"), "meaning-green-measure"),
        Symbol::Amber => (Some("meaning-amber-milestone"), "meaning-amber-measure"),
        Symbol::Red => (Some("meaning-red-milestone"), "meaning-red-measure"),
        Symbol::Improved => (None, "meaning-improved"),
        Symbol::Unchanged => (None, "meaning-unchanged"),
        Symbol::Worse => (None, "meaning-worse"),
        Symbol::NotComparable => (None, "meaning-not-comparable"),
    };
    let basis = Message::new(match basis {
        DirectionBasis::PreviousPeriod => "basis-previous-period",
        DirectionBasis::SamePeriodLastYear => "basis-same-period-last-year",
        DirectionBasis::LastYearOutturn => "basis-last-year-outturn",
    });
    let measure = Message::new(measure).with("basis", basis);
    [milestone.map(Message::new), Some(measure)]
}

impl Composer<'_> {
    pub(super) fn symbol_key(&self, section: &Section) -> Vec<Block> {
        let mut blocks = Vec::new();
        let statuses = self.status_key(section);
        blocks.extend(statuses.map(|table| Block::from(BlockKind::Table(table))));
        blocks.push(BlockKind::Table(self.direction_key(section)).into());
        blocks
    }

    /// A row for each status; a column for milestones, and one for each rule of the report.
    fn status_key(&self, section: &Section) -> Option<Table> {
        let milestones = self.has(SectionKind::Milestones);
        let rules: Vec<&StatusRule> = self.book.rules.under(&self.report.id).collect();
        if !milestones && rules.is_empty() {
            return None;
        }
        let mut header = vec![self.word("key-progress")];
        header.extend(milestones.then(|| self.word("key-milestones")));
        header.extend(rules.iter().map(|rule| match rule.name.as_str() {
            "" => self.word("key-measures"),
            name => name.to_owned(),
        }));
        let rows = STATUSES.map(|(symbol, status)| {
            let mark = Inline::Symbol(self.status_mark(status));
            let mut cells = vec![Cell::new(vec![mark]).heads_row()];
            cells.extend(milestones.then(|| Cell::words(self.for_milestones(section, symbol))));
            let means = rules
                .iter()
                .map(|rule| self.for_rule(section, rule, symbol));
            cells.extend(means.map(Cell::words));
            Row {
                cells,
                ..Row::default()
            }
        });
        Some(self.key_table(header, rows.into()))
    }

    fn direction_key(&self, section: &Section) -> Table {
        let header = vec![self.word("key-direction"), self.word("key-meaning")];
        let rows = DIRECTIONS.map(|(symbol, direction)| {
            let mark = Inline::Symbol(self.direction_mark(direction));
            let own = self.own(section, symbol, |meaning| meaning.for_measures.as_str());
            let [_, default] = meaning_defaults(symbol, self.report.direction_basis);
            let default = default.map(|message| self.say(&message));
            Row {
                cells: vec![
                    Cell::new(vec![mark]).heads_row(),
                    Cell::words(own.or(default).unwrap_or_default()),
                ],
                ..Row::default()
            }
        });
        self.key_table(header, rows.into())
    }

    fn key_table(&self, header: Vec<String>, rows: Vec<Row>) -> Table {
        let symbols = Column {
            kind: ColumnKind::Status,
            width: Width::Share(2),
        };
        let meanings = header.iter().skip(1).map(|_| Column {
            kind: ColumnKind::Text,
            width: Width::Share(5),
        });
        Table {
            columns: std::iter::once(symbols).chain(meanings).collect(),
            header: vec![
                header
                    .into_iter()
                    .map(|words| Cell::words(words).heads_column())
                    .collect(),
            ],
            rows,
            ..Table::default()
        }
    }

    fn for_milestones(&self, section: &Section, symbol: Symbol) -> String {
        let own = self.own(section, symbol, |meaning| meaning.for_milestones.as_str());
        let [default, _] = meaning_defaults(symbol, self.report.direction_basis);
        own.or(default.map(|message| self.say(&message)))
            .unwrap_or_default()
    }

    /// What a status means under a rule: as computed, or, where a person judges, as the report says.
    fn for_rule(&self, section: &Section, rule: &StatusRule, symbol: Symbol) -> String {
        if rule.kind != RuleKind::Judgement {
            return self.say(&bounds_in_words(rule, symbol));
        }
        let own = self.own(section, symbol, |meaning| meaning.for_measures.as_str());
        let [_, default] = meaning_defaults(symbol, self.report.direction_basis);
        own.or(default.map(|message| self.say(&message)))
            .unwrap_or_default()
    }

    fn own<'m>(
        &'m self,
        section: &Section,
        symbol: Symbol,
        text: impl Fn(&'m outturn_model::section::Meaning) -> &'m str,
    ) -> Option<String> {
        let mut meanings = self.book.meanings.under(&section.id);
        let meaning = meanings.find(|meaning| meaning.symbol == symbol)?;
        Some(text(meaning).to_owned()).filter(|text| !text.is_empty())
    }

    fn has(&self, kind: SectionKind) -> bool {
        let items = self.outline.items();
        items.iter().any(|item| item.section.kind == kind)
    }

    /// Initials, posts and, where the file names them, holders.
    pub(super) fn people_key(&self) -> Vec<Block> {
        let people: Vec<_> = self
            .book
            .people
            .iter()
            .filter(|person| person.in_key.0)
            .collect();
        if people.is_empty() {
            return Vec::new();
        }
        let rows = people.iter().map(|person| Row {
            cells: vec![
                Cell::words(person.initials.as_str()).heads_row(),
                Cell::words(self.post(Some(&person.id)).unwrap_or_default()),
            ],
            ..Row::default()
        });
        let header = [self.word("key-initials"), self.word("key-post")];
        let table = Table {
            columns: vec![
                Column {
                    kind: ColumnKind::Text,
                    width: Width::Share(1),
                },
                Column {
                    kind: ColumnKind::Text,
                    width: Width::Share(6),
                },
            ],
            header: vec![header.map(|words| Cell::words(words).heads_column()).into()],
            rows: rows.collect(),
            ..Table::default()
        };
        vec![BlockKind::Table(table).into()]
    }
}

/// What a status means under a rule that computes it.
fn bounds_in_words(rule: &StatusRule, symbol: Symbol) -> Message {
    let plain =
        |bound: Option<Decimal>| bound.map(|b| b.normalize().to_string()).unwrap_or_default();
    let level = match symbol {
        Symbol::Green => 0,
        Symbol::Amber => 1,
        _ => 2,
    };
    let keys: [&'static str; 3] = match rule.kind {
        RuleKind::WithinPercent => [
            "rule-within-percent-green",
            "rule-within-percent-amber",
            "rule-within-percent-red",
        ],
        RuleKind::ShareOfTarget => ["rule-share-green", "rule-share-amber", "rule-share-red"],
        RuleKind::WithinPoints => [
            "rule-within-points-green",
            "rule-within-points-amber",
            "rule-within-points-red",
        ],
        RuleKind::AbsoluteBands => ["rule-bands-green", "rule-bands-amber", "rule-bands-red"],
        RuleKind::AmberBand => [
            "rule-amber-band-green",
            "rule-amber-band-amber",
            "rule-amber-band-red",
        ],
        RuleKind::FloorAndTarget => ["rule-floor-green", "rule-floor-amber", "rule-floor-red"],
        RuleKind::NoWorseThanLastYear => [
            "rule-last-year-green",
            "rule-last-year-amber",
            "rule-last-year-red",
        ],
        RuleKind::FollowsDirection => [
            "rule-direction-green",
            "rule-direction-amber",
            "rule-direction-red",
        ],
        RuleKind::Judgement | RuleKind::DataOnly => ["rule-none", "rule-none", "rule-none"],
    };
    Message::new(keys[level])
        .with("green", plain(rule.green))
        .with("amber", plain(rule.amber))
}
