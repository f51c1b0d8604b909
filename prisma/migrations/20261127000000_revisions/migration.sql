-- New versions of an article: what became of each claim, facts left outside claims, ready marks, and tokens for other programs.
ALTER TABLE "Newsroom" ADD COLUMN "rewordedKeepsSignOff" BOOLEAN NOT NULL DEFAULT true;
ALTER TABLE "ArticleVersion" ADD COLUMN "note" TEXT NOT NULL DEFAULT '';

CREATE TABLE "Fate" (
    "claimId" TEXT NOT NULL,
    "versionId" TEXT NOT NULL,
    "outcome" TEXT NOT NULL,
    "changes" JSONB NOT NULL DEFAULT '[]',
    "glance" BOOLEAN NOT NULL DEFAULT false,
    "glancedById" TEXT,
    "glancedAt" TIMESTAMPTZ(3),

    CONSTRAINT "Fate_pkey" PRIMARY KEY ("claimId","versionId")
);
CREATE INDEX "Fate_versionId_idx" ON "Fate"("versionId");
ALTER TABLE "Fate" ADD CONSTRAINT "Fate_claimId_fkey" FOREIGN KEY ("claimId") REFERENCES "Claim"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "Fate" ADD CONSTRAINT "Fate_versionId_fkey" FOREIGN KEY ("versionId") REFERENCES "ArticleVersion"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

CREATE TABLE "DismissedFact" (
    "id" TEXT NOT NULL,
    "versionId" TEXT NOT NULL,
    "start" INTEGER NOT NULL,
    "end" INTEGER NOT NULL,
    "text" TEXT NOT NULL,
    "reason" TEXT NOT NULL,
    "note" TEXT NOT NULL DEFAULT '',
    "byId" TEXT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "DismissedFact_pkey" PRIMARY KEY ("id")
);
CREATE UNIQUE INDEX "DismissedFact_versionId_start_end_key" ON "DismissedFact"("versionId", "start", "end");
ALTER TABLE "DismissedFact" ADD CONSTRAINT "DismissedFact_versionId_fkey" FOREIGN KEY ("versionId") REFERENCES "ArticleVersion"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "DismissedFact" ADD CONSTRAINT "DismissedFact_span" CHECK ("start" >= 0 AND "end" > "start");

CREATE TABLE "ReadyMark" (
    "id" TEXT NOT NULL,
    "articleId" TEXT NOT NULL,
    "versionId" TEXT NOT NULL,
    "fingerprint" TEXT NOT NULL,
    "byId" TEXT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "withdrawnById" TEXT,
    "withdrawnAt" TIMESTAMPTZ(3),

    CONSTRAINT "ReadyMark_pkey" PRIMARY KEY ("id")
);
CREATE INDEX "ReadyMark_articleId_at_idx" ON "ReadyMark"("articleId", "at");
ALTER TABLE "ReadyMark" ADD CONSTRAINT "ReadyMark_articleId_fkey" FOREIGN KEY ("articleId") REFERENCES "Article"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "ReadyMark" ADD CONSTRAINT "ReadyMark_versionId_fkey" FOREIGN KEY ("versionId") REFERENCES "ArticleVersion"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

CREATE TABLE "ApiToken" (
    "id" TEXT NOT NULL,
    "newsroomId" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "tokenHash" TEXT NOT NULL,
    "createdById" TEXT NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "lastUsedAt" TIMESTAMPTZ(3),
    "revokedAt" TIMESTAMPTZ(3),

    CONSTRAINT "ApiToken_pkey" PRIMARY KEY ("id")
);
CREATE UNIQUE INDEX "ApiToken_tokenHash_key" ON "ApiToken"("tokenHash");
CREATE INDEX "ApiToken_newsroomId_idx" ON "ApiToken"("newsroomId");
ALTER TABLE "ApiToken" ADD CONSTRAINT "ApiToken_newsroomId_fkey" FOREIGN KEY ("newsroomId") REFERENCES "Newsroom"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
