//! What a section says, as lines of plain words: what a person who signs it has read.
//!
//! A reading is taken from the same tree that every output renders, so whatever the paper shows of a
//! section is in it: its words, the figures it takes from measures and from other tables, statuses
//! with their reasons, totals, headings of columns, what a chart draws, and how all of it is laid out.
//! Only numbers of sections and paragraphs are left out, which change with what stands before them, and
//! where a section stands among the others.

use crate::chart::{BarForm, Form, Picture};
use crate::tree::{
    Block, BlockKind, Callout, Card, CardPart, Cell, Column, ColumnKind, Cover, Fact, Figure,
    Heading, Headline, Inline, List, ListStyle, Mark, Note, Paragraph, Rating, Row, RowKind,
    Symbol, Table, Tile, Width,
};

/// The lines of some blocks, in reading order.
pub(crate) fn of_blocks(blocks: &[Block]) -> Vec<String> {
    let mut reading = Reading::default();
    reading.blocks(blocks);
    reading.lines
}

/// The lines of a cover.
pub(crate) fn of_cover(cover: &Cover) -> Vec<String> {
    let Cover {
        place: _,
        form: _,
        facts,
        blocks,
    } = cover;
    let mut reading = Reading::default();
    reading.facts(facts);
    reading.blocks(blocks);
    reading.lines
}

#[derive(Default)]
struct Reading {
    lines: Vec<String>,
}

impl Reading {
    /// A line; a line end in it begins another.
    fn line(&mut self, text: impl AsRef<str>) {
        let text = text.as_ref();
        self.lines.extend(text.split('\n').map(str::to_owned));
    }

    /// A line about how something is laid out rather than about what it says.
    fn layout(&mut self, text: &str) {
        self.line(format!("[{text}]"));
    }

    fn some(&mut self, text: Option<&String>) {
        if let Some(text) = text {
            self.line(text);
        }
    }

    fn blocks(&mut self, blocks: &[Block]) {
        for Block { place: _, kind } in blocks {
            self.block(kind);
        }
    }

    fn block(&mut self, kind: &BlockKind) {
        match kind {
            BlockKind::Heading(Heading {
                level: _,
                number: _,
                text,
                anchor: _,
            }) => self.line(text),
            BlockKind::Paragraph(Paragraph {
                number: _,
                text,
                anchor: _,
            }) => self.line(words(text)),
            BlockKind::List(list) => self.list(list),
            BlockKind::Headlines(headlines) => {
                for Headline {
                    place: _,
                    mark,
                    text,
                } in headlines
                {
                    self.line(format!("{} {}", shown(mark), words(text)));
                }
            }
            BlockKind::Table(table) => self.table(table),
            BlockKind::Figure(figure) => self.figure(figure),
            BlockKind::Card(card) => self.card(card),
            BlockKind::Facts(facts) => self.facts(facts),
            BlockKind::Tiles(tiles) => tiles.iter().for_each(|tile| self.tile(tile)),
            BlockKind::Columns(columns) => {
                self.layout(&format!("{} side by side", columns.len()));
                columns.iter().for_each(|blocks| self.blocks(blocks));
            }
            BlockKind::Callout(Callout { title, blocks }) => {
                self.some(title.as_ref());
                self.blocks(blocks);
            }
            BlockKind::PageBreak => self.layout("new page"),
        }
    }

    fn list(&mut self, List { style, items }: &List) {
        for (at, item) in items.iter().enumerate() {
            let from = self.lines.len();
            self.blocks(item);
            let mark = match style {
                ListStyle::Bullets => "- ".to_owned(),
                ListStyle::Numbers => format!("{}. ", at + 1),
                ListStyle::Numerals => format!("{}) ", at + 1),
                ListStyle::Letters => format!("({}) ", at + 1),
            };
            if let Some(first) = self.lines.get_mut(from) {
                first.insert_str(0, &mark);
            }
        }
    }

    fn table(&mut self, table: &Table) {
        let Table {
            caption,
            summary: _,
            columns,
            header,
            rows,
            notes,
        } = table;
        self.some(caption.as_ref());
        let columns = columns.iter().map(column).collect::<Vec<_>>();
        self.layout(&columns.join(", "));
        for row in header {
            self.cells("", row);
        }
        for Row {
            place: _,
            kind,
            indent,
            cells,
        } in rows
        {
            let kind = match kind {
                RowKind::Line | RowKind::Sentence => "",
                RowKind::Group => "[group] ",
                RowKind::Subtotal => "[subtotal] ",
                RowKind::Total => "[total] ",
            };
            let indent = "  ".repeat(usize::from(*indent));
            self.cells(&format!("{indent}{kind}"), cells);
        }
        for Note { mark, text } in notes {
            let mark = mark.as_deref().unwrap_or_default();
            self.line(format!("{mark} {}", words(text)).trim_start());
        }
    }

    fn cells(&mut self, before: &str, cells: &[Cell]) {
        let said = cells.iter().map(|cell| {
            let Cell {
                text,
                scope: _,
                align: _,
                shade,
                columns: _,
                rows: _,
            } = cell;
            let shade = shade.map_or("", Symbol::name);
            match (words(text).replace('\n', " "), shade) {
                (text, "") => text,
                (text, shade) => format!("{text} [{shade}]"),
            }
        });
        let said = said.collect::<Vec<_>>().join(" | ");
        self.line(format!("{before}{said}"));
    }

    fn figure(&mut self, figure: &Figure) {
        let Figure {
            picture,
            alternative,
            caption,
        } = figure;
        self.some(caption.as_ref());
        self.line(alternative);
        match picture {
            Picture::Trend(chart) => {
                self.layout(match chart.form {
                    Form::Line => "chart, lines",
                    Form::Bars => "chart, bars",
                });
                for series in &chart.series {
                    let points = chart.periods.iter().zip(&series.points);
                    let said = points.filter_map(|(period, point)| {
                        let point = point.as_ref()?;
                        let open = if point.provisional { "*" } else { "" };
                        Some(format!("{period} {}{open}", point.words))
                    });
                    let said = said.collect::<Vec<_>>().join(", ");
                    self.line(format!("{}: {said}", series.name));
                }
            }
            Picture::Bars(chart) => {
                self.layout(match chart.form {
                    BarForm::Beside => "chart, bars",
                    BarForm::Shares => "chart, shares",
                });
                for series in &chart.series {
                    let bars = chart.lines.iter().zip(&series.bars);
                    let said = bars.filter_map(|(line, bar)| {
                        let bar = bar.as_ref()?;
                        Some(format!("{line} {}", bar.words))
                    });
                    let said = said.collect::<Vec<_>>().join(", ");
                    self.line(format!("{}: {said}", series.name));
                }
            }
        }
    }

    fn card(&mut self, card: &Card) {
        let Card {
            reference,
            name,
            level: _,
            anchor: _,
            ratings,
            facts,
            grid,
            chart,
            parts,
        } = card;
        self.line(format!("{reference} {name}").trim());
        for Rating {
            label,
            mark,
            reason,
        } in ratings
        {
            self.line(format!("{label}: {}", shown(mark)));
            self.some(reason.as_ref());
        }
        self.facts(facts);
        if let Some(grid) = grid {
            self.table(grid);
        }
        if let Some(chart) = chart {
            self.figure(chart);
        }
        for CardPart {
            place: _,
            label,
            blocks,
        } in parts
        {
            self.line(label);
            self.blocks(blocks);
        }
    }

    fn facts(&mut self, facts: &[Fact]) {
        for Fact { name, value } in facts {
            self.line(format!("{}: {}", words(name), words(value)));
        }
    }

    fn tile(&mut self, tile: &Tile) {
        let Tile {
            place: _,
            label,
            figure,
            status,
            note,
        } = tile;
        let status = status.as_ref().map(shown).unwrap_or_default();
        let said = [label.clone(), words(figure), status];
        let said = said.iter().filter(|text| !text.is_empty());
        self.line(said.cloned().collect::<Vec<_>>().join(": "));
        self.some(note.as_ref());
    }
}

/// What a column holds, and how wide it is.
fn column(column: &Column) -> String {
    let Column { kind, width } = column;
    let kind = match kind {
        ColumnKind::Text => "words",
        ColumnKind::Number => "figures",
        ColumnKind::Status => "status",
    };
    match width {
        Width::Fit => kind.to_owned(),
        Width::Share(share) => format!("{kind} {share}"),
    }
}

/// A symbol as its word; where the word does not tell which symbol it is, with its name.
fn shown(mark: &Mark) -> String {
    format!("{} [{}]", mark.word, mark.symbol.name())
}

/// What a line says, with its emphasis, the addresses of its links and its footnotes.
fn words(inlines: &[Inline]) -> String {
    let mut said = String::new();
    for inline in inlines {
        match inline {
            Inline::Text {
                text,
                strong,
                emphasis,
            } => {
                let mark = match (strong, emphasis) {
                    (true, _) => "**",
                    (false, true) => "*",
                    (false, false) => "",
                };
                said.push_str(mark);
                said.push_str(text);
                said.push_str(mark);
            }
            Inline::Link { text, url } => {
                said.push_str(&format!("{} ({url})", words(text)));
            }
            Inline::Footnote(text) => said.push_str(&format!(" [{}]", words(text))),
            Inline::Break => said.push('\n'),
            Inline::Symbol(mark) => said.push_str(&shown(mark)),
            Inline::Reference { text, anchor: _ } => said.push_str(&words(text)),
        }
    }
    said
}
