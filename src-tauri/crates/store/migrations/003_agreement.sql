-- Format 3: who does what, who agreed to what, and when it is due.
-- Fields are added empty, so that the content of a file stays what it was.

ALTER TABLE "directorate" ADD COLUMN "identity" TEXT;

ALTER TABLE "person" ADD COLUMN "role" TEXT;

ALTER TABLE "report" ADD COLUMN "draft_due" TEXT;
ALTER TABLE "report" ADD COLUMN "lead_due" TEXT;
ALTER TABLE "report" ADD COLUMN "finance_due" TEXT;
ALTER TABLE "report" ADD COLUMN "legal_due" TEXT;
ALTER TABLE "report" ADD COLUMN "dispatch_due" TEXT;

ALTER TABLE "section" ADD COLUMN "author" TEXT REFERENCES "person" ("id") ON DELETE SET NULL;
ALTER TABLE "section" ADD COLUMN "state" TEXT;

CREATE TABLE "signing_key" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "person" TEXT NOT NULL REFERENCES "person" ("id") ON DELETE CASCADE,
    "public" TEXT,
    "added_on" TEXT,
    "removed_on" TEXT
) STRICT, WITHOUT ROWID;
CREATE INDEX "signing_key_person" ON "signing_key" ("person");

CREATE TABLE "comment" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "section" TEXT NOT NULL REFERENCES "section" ("id") ON DELETE CASCADE,
    "about" TEXT,
    "answers" TEXT REFERENCES "comment" ("id") ON DELETE SET NULL,
    "person" TEXT REFERENCES "person" ("id") ON DELETE SET NULL,
    "said_by" TEXT,
    "said_at" TEXT,
    "text" TEXT,
    "resolved" TEXT CHECK ("resolved" = 'yes')
) STRICT;
CREATE INDEX "comment_section" ON "comment" ("section");

CREATE TABLE "sign_off" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "section" TEXT NOT NULL REFERENCES "section" ("id") ON DELETE CASCADE,
    "kind" TEXT NOT NULL,
    "person" TEXT REFERENCES "person" ("id") ON DELETE SET NULL,
    "signed_by" TEXT,
    "signed_at" TEXT,
    "reason" TEXT,
    "reading" TEXT,
    "key" TEXT,
    "signature" TEXT,
    "withdrawn" TEXT CHECK ("withdrawn" = 'yes')
) STRICT;
CREATE INDEX "sign_off_section" ON "sign_off" ("section");
