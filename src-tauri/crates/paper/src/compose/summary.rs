//! Summary panels: figures side by side, then the top achievements, issues and actions (R5).

use outturn_model::section::Section;
use outturn_model::summary::{PointList, Tile};
use outturn_model::{Entity, Place};

use super::Composer;
use super::narrative::paragraph;
use crate::tree::{self, Block, BlockKind, Inline, List, ListStyle};

/// The three lists, in the order in which they stand.
const LISTS: [(PointList, &str); 3] = [
    (PointList::Achievement, "summary-achievements"),
    (PointList::Issue, "summary-issues"),
    (PointList::Action, "summary-actions"),
];

impl Composer<'_> {
    pub(super) fn summary(&self, section: &Section) -> Vec<Block> {
        let tiles: Vec<tree::Tile> = self
            .book
            .tiles
            .under(&section.id)
            .map(|tile| self.tile(tile))
            .collect();
        let lists: Vec<Vec<Block>> = LISTS
            .into_iter()
            .filter_map(|(list, heading)| self.points(section, list, heading))
            .collect();
        let mut blocks: Vec<Block> = Vec::new();
        if !tiles.is_empty() {
            blocks.push(BlockKind::Tiles(tiles).into());
        }
        if !lists.is_empty() {
            blocks.push(BlockKind::Columns(lists).into());
        }
        blocks
    }

    fn tile(&self, tile: &Tile) -> tree::Tile {
        let shown = outturn_rules::summary::shown(self.book, tile);
        let shown = shown.map(|shown| Inline::text(self.say(&shown)));
        tree::Tile {
            place: Some(Place::row(Entity::Tile, tile.id.row()).to_string()),
            label: tile.label.to_string(),
            figure: shown.into_iter().collect(),
            status: tile.status.map(|status| self.status_mark(status)),
            note: (!tile.note.is_empty()).then(|| tile.note.to_string()),
        }
    }

    fn points(
        &self,
        section: &Section,
        list: PointList,
        heading: &'static str,
    ) -> Option<Vec<Block>> {
        let points = self.book.points.under(&section.id);
        let items: Vec<Vec<Block>> = points
            .filter(|point| point.list == list && !point.text.is_empty())
            .map(|point| {
                let place = Place::row(Entity::Point, point.id.row()).to_string();
                let text = vec![Inline::text(point.text.as_str())];
                vec![paragraph(text, None).at(place)]
            })
            .collect();
        if items.is_empty() {
            return None;
        }
        let list = BlockKind::List(List {
            style: ListStyle::Numbers,
            items,
        });
        let heading = vec![Inline::strong(self.word(heading))];
        Some(vec![paragraph(heading, None), list.into()])
    }
}
