//! A paper as a reader who hears it meets it: block after block, in reading order.

use outturn_paper::tree::{
    Block, BlockKind, Card, Cell, Fact, Inline, ListStyle, Paper, Table, plain,
};

/// The whole paper, a line for each thing.
pub fn paper(paper: &Paper) -> String {
    let mut lines = Vec::new();
    if let Some(cover) = &paper.cover {
        facts(&cover.facts, &mut lines);
        blocks(&cover.blocks, &mut lines);
    }
    for section in &paper.sections {
        blocks(&section.blocks, &mut lines);
    }
    lines.push(String::new());
    lines.join("\n")
}

fn blocks(all: &[Block], lines: &mut Vec<String>) {
    for block in all {
        match &block.kind {
            BlockKind::Heading(heading) => {
                let number = heading.number.as_deref().unwrap_or_default();
                lines.push(format!(
                    "{} {number} {}",
                    "#".repeat(heading.level.into()),
                    heading.text
                ));
            }
            BlockKind::Paragraph(it) => {
                let number = it.number.as_deref().map(|number| format!("{number} "));
                lines.push(format!("{}{}", number.unwrap_or_default(), words(&it.text)));
            }
            BlockKind::List(list) => {
                for (at, item) in list.items.iter().enumerate() {
                    let mark = match list.style {
                        ListStyle::Bullets => "-".to_owned(),
                        ListStyle::Numbers => format!("{}.", at + 1),
                        ListStyle::Numerals => format!("{})", ["i", "ii", "iii"][at]),
                        ListStyle::Letters => format!("{})", ["a", "b", "c"][at]),
                    };
                    let mut held = Vec::new();
                    blocks(item, &mut held);
                    lines.extend(held.into_iter().map(|line| format!("  {mark} {line}")));
                }
            }
            BlockKind::Table(it) => table(it, lines),
            BlockKind::Card(it) => card(it, lines),
            BlockKind::Facts(it) => facts(it, lines),
            BlockKind::Tiles(tiles) => lines.extend(tiles.iter().map(|tile| {
                let status = tile.status.as_ref().map_or("", |mark| mark.word.as_str());
                let note = tile.note.as_deref().unwrap_or_default();
                format!(
                    "tile {} | {} | {status} | {note}",
                    tile.label,
                    words(&tile.figure)
                )
            })),
            BlockKind::Columns(columns) => {
                for (at, held) in columns.iter().enumerate() {
                    lines.push(format!("column {}", at + 1));
                    blocks(held, lines);
                }
            }
            BlockKind::Figure(figure) => lines.push(format!("chart: {}", figure.alternative)),
            _ => lines.push("?".to_owned()),
        }
    }
}

fn card(card: &Card, lines: &mut Vec<String>) {
    lines.push(format!(
        "{} {} {}",
        "#".repeat(card.level.into()),
        card.reference,
        card.name
    ));
    facts(&card.facts, lines);
    if let Some(grid) = &card.grid {
        table(grid, lines);
    }
    for part in &card.parts {
        lines.push(format!("part {}", part.label));
        blocks(&part.blocks, lines);
    }
}

fn facts(facts: &[Fact], lines: &mut Vec<String>) {
    let facts = facts.iter();
    lines.extend(facts.map(|fact| format!("{}: {}", words(&fact.name), words(&fact.value))));
}

fn table(table: &Table, lines: &mut Vec<String>) {
    lines.extend(
        table
            .caption
            .iter()
            .map(|caption| format!("table {caption}")),
    );
    let row = |cells: &[Cell]| cells.iter().map(cell).collect::<Vec<_>>().join(" | ");
    lines.extend(table.header.iter().map(|cells| format!("= {}", row(cells))));
    lines.extend(table.rows.iter().map(|it| format!("  {}", row(&it.cells))));
    lines.extend(table.notes.iter().map(|note| words(&note.text)));
}

/// A cell; one on a status's colour with that status.
fn cell(cell: &Cell) -> String {
    let shade = cell.shade.map(|shade| format!(" [{}]", shade.name()));
    format!("{}{}", words(&cell.text), shade.unwrap_or_default())
}

fn words(inlines: &[Inline]) -> String {
    plain(inlines).replace('\n', " / ")
}
