-- Format 4: what other copies of the file brought in, and what was left out of history.
--
-- A change of the kind bring-in stands in a file's own history where changes of other copies came in.
-- Its cells are what that did to this copy's content, and are nobody's doing; who did what stands in
-- the changes that were brought. The table of changes is made anew because a word of its kind is new,
-- and because a change may name one that was left out of history.

CREATE TABLE "change_anew" (
    -- 1, 2, 3 and so on, without gaps; later, where early ones were left out.
    "id" INTEGER NOT NULL PRIMARY KEY,
    "kind" TEXT NOT NULL CHECK ("kind" IN ('edit', 'import', 'undo', 'redo', 'bring-in')),
    -- The catalogue key of the words for what was done, and the place they are about.
    "label" TEXT NOT NULL,
    "place" TEXT,
    "person" TEXT NOT NULL,
    -- RFC 3339, with the offset of the clock it was read from.
    "at" TEXT NOT NULL,
    -- The first of the changes that are undone together with this one: itself, where it stands alone.
    "step" INTEGER NOT NULL,
    -- For an undo, the last change of the step it took back; for a redo, the undo it took back.
    "of" INTEGER,
    -- For an edit, the edit that is undone next after its step; for an undo, the undo redone next.
    "under" INTEGER,
    -- The seal of the file's content once this change is made.
    "content" BLOB NOT NULL CHECK (length("content") = 32),
    -- A hash of this change, its cells, the chain of the change before it and what it joined.
    "chain" BLOB NOT NULL CHECK (length("chain") = 32)
) STRICT;
INSERT INTO "change_anew" SELECT * FROM "change";
DROP TABLE "change";
ALTER TABLE "change_anew" RENAME TO "change";

-- A change made in another copy, as it was made there. A row comes after those it follows from.
CREATE TABLE "brought" (
    "id" INTEGER NOT NULL PRIMARY KEY,
    -- The change of this file by which it came.
    "came" INTEGER NOT NULL REFERENCES "change" ("id"),
    -- The hash of the change before it; its own stands in "chain".
    "before" BLOB NOT NULL CHECK (length("before") = 32),
    -- The rest as it stands in "change". Numbers of changes are those of the copy it was made in.
    "number" INTEGER NOT NULL,
    "kind" TEXT NOT NULL CHECK ("kind" IN ('edit', 'import', 'undo', 'redo', 'bring-in')),
    "label" TEXT NOT NULL,
    "place" TEXT,
    "person" TEXT NOT NULL,
    "at" TEXT NOT NULL,
    "step" INTEGER NOT NULL,
    "of" INTEGER,
    "under" INTEGER,
    "content" BLOB NOT NULL CHECK (length("content") = 32),
    "chain" BLOB NOT NULL CHECK (length("chain") = 32)
) STRICT;

-- The cells of such a change, as "change_cell" has those of this file's own. Thousands come at once,
-- after each was checked, and the check of a whole file finds one that does not fit; so they are not
-- looked up one by one.
CREATE TABLE "brought_cell" (
    "id" INTEGER NOT NULL PRIMARY KEY,
    "change" INTEGER NOT NULL,
    "kind" TEXT NOT NULL,
    "table" TEXT NOT NULL,
    "row" TEXT NOT NULL,
    "field" TEXT,
    "before" TEXT,
    "after" TEXT
) STRICT;

-- Which newest changes of other copies a bring-in joined to those before it, hash by hash.
CREATE TABLE "joined" (
    "of" BLOB NOT NULL CHECK (length("of") = 32),
    "head" BLOB NOT NULL CHECK (length("head") = 32),
    PRIMARY KEY ("of", "head")
) STRICT, WITHOUT ROWID;

-- The conflicts that are open. They follow from the changes; this list saves weighing them all
-- again, and an edit need not ask for more than whether it is empty.
CREATE TABLE "conflict" (
    "id" INTEGER NOT NULL PRIMARY KEY,
    "table" TEXT NOT NULL,
    "row" TEXT NOT NULL,
    "field" TEXT,
    -- The sides, in JSON.
    "said" TEXT NOT NULL
) STRICT;

-- Of a working copy: for whom it was made, and what it began from. It is no content and goes nowhere.
CREATE TABLE "handed_out" (
    "id" INTEGER NOT NULL PRIMARY KEY CHECK ("id" = 1),
    "person" TEXT NOT NULL,
    -- RFC 3339.
    "at" TEXT NOT NULL,
    -- The hash of the last change that the file had then.
    "head" BLOB NOT NULL CHECK (length("head") = 32)
) STRICT;

-- What was left out of history. The first change that is there puts in the content as it was then; it
-- has the number and the hash of the last one that was left out.
CREATE TABLE "thinned" (
    "id" INTEGER NOT NULL PRIMARY KEY CHECK ("id" = 1),
    -- The hash of the first change of all, which all copies have in common.
    "root" BLOB NOT NULL CHECK (length("root") = 32),
    -- The number of the first change that is there.
    "base" INTEGER NOT NULL REFERENCES "change" ("id"),
    -- How many were left out.
    "changes" INTEGER NOT NULL,
    -- Who left them out last, and when, in RFC 3339.
    "person" TEXT NOT NULL,
    "at" TEXT NOT NULL
) STRICT;

-- The hashes of those before it, by which a copy that forked there is known.
CREATE TABLE "thinned_change" (
    "chain" BLOB NOT NULL PRIMARY KEY CHECK (length("chain") = 32),
    -- Whether its author knew of all that people did until then: what follows from it follows from all.
    "whole" INTEGER NOT NULL CHECK ("whole" IN (0, 1))
) STRICT, WITHOUT ROWID;
