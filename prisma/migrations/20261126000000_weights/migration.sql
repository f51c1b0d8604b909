-- A newsroom's own weights of check-worthiness, and with each claim what its score is made of.
ALTER TABLE "Newsroom" ADD COLUMN "weights" JSONB NOT NULL DEFAULT '{}';
ALTER TABLE "Claim" ADD COLUMN "features" JSONB;
