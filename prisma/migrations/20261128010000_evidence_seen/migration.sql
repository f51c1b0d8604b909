-- A re-check that finds the same keeps no second copy: the first says when it was seen last.
ALTER TABLE "Snapshot" ADD COLUMN "seenAt" TIMESTAMPTZ(3);

-- Few quotes ask for a look, and every desk asks which.
CREATE INDEX "QuotePlace_look_idx" ON "QuotePlace"("look");
