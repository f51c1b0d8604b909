-- What a ready mark was given on, so that a mark that fell can say which sign-off it was.
ALTER TABLE "ReadyMark" ADD COLUMN "signOffs" JSONB NOT NULL DEFAULT '[]';
ALTER TABLE "ReadyMark" ADD COLUMN "undecided" INTEGER NOT NULL DEFAULT 0;
