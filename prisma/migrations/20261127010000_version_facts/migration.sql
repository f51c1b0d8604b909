-- What a reading found in a version, by sentence, so that its coverage is counted without reading it again.
CREATE TABLE "VersionFacts" (
    "versionId" TEXT NOT NULL,
    "dated" BOOLEAN NOT NULL,
    "sentences" JSONB NOT NULL,

    CONSTRAINT "VersionFacts_pkey" PRIMARY KEY ("versionId")
);
ALTER TABLE "VersionFacts" ADD CONSTRAINT "VersionFacts_versionId_fkey" FOREIGN KEY ("versionId") REFERENCES "ArticleVersion"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
