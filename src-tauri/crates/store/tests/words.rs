//! Every sentence this crate can ask for is in the catalogue, with every argument in its place.
#![allow(clippy::unwrap_used)]

mod made;

use made::{id, moment};
use outturn_model::cell::EntryProblem;
use outturn_model::{Entity, Message, Place};
use outturn_store::{
    Access, Because, ChangesFault, Doing, Fault, HistoryFault, Holder, Part, Problem, Reason,
    Refusal, StoreError,
};
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
    let of_row = place.clone();
    let refused = reasons.iter().map(move |reason| {
        Problem::Refused(Box::new(Refusal {
            place: of_row.clone(),
            reason: reason.clone(),
        }))
    });
    let holder = Holder {
        who: text(),
        host: text(),
        since: moment(0),
    };
    let history = |fault| Problem::History { line: 0, fault };
    let changes = |fault| Problem::Changes { which: 0, fault };
    let problems = vec![
        Problem::Missing,
        Problem::NotAFile,
        Problem::NoFolder,
        Problem::Exists,
        Problem::NameTooLong,
        Problem::NotAllowed,
        Problem::Empty,
        Problem::NotADatabase,
        Problem::Closed,
        Problem::WrongPassphrase,
        Problem::ShortPassphrase,
        Problem::Undecided,
        Problem::CannotThin,
        Problem::OtherProgram,
        Problem::Newer { found: 2, known: 1 },
        Problem::Truncated {
            expected: 8192,
            found: 4096,
        },
        Problem::Altered,
        Problem::Locked { by: None },
        Problem::Locked { by: Some(holder) },
        Problem::Stray { name: text() },
        Problem::Unsettled,
        Problem::Moved,
        Problem::ReadOnly,
        Problem::DiskFull,
        Problem::NotEmpty,
        history(HistoryFault::Unreadable { field: "at" }),
        history(HistoryFault::NotNext),
        history(HistoryFault::Differs),
        history(HistoryFault::DoesNotFollow),
        history(HistoryFault::Step),
        history(HistoryFault::Content {
            place: place.clone(),
        }),
        changes(ChangesFault::NotChanges),
        changes(ChangesFault::Newer { found: 9, known: 1 }),
        changes(ChangesFault::Truncated),
        changes(ChangesFault::Tampered),
        changes(ChangesFault::OtherDirectorate),
        changes(ChangesFault::EarlierMissing),
        changes(ChangesFault::Thinned),
        changes(ChangesFault::DoesNotFit { place }),
        Problem::NotOpen,
        Problem::Failed { detail: text() },
    ];
    let parts = [
        Part::Header,
        Part::Tables,
        Part::Pages,
        Part::Row { row: text() },
        Part::Change { change: 7 },
    ];
    let damaged = parts.map(|part| Problem::Damaged {
        part,
        detail: "*** in database main ***".to_owned(),
    });
    let holders = [("", "vm"), ("Clerk", " "), ("", "")];
    let locked = holders.map(|(who, host)| Problem::Locked {
        by: Some(Holder {
            who: who.to_owned(),
            host: host.to_owned(),
            since: moment(0),
        }),
    });
    let mut messages: Vec<Message> = Vec::new();
    for problem in problems
        .into_iter()
        .chain(refused)
        .chain(damaged)
        .chain(locked)
    {
        let mut error = StoreError {
            file: "report.outturn".into(),
            doing: Doing::Making,
            problem,
        };
        for doing in [Doing::Making, Doing::Opening, Doing::Changing] {
            error.doing = doing;
            messages.push(error.message());
        }
    }
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
            Fault::Row { row: text() },
            Fault::Content,
            Fault::Change { change: 7 },
            Fault::Brought { change: 7 },
            Fault::Merged,
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
            sentence.ends_with('.') && !sentence.contains(['{', '}', '\n', '*']),
            "{sentence}"
        );
        used.push(message.key);
    }
    // And the catalogue has none that nobody asks for.
    let catalogue = include_str!("../../words/locales/en-GB/store.ftl");
    let keys = catalogue
        .lines()
        .filter_map(|line| line.split_once(" = ").map(|(key, _)| key));
    // The words for a part stand inside another sentence.
    let sentences = keys.filter(|key| key.starts_with("store-") && !key.starts_with("store-part-"));
    for key in sentences {
        assert!(used.contains(&key), "{key} is asked for nowhere");
    }
}
