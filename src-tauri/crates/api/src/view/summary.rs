//! A summary panel, for its editor.

use outturn_model::section::Section;
use outturn_model::summary::{PointList, Tile};
use outturn_rules::statement::whole_statement;

use super::{Source, fields, row};
use crate::wire::{PointListView, SectionBody, TileView};

impl Source<'_> {
    pub(super) fn summary(&self, section: &Section) -> SectionBody {
        let book = self.book;
        let tiles = book.tiles.under(&section.id).map(|tile| {
            let linked = self.linked(tile);
            let (table, shown) =
                linked.map_or((None, String::new()), |(table, shown)| (Some(table), shown));
            TileView {
                id: tile.id.to_string(),
                fields: fields(tile),
                table,
                shown,
            }
        });
        let lists = PointList::ALL.iter().map(|list| {
            let points = book.points.under(&section.id);
            PointListView {
                list: list.as_str().to_owned(),
                title: self.word(match list {
                    PointList::Achievement => "choice-list-achievement",
                    PointList::Issue => "choice-list-issue",
                    PointList::Action => "choice-list-action",
                }),
                points: points
                    .filter(|point| point.list == *list)
                    .map(row)
                    .collect(),
            }
        });
        SectionBody::Summary {
            tiles: tiles.collect(),
            lists: lists.collect(),
            tables: self.linkable_tables(section),
        }
    }

    /// The table whose line a tile names, and the figure of its cell as that table prints it.
    fn linked(&self, tile: &Tile) -> Option<(String, String)> {
        let line = self.book.lines.get(tile.line.as_ref()?)?;
        let section = self.book.sections.get(&line.section)?;
        let worked = whole_statement(self.book, section);
        let shown = tile.column.as_ref().and_then(|column| {
            let at = worked
                .columns
                .iter()
                .position(|each| each.column.id == *column)?;
            let row = worked.rows.iter().find(|row| row.line.id == line.id)?;
            let cell = row.cells.get(at)?;
            match (cell.words(), cell.figure) {
                (Some(words), _) => Some(self.say(&words)),
                (None, figure) => Some(worked.columns[at].format.with_unit(figure?)),
            }
        });
        Some((section.id.to_string(), shown.unwrap_or_default()))
    }
}
