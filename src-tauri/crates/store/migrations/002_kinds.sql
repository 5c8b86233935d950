-- Format 2: every kind of section, the layout of tables, and what a report was started from.
-- Fields are added empty, so that the content of a file stays what it was.

ALTER TABLE "directorate" ADD COLUMN "accent" TEXT;
ALTER TABLE "directorate" ADD COLUMN "logo" TEXT;

ALTER TABLE "report" ADD COLUMN "agenda_item" TEXT;
ALTER TABLE "report" ADD COLUMN "wards" TEXT;
ALTER TABLE "report" ADD COLUMN "lead_members" TEXT;
ALTER TABLE "report" ADD COLUMN "paper" TEXT;
ALTER TABLE "report" ADD COLUMN "follows" TEXT REFERENCES "report" ("id") ON DELETE SET NULL;
ALTER TABLE "report" ADD COLUMN "exported_on" TEXT;

ALTER TABLE "rule" ADD COLUMN "direction_without_target" TEXT CHECK ("direction_without_target" = 'yes');

ALTER TABLE "section" ADD COLUMN "label_heading" TEXT;
ALTER TABLE "section" ADD COLUMN "lettered" TEXT CHECK ("lettered" = 'yes');
ALTER TABLE "section" ADD COLUMN "chart" TEXT;
ALTER TABLE "section" ADD COLUMN "orientation" TEXT;
ALTER TABLE "section" ADD COLUMN "shape" TEXT;
ALTER TABLE "section" ADD COLUMN "baseline_heading" TEXT;
ALTER TABLE "section" ADD COLUMN "levels" TEXT;
ALTER TABLE "section" ADD COLUMN "cleared_by" TEXT REFERENCES "person" ("id") ON DELETE SET NULL;
ALTER TABLE "section" ADD COLUMN "cleared_on" TEXT;
ALTER TABLE "section" ADD COLUMN "none_stated" TEXT CHECK ("none_stated" = 'yes');
ALTER TABLE "section" ADD COLUMN "hidden" TEXT CHECK ("hidden" = 'yes');
ALTER TABLE "section" ADD COLUMN "follows" TEXT REFERENCES "section" ("id") ON DELETE SET NULL;
ALTER TABLE "section" ADD COLUMN "unreviewed" TEXT CHECK ("unreviewed" = 'yes');

ALTER TABLE "entry" ADD COLUMN "child" TEXT CHECK ("child" = 'yes');
ALTER TABLE "entry" ADD COLUMN "sentence" TEXT;
ALTER TABLE "entry" ADD COLUMN "footnote" TEXT;
ALTER TABLE "entry" ADD COLUMN "amber_low" TEXT;
ALTER TABLE "entry" ADD COLUMN "amber_high" TEXT;
ALTER TABLE "entry" ADD COLUMN "follows" TEXT REFERENCES "entry" ("id") ON DELETE SET NULL;
ALTER TABLE "entry" ADD COLUMN "unreviewed" TEXT CHECK ("unreviewed" = 'yes');

ALTER TABLE "action" ADD COLUMN "follows" TEXT REFERENCES "action" ("id") ON DELETE SET NULL;

ALTER TABLE "risk" ADD COLUMN "closed" TEXT CHECK ("closed" = 'yes');
ALTER TABLE "risk" ADD COLUMN "follows" TEXT REFERENCES "risk" ("id") ON DELETE SET NULL;

ALTER TABLE "milestone" ADD COLUMN "done" TEXT CHECK ("done" = 'yes');
ALTER TABLE "milestone" ADD COLUMN "follows" TEXT REFERENCES "milestone" ("id") ON DELETE SET NULL;

ALTER TABLE "column" ADD COLUMN "group" TEXT;
ALTER TABLE "column" ADD COLUMN "unit" TEXT;
ALTER TABLE "column" ADD COLUMN "decimals" TEXT;
ALTER TABLE "column" ADD COLUMN "width" TEXT;
ALTER TABLE "column" ADD COLUMN "formula" TEXT;
ALTER TABLE "column" ADD COLUMN "required" TEXT CHECK ("required" = 'yes');
ALTER TABLE "column" ADD COLUMN "no_total" TEXT CHECK ("no_total" = 'yes');
ALTER TABLE "column" ADD COLUMN "hidden" TEXT CHECK ("hidden" = 'yes');
ALTER TABLE "column" ADD COLUMN "shows" TEXT;
ALTER TABLE "column" ADD COLUMN "comparator" TEXT REFERENCES "comparator" ("id") ON DELETE SET NULL;
ALTER TABLE "column" ADD COLUMN "follows" TEXT REFERENCES "column" ("id") ON DELETE SET NULL;

ALTER TABLE "line" ADD COLUMN "formula" TEXT;
ALTER TABLE "line" ADD COLUMN "details" TEXT REFERENCES "section" ("id") ON DELETE SET NULL;
ALTER TABLE "line" ADD COLUMN "follows" TEXT REFERENCES "line" ("id") ON DELETE SET NULL;

ALTER TABLE "amount" ADD COLUMN "text" TEXT;

CREATE TABLE "tick" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "report" TEXT NOT NULL REFERENCES "report" ("id") ON DELETE CASCADE,
    "position" TEXT NOT NULL,
    "group" TEXT NOT NULL,
    "name" TEXT,
    "ticked" TEXT CHECK ("ticked" = 'yes'),
    "note" TEXT
) STRICT;
CREATE INDEX "tick_report" ON "tick" ("report");

CREATE TABLE "restatement" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "report" TEXT NOT NULL REFERENCES "report" ("id") ON DELETE CASCADE,
    "position" TEXT NOT NULL,
    "measure" TEXT NOT NULL REFERENCES "measure" ("id") ON DELETE CASCADE,
    "series" TEXT NOT NULL,
    "period" TEXT NOT NULL,
    "before" TEXT,
    "reason" TEXT
) STRICT;
CREATE INDEX "restatement_report" ON "restatement" ("report");
CREATE INDEX "restatement_series" ON "restatement" ("series");

CREATE TRIGGER "comparator_takes_its_restatements" AFTER DELETE ON "comparator"
BEGIN
    DELETE FROM "restatement" WHERE "series" = OLD."id";
END;

CREATE TABLE "objective" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "section" TEXT NOT NULL REFERENCES "section" ("id") ON DELETE CASCADE,
    "position" TEXT NOT NULL,
    "reference" TEXT,
    "priority" TEXT,
    "text" TEXT,
    "relevant_plan" TEXT,
    "baseline" TEXT,
    "outcomes" TEXT,
    "targets" TEXT,
    "funding" TEXT,
    "follows" TEXT REFERENCES "objective" ("id") ON DELETE SET NULL
) STRICT;
CREATE INDEX "objective_section" ON "objective" ("section");

CREATE TABLE "task" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "objective" TEXT NOT NULL REFERENCES "objective" ("id") ON DELETE CASCADE,
    "position" TEXT NOT NULL,
    "reference" TEXT,
    "text" TEXT,
    "milestone" TEXT,
    "due" TEXT,
    "owner" TEXT REFERENCES "person" ("id") ON DELETE SET NULL,
    "state" TEXT,
    "progress" TEXT,
    "follows" TEXT REFERENCES "task" ("id") ON DELETE SET NULL
) STRICT;
CREATE INDEX "task_objective" ON "task" ("objective");

CREATE TABLE "register_risk" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "section" TEXT NOT NULL REFERENCES "section" ("id") ON DELETE CASCADE,
    "position" TEXT NOT NULL,
    "reference" TEXT,
    "category" TEXT,
    "text" TEXT,
    "cause" TEXT,
    "consequence" TEXT,
    "owner" TEXT REFERENCES "person" ("id") ON DELETE SET NULL,
    "initial_impact" TEXT,
    "initial_likelihood" TEXT,
    "current_impact" TEXT,
    "current_likelihood" TEXT,
    "target_impact" TEXT,
    "target_likelihood" TEXT,
    "movement" TEXT,
    "closed" TEXT CHECK ("closed" = 'yes'),
    "follows" TEXT REFERENCES "register_risk" ("id") ON DELETE SET NULL
) STRICT;
CREATE INDEX "register_risk_section" ON "register_risk" ("section");

CREATE TABLE "control" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "risk" TEXT NOT NULL REFERENCES "register_risk" ("id") ON DELETE CASCADE,
    "position" TEXT NOT NULL,
    "text" TEXT,
    "state" TEXT,
    "complete" TEXT,
    "due" TEXT,
    "priority" TEXT,
    "owner" TEXT REFERENCES "person" ("id") ON DELETE SET NULL,
    "follows" TEXT REFERENCES "control" ("id") ON DELETE SET NULL
) STRICT;
CREATE INDEX "control_risk" ON "control" ("risk");

CREATE TABLE "level" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "section" TEXT NOT NULL REFERENCES "section" ("id") ON DELETE CASCADE,
    "position" TEXT NOT NULL,
    "axis" TEXT NOT NULL,
    "name" TEXT
) STRICT;
CREATE INDEX "level_section" ON "level" ("section");

CREATE TABLE "band" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "section" TEXT NOT NULL REFERENCES "section" ("id") ON DELETE CASCADE,
    "position" TEXT NOT NULL,
    "name" TEXT,
    "least" TEXT,
    "status" TEXT
) STRICT;
CREATE INDEX "band_section" ON "band" ("section");

CREATE TABLE "tile" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "section" TEXT NOT NULL REFERENCES "section" ("id") ON DELETE CASCADE,
    "position" TEXT NOT NULL,
    "label" TEXT,
    "line" TEXT REFERENCES "line" ("id") ON DELETE SET NULL,
    "column" TEXT REFERENCES "column" ("id") ON DELETE SET NULL,
    "amount" TEXT,
    "unit" TEXT,
    "words" TEXT,
    "status" TEXT,
    "note" TEXT
) STRICT;
CREATE INDEX "tile_section" ON "tile" ("section");

CREATE TABLE "point" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "section" TEXT NOT NULL REFERENCES "section" ("id") ON DELETE CASCADE,
    "position" TEXT NOT NULL,
    "list" TEXT NOT NULL,
    "text" TEXT
) STRICT;
CREATE INDEX "point_section" ON "point" ("section");
