-- Evidence that stands up (snapshots, places of quotes, contacts, objections, expiry), and reports that go out: keys, publications, exports.
CREATE TYPE "Confidentiality" AS ENUM ('open', 'internal', 'secret');

CREATE TYPE "SnapshotOrigin" AS ENUM ('fetched', 'uploaded');

CREATE TYPE "WorkState" AS ENUM ('waiting', 'working', 'done', 'failed');

ALTER TYPE "SourceMedium" ADD VALUE 'dataset';
ALTER TYPE "SourceMedium" ADD VALUE 'observation';
ALTER TYPE "SourceMedium" ADD VALUE 'recording';

ALTER TYPE "SourceKind" ADD VALUE 'official_record';
ALTER TYPE "SourceKind" ADD VALUE 'press_release';
ALTER TYPE "SourceKind" ADD VALUE 'wire';

ALTER TABLE "Newsroom" ADD COLUMN "publishing" JSONB NOT NULL DEFAULT '{}',
ADD COLUMN "sourcingRule" JSONB;

ALTER TABLE "Claim" ADD COLUMN "asOf" TEXT,
ADD COLUMN "expiresOn" TEXT,
ADD COLUMN "speakerUrl" TEXT NOT NULL DEFAULT '';

ALTER TABLE "Source" ADD COLUMN "author" TEXT NOT NULL DEFAULT '',
ADD COLUMN "confidentiality" "Confidentiality" NOT NULL DEFAULT 'open',
ADD COLUMN "language" TEXT NOT NULL DEFAULT '',
ADD COLUMN "reliability" TEXT NOT NULL DEFAULT '';

ALTER TABLE "SourceNote" ADD COLUMN "salt" TEXT NOT NULL DEFAULT (gen_random_uuid())::text;

ALTER TABLE "SignOff" ADD COLUMN "format" INTEGER NOT NULL DEFAULT 1,
ADD COLUMN "sourcingReason" TEXT NOT NULL DEFAULT '';

ALTER TABLE "LedgerEntry" ADD COLUMN "salt" TEXT;

CREATE TABLE "Blob" (
    "newsroomId" TEXT NOT NULL,
    "sha256" TEXT NOT NULL,
    "size" INTEGER NOT NULL,
    "bytes" BYTEA NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "Blob_pkey" PRIMARY KEY ("newsroomId","sha256")
);

CREATE TABLE "Snapshot" (
    "id" TEXT NOT NULL,
    "newsroomId" TEXT NOT NULL,
    "sourceId" TEXT NOT NULL,
    "origin" "SnapshotOrigin" NOT NULL,
    "state" "WorkState" NOT NULL DEFAULT 'waiting',
    "url" TEXT NOT NULL DEFAULT '',
    "finalUrl" TEXT NOT NULL DEFAULT '',
    "status" INTEGER,
    "headers" JSONB NOT NULL DEFAULT '[]',
    "name" TEXT NOT NULL DEFAULT '',
    "mediaType" TEXT NOT NULL DEFAULT '',
    "sha256" TEXT,
    "size" INTEGER NOT NULL DEFAULT 0,
    "text" TEXT NOT NULL DEFAULT '',
    "pages" JSONB NOT NULL DEFAULT '[]',
    "about" JSONB NOT NULL DEFAULT '{}',
    "wire" TEXT NOT NULL DEFAULT '',
    "signature" JSONB NOT NULL DEFAULT '[]',
    "failure" TEXT NOT NULL DEFAULT '',
    "attempts" INTEGER NOT NULL DEFAULT 0,
    "requestedById" TEXT,
    "requestedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "doneAt" TIMESTAMPTZ(3),

    CONSTRAINT "Snapshot_pkey" PRIMARY KEY ("id")
);

CREATE TABLE "QuotePlace" (
    "noteId" TEXT NOT NULL,
    "snapshotId" TEXT NOT NULL,
    "outcome" TEXT NOT NULL,
    "start" INTEGER,
    "end" INTEGER,
    "changes" JSONB NOT NULL DEFAULT '[]',
    "look" BOOLEAN NOT NULL DEFAULT false,
    "lookedById" TEXT,
    "lookedAt" TIMESTAMPTZ(3),
    "at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "QuotePlace_pkey" PRIMARY KEY ("noteId","snapshotId")
);

CREATE TABLE "Contact" (
    "id" TEXT NOT NULL,
    "claimId" TEXT NOT NULL,
    "person" TEXT NOT NULL,
    "role" TEXT NOT NULL DEFAULT '',
    "channel" TEXT NOT NULL,
    "askedOn" TEXT NOT NULL,
    "question" TEXT NOT NULL DEFAULT '',
    "deadline" TEXT,
    "outcome" TEXT NOT NULL DEFAULT 'waiting',
    "answer" TEXT NOT NULL DEFAULT '',
    "answeredOn" TEXT,
    "confidentiality" "Confidentiality" NOT NULL DEFAULT 'open',
    "byId" TEXT NOT NULL,
    "rev" INTEGER NOT NULL DEFAULT 1,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updatedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "removedAt" TIMESTAMPTZ(3),

    CONSTRAINT "Contact_pkey" PRIMARY KEY ("id")
);

CREATE TABLE "Objection" (
    "id" TEXT NOT NULL,
    "claimId" TEXT NOT NULL,
    "words" TEXT NOT NULL,
    "byId" TEXT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "decision" TEXT,
    "decisionReason" TEXT NOT NULL DEFAULT '',
    "decidedById" TEXT,
    "decidedAt" TIMESTAMPTZ(3),

    CONSTRAINT "Objection_pkey" PRIMARY KEY ("id")
);

CREATE TABLE "SigningKey" (
    "id" TEXT NOT NULL,
    "newsroomId" TEXT NOT NULL,
    "publicKey" TEXT NOT NULL,
    "sealed" TEXT NOT NULL,
    "createdById" TEXT NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "retiredAt" TIMESTAMPTZ(3),

    CONSTRAINT "SigningKey_pkey" PRIMARY KEY ("id")
);

CREATE TABLE "Publication" (
    "id" TEXT NOT NULL,
    "newsroomId" TEXT NOT NULL,
    "articleId" TEXT NOT NULL,
    "slug" TEXT NOT NULL,
    "indexable" BOOLEAN NOT NULL DEFAULT true,
    "options" JSONB NOT NULL DEFAULT '{}',
    "createdById" TEXT NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "withdrawnById" TEXT,
    "withdrawnAt" TIMESTAMPTZ(3),
    "withdrawnReason" TEXT NOT NULL DEFAULT '',

    CONSTRAINT "Publication_pkey" PRIMARY KEY ("id")
);

CREATE TABLE "Edition" (
    "id" TEXT NOT NULL,
    "publicationId" TEXT NOT NULL,
    "number" INTEGER NOT NULL,
    "report" JSONB NOT NULL,
    "sha256" TEXT NOT NULL,
    "byId" TEXT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "Edition_pkey" PRIMARY KEY ("id")
);

CREATE TABLE "Correction" (
    "id" TEXT NOT NULL,
    "publicationId" TEXT NOT NULL,
    "editionId" TEXT NOT NULL,
    "claimNumber" INTEGER,
    "field" TEXT NOT NULL,
    "before" TEXT NOT NULL,
    "after" TEXT NOT NULL,
    "why" TEXT NOT NULL,
    "byId" TEXT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "Correction_pkey" PRIMARY KEY ("id")
);

CREATE TABLE "Export" (
    "id" TEXT NOT NULL,
    "newsroomId" TEXT NOT NULL,
    "articleId" TEXT NOT NULL,
    "format" TEXT NOT NULL,
    "options" JSONB NOT NULL DEFAULT '{}',
    "state" "WorkState" NOT NULL DEFAULT 'waiting',
    "progress" DOUBLE PRECISION NOT NULL DEFAULT 0,
    "doing" TEXT NOT NULL DEFAULT '',
    "failure" TEXT NOT NULL DEFAULT '',
    "name" TEXT NOT NULL DEFAULT '',
    "mediaType" TEXT NOT NULL DEFAULT '',
    "sha256" TEXT,
    "size" INTEGER NOT NULL DEFAULT 0,
    "requestedById" TEXT NOT NULL,
    "requestedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "doneAt" TIMESTAMPTZ(3),

    CONSTRAINT "Export_pkey" PRIMARY KEY ("id")
);

CREATE INDEX "Snapshot_sourceId_requestedAt_idx" ON "Snapshot"("sourceId", "requestedAt");

CREATE INDEX "Snapshot_newsroomId_sha256_idx" ON "Snapshot"("newsroomId", "sha256");

CREATE INDEX "Snapshot_state_idx" ON "Snapshot"("state");

CREATE INDEX "QuotePlace_snapshotId_idx" ON "QuotePlace"("snapshotId");

CREATE INDEX "Contact_claimId_askedOn_idx" ON "Contact"("claimId", "askedOn");

CREATE INDEX "Objection_claimId_at_idx" ON "Objection"("claimId", "at");

CREATE INDEX "SigningKey_newsroomId_createdAt_idx" ON "SigningKey"("newsroomId", "createdAt");

CREATE UNIQUE INDEX "Publication_slug_key" ON "Publication"("slug");

CREATE INDEX "Publication_articleId_createdAt_idx" ON "Publication"("articleId", "createdAt");

CREATE UNIQUE INDEX "Edition_publicationId_number_key" ON "Edition"("publicationId", "number");

CREATE INDEX "Correction_publicationId_at_idx" ON "Correction"("publicationId", "at");

CREATE INDEX "Export_articleId_requestedAt_idx" ON "Export"("articleId", "requestedAt");

CREATE INDEX "Export_state_idx" ON "Export"("state");

CREATE INDEX "Claim_expiresOn_idx" ON "Claim"("expiresOn");

ALTER TABLE "Snapshot" ADD CONSTRAINT "Snapshot_newsroomId_fkey" FOREIGN KEY ("newsroomId") REFERENCES "Newsroom"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

ALTER TABLE "Snapshot" ADD CONSTRAINT "Snapshot_sourceId_fkey" FOREIGN KEY ("sourceId") REFERENCES "Source"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

ALTER TABLE "QuotePlace" ADD CONSTRAINT "QuotePlace_noteId_fkey" FOREIGN KEY ("noteId") REFERENCES "SourceNote"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

ALTER TABLE "QuotePlace" ADD CONSTRAINT "QuotePlace_snapshotId_fkey" FOREIGN KEY ("snapshotId") REFERENCES "Snapshot"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

ALTER TABLE "Contact" ADD CONSTRAINT "Contact_claimId_fkey" FOREIGN KEY ("claimId") REFERENCES "Claim"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

ALTER TABLE "Objection" ADD CONSTRAINT "Objection_claimId_fkey" FOREIGN KEY ("claimId") REFERENCES "Claim"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

ALTER TABLE "SigningKey" ADD CONSTRAINT "SigningKey_newsroomId_fkey" FOREIGN KEY ("newsroomId") REFERENCES "Newsroom"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

ALTER TABLE "Publication" ADD CONSTRAINT "Publication_newsroomId_fkey" FOREIGN KEY ("newsroomId") REFERENCES "Newsroom"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

ALTER TABLE "Publication" ADD CONSTRAINT "Publication_articleId_fkey" FOREIGN KEY ("articleId") REFERENCES "Article"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

ALTER TABLE "Edition" ADD CONSTRAINT "Edition_publicationId_fkey" FOREIGN KEY ("publicationId") REFERENCES "Publication"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

ALTER TABLE "Correction" ADD CONSTRAINT "Correction_publicationId_fkey" FOREIGN KEY ("publicationId") REFERENCES "Publication"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

ALTER TABLE "Correction" ADD CONSTRAINT "Correction_editionId_fkey" FOREIGN KEY ("editionId") REFERENCES "Edition"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

ALTER TABLE "Export" ADD CONSTRAINT "Export_newsroomId_fkey" FOREIGN KEY ("newsroomId") REFERENCES "Newsroom"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

ALTER TABLE "Export" ADD CONSTRAINT "Export_articleId_fkey" FOREIGN KEY ("articleId") REFERENCES "Article"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

ALTER TABLE "QuotePlace" ADD CONSTRAINT "QuotePlace_span" CHECK (("start" IS NULL AND "end" IS NULL) OR ("start" >= 0 AND "end" > "start"));
CREATE TRIGGER blob_is_frozen BEFORE UPDATE ON "Blob" FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER edition_is_frozen BEFORE UPDATE OR DELETE ON "Edition" FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER correction_is_frozen BEFORE UPDATE OR DELETE ON "Correction" FOR EACH ROW EXECUTE FUNCTION refuse_change();
