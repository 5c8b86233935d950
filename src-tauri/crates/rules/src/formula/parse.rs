//! Reads a formula.

use std::ops::Range;

use outturn_model::cell::{Line, MOST_DIGITS};
use rust_decimal::Decimal;

use super::problem::words;
use super::{
    Aggregate, Expression, Fault, Formula, FormulaProblem, Function, Name, Operator, ROUND, name,
};

/// How deep brackets may stand in brackets.
const DEEPEST: usize = 40;
/// The most decimal places that `round` makes.
const MOST_PLACES: u32 = 6;

/// Reads a formula as a person writes it; the module page says how.
///
/// # Errors
/// The first [`FormulaProblem`], with the characters it is about.
pub fn parse(text: &str) -> Result<Formula, FormulaProblem> {
    let length = text.chars().count();
    if length > Line::LONGEST {
        let fault = Fault::TooLong {
            limit: Line::LONGEST,
        };
        return Err(FormulaProblem::new(Line::LONGEST..length, fault));
    }
    let tokens = tokens(text)?;
    if tokens.is_empty() {
        return Err(FormulaProblem::new(0..length, Fault::Empty));
    }
    let mut parser = Parser {
        tokens,
        next: 0,
        end: length,
        depth: 0,
    };
    let root = parser.sum()?;
    match parser.take() {
        None => Ok(Formula { root }),
        Some(token) => Err(token.unexpected()),
    }
}

#[derive(Debug, Clone)]
struct Token {
    kind: TokenKind,
    at: Range<usize>,
}

#[derive(Debug, Clone)]
enum TokenKind {
    Number(Decimal, String),
    Name(Name),
    Word(String),
    Sign(char),
}

impl Token {
    fn unexpected(&self) -> FormulaProblem {
        let text = match &self.kind {
            TokenKind::Number(_, text) => text.clone(),
            TokenKind::Name(name) => name.to_string(),
            TokenKind::Word(word) => word.clone(),
            TokenKind::Sign(sign) => sign.to_string(),
        };
        FormulaProblem::new(self.at.clone(), Fault::Unexpected(text))
    }
}

fn tokens(text: &str) -> Result<Vec<Token>, FormulaProblem> {
    let chars: Vec<char> = text.chars().collect();
    let mut tokens = Vec::new();
    let mut at = 0;
    while let Some(&c) = chars.get(at) {
        let from = at;
        let run = |holds: fn(char) -> bool| {
            let length = chars[from..].iter().take_while(|c| holds(**c)).count();
            (from + length, chars[from..from + length].iter().collect())
        };
        let kind = match c {
            _ if c.is_whitespace() => {
                at += 1;
                continue;
            }
            '0'..='9' => {
                let (to, text): (usize, String) = run(|c| c.is_ascii_digit() || c == '.');
                at = to;
                let number = number(&text)
                    .ok_or_else(|| FormulaProblem::new(from..to, Fault::BadNumber(text.clone())))?;
                TokenKind::Number(number, text)
            }
            '[' => {
                let (to, name) = bracketed(&chars, from)?;
                at = to;
                TokenKind::Name(name)
            }
            _ if c.is_alphabetic() => {
                let (to, word) = run(char::is_alphabetic);
                at = to;
                TokenKind::Word(word)
            }
            _ => {
                at += 1;
                TokenKind::Sign(
                    sign(c).ok_or_else(|| {
                        FormulaProblem::new(from..from + 1, Fault::StrayCharacter(c))
                    })?,
                )
            }
        };
        tokens.push(Token { kind, at: from..at });
    }
    Ok(tokens)
}

fn sign(c: char) -> Option<char> {
    match c {
        '+' | '-' | '*' | '/' | '(' | ')' | ',' => Some(c),
        '−' | '–' => Some('-'),
        '×' => Some('*'),
        '÷' => Some('/'),
        _ => None,
    }
}

fn number(text: &str) -> Option<Decimal> {
    let digits = text.bytes().filter(u8::is_ascii_digit).count();
    let well_formed = digits <= MOST_DIGITS && !text.ends_with('.');
    well_formed.then(|| text.parse().ok()).flatten()
}

/// Reads a name from its opening bracket, and says where it ends.
fn bracketed(chars: &[char], from: usize) -> Result<(usize, Name), FormulaProblem> {
    let mut parts = vec![String::new()];
    let mut at = from + 1;
    loop {
        let (this, next) = (chars.get(at), chars.get(at + 1));
        match (this, next) {
            (None, _) => return Err(FormulaProblem::new(from..at, Fault::UnclosedName)),
            (Some(c @ (']' | '@')), Some(again)) if c == again => {
                parts.last_mut().into_iter().for_each(|part| part.push(*c));
                at += 2;
            }
            (Some(']'), _) => break,
            (Some('@'), _) if parts.len() == 1 => {
                parts.push(String::new());
                at += 1;
            }
            (Some(c), _) => {
                parts.last_mut().into_iter().for_each(|part| part.push(*c));
                at += 1;
            }
        }
    }
    let spaced = |part: &String| part.split_whitespace().collect::<Vec<_>>().join(" ");
    let mut parts = parts.iter().map(spaced);
    let name = Name {
        name: parts.next().unwrap_or_default(),
        line: parts.next(),
        at: from..at + 1,
    };
    if name.name.is_empty() || name.line.as_ref().is_some_and(String::is_empty) {
        return Err(FormulaProblem::new(name.at, Fault::EmptyName));
    }
    Ok((at + 1, name))
}

struct Parser {
    tokens: Vec<Token>,
    next: usize,
    /// Where the text ends.
    end: usize,
    depth: usize,
}

impl Parser {
    fn sum(&mut self) -> Result<Expression, FormulaProblem> {
        let mut left = self.product()?;
        while let Some(operator) = self.operator(&[('+', Operator::Plus), ('-', Operator::Minus)]) {
            let right = self.product()?;
            left = Expression::Pair(operator, left.into(), right.into());
        }
        Ok(left)
    }

    fn product(&mut self) -> Result<Expression, FormulaProblem> {
        let mut left = self.signed()?;
        while let Some(operator) = self.operator(&[('*', Operator::Times), ('/', Operator::Over)]) {
            let right = self.signed()?;
            left = Expression::Pair(operator, left.into(), right.into());
        }
        Ok(left)
    }

    fn signed(&mut self) -> Result<Expression, FormulaProblem> {
        self.depth += 1;
        if self.depth > DEEPEST {
            let at = self.tokens.get(self.next).map(|token| token.at.clone());
            return Err(FormulaProblem::new(
                at.unwrap_or(self.end..self.end),
                Fault::TooDeep,
            ));
        }
        let result = if self.accept('-').is_some() {
            self.signed()
                .map(|inner| Expression::Negative(inner.into()))
        } else {
            self.figure()
        };
        self.depth -= 1;
        result
    }

    fn figure(&mut self) -> Result<Expression, FormulaProblem> {
        let Some(token) = self.take() else {
            return Err(FormulaProblem::new(self.end..self.end, Fault::EndsEarly));
        };
        match token.kind {
            TokenKind::Number(number, _) => Ok(Expression::Number(number)),
            TokenKind::Name(name) => Ok(Expression::Name(name)),
            TokenKind::Word(word) => self.call(&word, token.at),
            TokenKind::Sign('(') => {
                let inner = self.sum()?;
                self.close(token.at)?;
                Ok(inner)
            }
            TokenKind::Sign(_) => Err(token.unexpected()),
        }
    }

    fn call(&mut self, word: &str, at: Range<usize>) -> Result<Expression, FormulaProblem> {
        let lower = word.to_lowercase();
        if !words().any(|known| known == lower) {
            let known: Vec<&'static str> = words().collect();
            let nearest = name::nearest(&lower, known.iter().copied());
            let fault = Fault::NoSuchFunction {
                name: word.to_owned(),
                nearest: nearest.map(|place| known[place]),
            };
            return Err(FormulaProblem::new(at, fault));
        }
        let Some(open) = self.accept('(') else {
            return Err(match self.take() {
                Some(token) => token.unexpected(),
                None => FormulaProblem::new(self.end..self.end, Fault::EndsEarly),
            });
        };
        if let Some((function, aggregate)) = Aggregate::ALL.into_iter().find(|(w, _)| *w == lower) {
            let argument = self.take();
            let name = match argument.map(|token| token.kind) {
                Some(TokenKind::Name(name)) => Some(name)
                    .filter(|name| name.line.is_none() || aggregate == Aggregate::Previous),
                _ => None,
            };
            let Some(name) = name else {
                return Err(FormulaProblem::new(at, Fault::NeedsColumn { function }));
            };
            self.close(open)?;
            return Ok(Expression::Of(aggregate, name));
        }
        let mut arguments = vec![self.sum()?];
        while self.accept(',').is_some() {
            arguments.push(self.sum()?);
        }
        self.close(open)?;
        if lower == ROUND {
            return rounded(arguments, at);
        }
        let known = Function::ALL.into_iter().find(|(w, _)| *w == lower);
        let Some((word, function)) = known else {
            return Err(FormulaProblem::new(at, Fault::Unexpected(lower)));
        };
        let takes = match function {
            Function::Sum | Function::Min | Function::Max => None,
            Function::Abs => Some(1),
            Function::Percent | Function::Change => Some(2),
        };
        match takes.filter(|takes| *takes != arguments.len()) {
            Some(takes) => {
                let fault = Fault::WrongCount {
                    function: word,
                    takes,
                };
                Err(FormulaProblem::new(at, fault))
            }
            None => Ok(Expression::Call(function, arguments)),
        }
    }

    fn take(&mut self) -> Option<Token> {
        let token = self.tokens.get(self.next).cloned()?;
        self.next += 1;
        Some(token)
    }

    /// Takes a sign if it is next, and says where it stands.
    fn accept(&mut self, sign: char) -> Option<Range<usize>> {
        let token = self.tokens.get(self.next)?;
        let at = token.at.clone();
        matches!(token.kind, TokenKind::Sign(found) if found == sign).then(|| {
            self.next += 1;
            at
        })
    }

    fn operator(&mut self, signs: &[(char, Operator)]) -> Option<Operator> {
        let found = signs.iter().find(|(sign, _)| self.accept(*sign).is_some());
        found.map(|(_, operator)| *operator)
    }

    fn close(&mut self, open: Range<usize>) -> Result<(), FormulaProblem> {
        if self.accept(')').is_some() {
            return Ok(());
        }
        match self.take() {
            Some(token) => Err(token.unexpected()),
            None => Err(FormulaProblem::new(open, Fault::UnclosedBracket)),
        }
    }
}

fn rounded(arguments: Vec<Expression>, at: Range<usize>) -> Result<Expression, FormulaProblem> {
    let Ok([figure, places]) = <[Expression; 2]>::try_from(arguments) else {
        let fault = Fault::WrongCount {
            function: ROUND,
            takes: 2,
        };
        return Err(FormulaProblem::new(at, fault));
    };
    let whole = match places {
        Expression::Number(places) if places.scale() == 0 => u32::try_from(places).ok(),
        _ => None,
    };
    match whole.filter(|places| *places <= MOST_PLACES) {
        Some(places) => Ok(Expression::Rounded(figure.into(), places)),
        None => Err(FormulaProblem::new(at, Fault::BadPlaces)),
    }
}
