//! Checks of summary panels (R5).

use outturn_model::section::SectionKind;
use outturn_model::summary::PointList;

use super::Found;
use super::ground::{Ground, cell};
use crate::outline::OutlineItem;
use crate::summary::{names_a_cell, shown};

/// A tile says what it is and shows something: a figure, words or a status.
pub(super) fn tile(ground: &Ground<'_>, item: &OutlineItem<'_>, found: &mut Found<'_>) {
    if item.section.kind != SectionKind::Summary {
        return;
    }
    for tile in ground.book.tiles.under(&item.section.id) {
        let shows = shown(ground.book, tile).is_some();
        let (field, gap) = if tile.label.trim().is_empty() {
            ("label", "label")
        } else if names_a_cell(tile) && !shows {
            ("line", "cell")
        } else if !shows && tile.status.is_none() {
            ("words", "figure")
        } else {
            continue;
        };
        found.add_about(tile.id.row(), cell(tile, field), |message| {
            message
                .with("section", item.title())
                .with("tile", tile.label.trim())
                .with("gap", gap)
        });
    }
}

/// Where one of the three lists has points, the others do too.
pub(super) fn list(ground: &Ground<'_>, item: &OutlineItem<'_>, found: &mut Found<'_>) {
    let points = || ground.book.points.under(&item.section.id);
    if item.section.kind != SectionKind::Summary || points().next().is_none() {
        return;
    }
    for list in [PointList::Achievement, PointList::Issue, PointList::Action] {
        if !points().any(|point| point.list == list) {
            found.add(cell(item.section, "kind"), |message| {
                message
                    .with("section", item.title())
                    .with("list", word(list))
            });
        }
    }
}

/// A point says something.
pub(super) fn point(ground: &Ground<'_>, item: &OutlineItem<'_>, found: &mut Found<'_>) {
    if item.section.kind != SectionKind::Summary {
        return;
    }
    for point in ground.book.points.under(&item.section.id) {
        if point.text.trim().is_empty() {
            found.add_about(point.id.row(), cell(point, "text"), |message| {
                message
                    .with("section", item.title())
                    .with("list", word(point.list))
            });
        }
    }
}

fn word(list: PointList) -> &'static str {
    match list {
        PointList::Achievement => "achievement",
        PointList::Issue => "issue",
        PointList::Action => "action",
    }
}
