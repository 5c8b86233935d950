//! What the names of a formula mean in one table.

use std::collections::HashMap;

use outturn_model::statement::{Column, ColumnKind, LineKind, StatementLine};

use crate::formula::{
    Aggregate, Expression, Fault, Formula, FormulaProblem, Name, Named, key, nearest, parse,
};

/// A formula, and what each of its names means.
#[derive(Debug, Clone)]
pub(super) struct Bound {
    pub(super) formula: Formula,
    /// By where the name begins.
    targets: HashMap<usize, Target>,
}

/// What a name means.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Target {
    /// A column, on the line at hand.
    Column(usize),
    /// A line, in the column at hand.
    Line(usize),
    /// A cell.
    Cell { row: usize, column: usize },
}

impl Bound {
    pub(super) fn target(&self, name: &Name) -> Option<Target> {
        self.targets.get(&name.at.start).copied()
    }

    /// The columns that it names.
    pub(super) fn columns(&self) -> impl Iterator<Item = usize> {
        self.targets.values().filter_map(|target| match target {
            Target::Column(column) | Target::Cell { column, .. } => Some(*column),
            Target::Line(_) => None,
        })
    }
}

/// Whose formula it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Of {
    Column,
    Line,
}

/// The names of a table.
pub(super) struct Names<'t> {
    columns: Vec<(String, bool)>,
    lines: Vec<(String, bool)>,
    column_places: HashMap<String, Vec<usize>>,
    line_places: HashMap<String, Vec<usize>>,
    headings: Vec<&'t str>,
    labels: Vec<&'t str>,
}

impl<'t> Names<'t> {
    pub(super) fn of(columns: &[&'t Column], lines: &[&'t StatementLine]) -> Self {
        let mut column_places: HashMap<String, Vec<usize>> = HashMap::new();
        for (place, column) in columns.iter().enumerate() {
            let alone = key(&column.heading);
            let grouped = format!("{}{alone}", key(&column.group));
            if grouped != alone {
                column_places.entry(grouped).or_default().push(place);
            }
            column_places.entry(alone).or_default().push(place);
        }
        let mut line_places: HashMap<String, Vec<usize>> = HashMap::new();
        for (place, line) in lines.iter().enumerate() {
            line_places.entry(key(&line.label)).or_default().push(place);
        }
        let figures = |kind: ColumnKind| kind.holds_figures();
        Self {
            columns: columns
                .iter()
                .map(|column| (key(&column.heading), figures(column.kind)))
                .collect(),
            lines: lines
                .iter()
                .map(|line| (key(&line.label), line.kind != LineKind::Heading))
                .collect(),
            column_places,
            line_places,
            headings: columns
                .iter()
                .map(|column| column.heading.as_str())
                .collect(),
            labels: lines.iter().map(|line| line.label.as_str()).collect(),
        }
    }

    /// Reads a formula and finds what it names.
    pub(super) fn bind(&self, text: &str, of: Of) -> Result<Bound, FormulaProblem> {
        let formula = parse(text)?;
        let mut targets = HashMap::new();
        let mut problem = None;
        formula.root.each(&mut |part| {
            let (name, of) = match part {
                Expression::Name(name) | Expression::Of(Aggregate::Previous, name) => (name, of),
                Expression::Of(_, name) => (name, Of::Column),
                _ => return,
            };
            match self.target(name, of) {
                Ok(target) => drop(targets.insert(name.at.start, target)),
                Err(fault) if problem.is_none() => {
                    problem = Some(FormulaProblem {
                        at: name.at.clone(),
                        fault,
                    });
                }
                Err(_) => {}
            }
        });
        match problem {
            Some(problem) => Err(problem),
            None => Ok(Bound { formula, targets }),
        }
    }

    fn target(&self, name: &Name, of: Of) -> Result<Target, Fault> {
        match (&name.line, of) {
            (Some(line), _) => Ok(Target::Cell {
                column: self.place(&name.name, Named::Column)?,
                row: self.place(line, Named::Line)?,
            }),
            (None, Of::Column) => self.place(&name.name, Named::Column).map(Target::Column),
            (None, Of::Line) => self.place(&name.name, Named::Line).map(Target::Line),
        }
    }

    fn place(&self, name: &str, of: Named) -> Result<usize, Fault> {
        let (places, keys, shown) = match of {
            Named::Column => (&self.column_places, &self.columns, &self.headings),
            Named::Line => (&self.line_places, &self.lines, &self.labels),
        };
        let wanted = key(name);
        let found = places.get(&wanted).map_or(&[][..], Vec::as_slice);
        match found {
            [place] if keys[*place].1 => Ok(*place),
            [_] => Err(Fault::NoFigures {
                of,
                name: name.to_owned(),
            }),
            [] => {
                let nearest = nearest(&wanted, keys.iter().map(|(key, _)| &**key));
                Err(Fault::NoSuchName {
                    of,
                    name: name.to_owned(),
                    nearest: nearest.map(|place| shown[place].to_owned()),
                })
            }
            several => Err(Fault::SeveralNamed {
                of,
                name: name.to_owned(),
                count: several.len(),
            }),
        }
    }
}
