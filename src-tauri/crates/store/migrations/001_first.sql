-- Format version 1.
--
-- One table for each kind of record, one TEXT column for each of its fields, in the order the
-- model declares them. A row that hangs under another goes with it; a reference that may be empty
-- is emptied when what it points to goes; a required one takes its row with it. Choices are checked
-- by the edit door, so that a new word needs no rebuilt table.

CREATE TABLE "directorate" (
    "id" TEXT NOT NULL PRIMARY KEY CHECK ("id" = 'directorate'),
    "council" TEXT,
    "name" TEXT
) STRICT, WITHOUT ROWID;

CREATE TABLE "department" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "position" TEXT NOT NULL,
    "name" TEXT,
    "short" TEXT
) STRICT, WITHOUT ROWID;

CREATE TABLE "person" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "position" TEXT NOT NULL,
    "initials" TEXT,
    "post" TEXT,
    "name" TEXT,
    "department" TEXT REFERENCES "department" ("id") ON DELETE SET NULL,
    "in_key" TEXT CHECK ("in_key" = 'yes')
) STRICT, WITHOUT ROWID;

-- The words that name a measure's own series cannot be a comparator's id.
CREATE TABLE "comparator" (
    "id" TEXT NOT NULL PRIMARY KEY CHECK ("id" NOT IN ('actual', 'target')),
    "position" TEXT NOT NULL,
    "name" TEXT
) STRICT, WITHOUT ROWID;

CREATE TABLE "measure" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "position" TEXT NOT NULL,
    "reference" TEXT,
    "other_reference" TEXT,
    "name" TEXT,
    "definition" TEXT,
    "department" TEXT REFERENCES "department" ("id") ON DELETE SET NULL,
    "owner" TEXT REFERENCES "person" ("id") ON DELETE SET NULL,
    "unit" TEXT NOT NULL,
    "unit_words" TEXT,
    "decimals" TEXT,
    "polarity" TEXT,
    "range_low" TEXT,
    "range_high" TEXT,
    "frequency" TEXT NOT NULL,
    "cumulative" TEXT CHECK ("cumulative" = 'yes'),
    "source" TEXT
) STRICT;

CREATE TABLE "value" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "measure" TEXT NOT NULL REFERENCES "measure" ("id") ON DELETE CASCADE,
    "series" TEXT NOT NULL,
    "period" TEXT NOT NULL,
    "amount" TEXT,
    "absence" TEXT,
    "words" TEXT,
    "note" TEXT,
    "provisional" TEXT CHECK ("provisional" = 'yes'),
    "numerator" TEXT,
    "denominator" TEXT,
    "own_period" TEXT,
    "label" TEXT,
    "progress" TEXT,
    "progress_reason" TEXT
) STRICT, WITHOUT ROWID;
CREATE INDEX "value_measure" ON "value" ("measure");
CREATE INDEX "value_series" ON "value" ("series");

-- A series is a word or a comparator's id, so it cannot be a foreign key.
CREATE TRIGGER "comparator_takes_its_values" AFTER DELETE ON "comparator"
BEGIN
    DELETE FROM "value" WHERE "series" = OLD."id";
END;

CREATE TABLE "report" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "period" TEXT NOT NULL,
    "title" TEXT,
    "subtitle" TEXT,
    "committee" TEXT,
    "meeting" TEXT,
    "report_by" TEXT REFERENCES "person" ("id") ON DELETE SET NULL,
    "contact" TEXT REFERENCES "person" ("id") ON DELETE SET NULL,
    "numbering" TEXT NOT NULL,
    "direction_basis" TEXT NOT NULL,
    "direction_tolerance" TEXT,
    "past_years" TEXT
) STRICT, WITHOUT ROWID;

CREATE TABLE "rule" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "report" TEXT NOT NULL REFERENCES "report" ("id") ON DELETE CASCADE,
    "position" TEXT NOT NULL,
    "name" TEXT,
    "kind" TEXT NOT NULL,
    "green" TEXT,
    "amber" TEXT
) STRICT, WITHOUT ROWID;
CREATE INDEX "rule_report" ON "rule" ("report");

-- A section goes with the section it stands in.
CREATE TABLE "section" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "report" TEXT NOT NULL REFERENCES "report" ("id") ON DELETE CASCADE,
    "parent" TEXT REFERENCES "section" ("id") ON DELETE CASCADE,
    "position" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "heading" TEXT,
    "unnumbered" TEXT CHECK ("unnumbered" = 'yes'),
    "new_page" TEXT CHECK ("new_page" = 'yes'),
    "lead" TEXT REFERENCES "person" ("id") ON DELETE SET NULL,
    "text" TEXT,
    "comments" TEXT,
    "rule" TEXT REFERENCES "rule" ("id") ON DELETE SET NULL,
    "unit" TEXT,
    "negatives" TEXT,
    "overspend" TEXT
) STRICT;
CREATE INDEX "section_report" ON "section" ("report");
CREATE INDEX "section_parent" ON "section" ("parent");

CREATE TABLE "headline" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "section" TEXT NOT NULL REFERENCES "section" ("id") ON DELETE CASCADE,
    "position" TEXT NOT NULL,
    "mark" TEXT NOT NULL,
    "text" TEXT
) STRICT;
CREATE INDEX "headline_section" ON "headline" ("section");

CREATE TABLE "meaning" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "section" TEXT NOT NULL REFERENCES "section" ("id") ON DELETE CASCADE,
    "symbol" TEXT NOT NULL,
    "for_milestones" TEXT,
    "for_measures" TEXT
) STRICT;
CREATE INDEX "meaning_section" ON "meaning" ("section");

CREATE TABLE "entry" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "section" TEXT NOT NULL REFERENCES "section" ("id") ON DELETE CASCADE,
    "position" TEXT NOT NULL,
    "measure" TEXT NOT NULL REFERENCES "measure" ("id") ON DELETE CASCADE,
    "commentary" TEXT,
    "rule" TEXT REFERENCES "rule" ("id") ON DELETE SET NULL,
    "status" TEXT,
    "status_reason" TEXT,
    "status_words" TEXT,
    "direction" TEXT,
    "direction_reason" TEXT,
    "projected" TEXT,
    "plan_in_place" TEXT,
    "no_actions" TEXT CHECK ("no_actions" = 'yes'),
    "no_next_actions" TEXT CHECK ("no_next_actions" = 'yes'),
    "no_risks" TEXT CHECK ("no_risks" = 'yes')
) STRICT;
CREATE INDEX "entry_section" ON "entry" ("section");
CREATE INDEX "entry_measure" ON "entry" ("measure");

CREATE TABLE "action" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "entry" TEXT NOT NULL REFERENCES "entry" ("id") ON DELETE CASCADE,
    "position" TEXT NOT NULL,
    "stage" TEXT NOT NULL,
    "text" TEXT,
    "timescale" TEXT,
    "due" TEXT,
    "scale" TEXT,
    "owner" TEXT REFERENCES "person" ("id") ON DELETE SET NULL,
    "outcome" TEXT,
    "outcome_reason" TEXT
) STRICT;
CREATE INDEX "action_entry" ON "action" ("entry");

CREATE TABLE "risk" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "entry" TEXT NOT NULL REFERENCES "entry" ("id") ON DELETE CASCADE,
    "position" TEXT NOT NULL,
    "text" TEXT
) STRICT;
CREATE INDEX "risk_entry" ON "risk" ("entry");

CREATE TABLE "milestone" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "section" TEXT NOT NULL REFERENCES "section" ("id") ON DELETE CASCADE,
    "position" TEXT NOT NULL,
    "reference" TEXT,
    "text" TEXT,
    "due" TEXT,
    "progress" TEXT
) STRICT;
CREATE INDEX "milestone_section" ON "milestone" ("section");

CREATE TABLE "commentary" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "section" TEXT NOT NULL REFERENCES "section" ("id") ON DELETE CASCADE,
    "position" TEXT NOT NULL,
    "references" TEXT,
    "text" TEXT
) STRICT;
CREATE INDEX "commentary_section" ON "commentary" ("section");

CREATE TABLE "column" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "section" TEXT NOT NULL REFERENCES "section" ("id") ON DELETE CASCADE,
    "position" TEXT NOT NULL,
    "heading" TEXT,
    "kind" TEXT NOT NULL,
    "budget" TEXT REFERENCES "column" ("id") ON DELETE SET NULL,
    "actual" TEXT REFERENCES "column" ("id") ON DELETE SET NULL
) STRICT, WITHOUT ROWID;
CREATE INDEX "column_section" ON "column" ("section");

CREATE TABLE "line" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "section" TEXT NOT NULL REFERENCES "section" ("id") ON DELETE CASCADE,
    "position" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "label" TEXT,
    "comment" TEXT
) STRICT;
CREATE INDEX "line_section" ON "line" ("section");

CREATE TABLE "amount" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "line" TEXT NOT NULL REFERENCES "line" ("id") ON DELETE CASCADE,
    "column" TEXT NOT NULL REFERENCES "column" ("id") ON DELETE CASCADE,
    "amount" TEXT,
    "absence" TEXT,
    "words" TEXT
) STRICT, WITHOUT ROWID;
CREATE INDEX "amount_line" ON "amount" ("line");
CREATE INDEX "amount_column" ON "amount" ("column");

-- History: what was done, by whom and when. Rows are added and never changed.
CREATE TABLE "change" (
    -- 1, 2, 3 and so on, without gaps.
    "id" INTEGER NOT NULL PRIMARY KEY,
    "kind" TEXT NOT NULL CHECK ("kind" IN ('edit', 'import', 'undo', 'redo')),
    -- The catalogue key of the words for what was done, and the place they are about.
    "label" TEXT NOT NULL,
    "place" TEXT,
    "person" TEXT NOT NULL,
    -- RFC 3339, with the offset of the clock it was read from.
    "at" TEXT NOT NULL,
    -- The first of the changes that are undone together with this one: itself, where it stands alone.
    "step" INTEGER NOT NULL REFERENCES "change" ("id"),
    -- For an undo, the last change of the step it took back; for a redo, the undo it took back.
    "of" INTEGER REFERENCES "change" ("id"),
    -- For an edit, the edit that is undone next after its step; for an undo, the undo redone next.
    "under" INTEGER REFERENCES "change" ("id"),
    -- The seal of the file's content once this change is made.
    "content" BLOB NOT NULL CHECK (length("content") = 32),
    -- A hash of this change, its cells and the chain of the change before it.
    "chain" BLOB NOT NULL CHECK (length("chain") = 32)
) STRICT;

-- The cells of a change. A row put in or taken out has one line for each of its cells that is not
-- empty, or a single line without a field where all are empty. A commit only ever adds to the end of
-- this one tree; an index of places would have it write a page or two more.
CREATE TABLE "change_cell" (
    -- The change times 2^32, and the number of the cell in it.
    "id" INTEGER NOT NULL PRIMARY KEY CHECK ("id" >> 32 = "change"),
    "change" INTEGER NOT NULL REFERENCES "change" ("id"),
    "kind" TEXT NOT NULL CHECK ("kind" IN ('insert', 'update', 'delete')),
    "table" TEXT NOT NULL,
    "row" TEXT NOT NULL,
    "field" TEXT,
    "before" TEXT,
    "after" TEXT
) STRICT;
