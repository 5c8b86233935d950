//! Every sentence this crate can ask for is in the catalogue, with every argument in its place.
#![allow(clippy::unwrap_used)]

mod made;

use made::{id, moment};
use outturn_model::cell::EntryProblem;
use outturn_model::{Entity, Message, Place};
use outturn_store::{Access, Because, Fault, Holder, Problem, Reason, Refusal, StoreError};
use outturn_words::Words;

#[test]
fn every_sentence_is_in_the_catalogue() {
    let text = || "§".to_owned();
    let reasons = vec![
        Reason::Cell(EntryProblem::Missing),
        Reason::NoSuchRow,
        Reason::NoSuchField { field: text() },
        Reason::TooManyCells,
        Reason::RowExists,
        Reason::NoSuchReference {
            to: Entity::Person,
            id: text(),
        },
        Reason::IdDiffers {
            expected: id("ni-056/actual/2013-14"),
        },
        Reason::IdNotAllowed,
        Reason::SectionInItself,
        Reason::SectionOfAnotherReport,
    ];
    let place = Place::row(Entity::Entry, &id("q2/ni-056"));
    let refused = reasons.iter().map(|reason| {
        Problem::Refused(Refusal {
            place: place.clone(),
            reason: reason.clone(),
        })
    });
    let holder = Holder {
        who: text(),
        host: text(),
        since: moment(0),
    };
    let problems = vec![
        Problem::Missing,
        Problem::NotAFile,
        Problem::NoFolder,
        Problem::Exists,
        Problem::NotAllowed,
        Problem::Empty,
        Problem::NotADatabase,
        Problem::OtherProgram,
        Problem::Newer { found: 2, known: 1 },
        Problem::Truncated {
            expected: 8192,
            found: 4096,
        },
        Problem::Damaged { detail: text() },
        Problem::Altered,
        Problem::Locked { by: None },
        Problem::Locked { by: Some(holder) },
        Problem::Stray { name: text() },
        Problem::Unsettled,
        Problem::Moved,
        Problem::ReadOnly,
        Problem::DiskFull,
        Problem::NotEmpty,
        Problem::Failed { detail: text() },
    ];
    let mut messages: Vec<Message> = problems
        .into_iter()
        .chain(refused)
        .map(|problem| {
            StoreError {
                file: "report.outturn".into(),
                problem,
            }
            .message()
        })
        .collect();
    messages.extend(reasons.iter().map(Reason::message));
    messages.extend(
        [
            Because::Asked,
            Because::FileIsReadOnly,
            Because::FolderIsReadOnly,
        ]
        .map(|why| Access::ReadOnly(why).message().unwrap()),
    );
    messages.extend(
        [
            Fault::Structure { detail: text() },
            Fault::Reference {
                table: text(),
                to: text(),
            },
            Fault::Row { detail: text() },
            Fault::Content,
            Fault::Change { change: 7 },
        ]
        .map(|fault| fault.message()),
    );
    assert_eq!(Access::ReadWrite.message(), None);

    let words = Words::british();
    let mut used = Vec::new();
    for message in messages {
        assert!(words.knows(message.key), "{}", message.key);
        let sentence = words.say(&message);
        assert!(
            sentence.ends_with('.') && !sentence.contains(['{', '}']),
            "{sentence}"
        );
        used.push(message.key);
    }
    // And the catalogue has none that nobody asks for.
    let catalogue = include_str!("../../words/locales/en-GB/store.ftl");
    let keys = catalogue
        .lines()
        .filter_map(|line| line.split_once(" = ").map(|(key, _)| key));
    for key in keys.filter(|key| key.starts_with("store-")) {
        assert!(used.contains(&key), "{key} is asked for nowhere");
    }
}
