import { ARTICLE_LEDGER, KEYS, MANIFEST, NEWSROOM_LEDGER, PUBLIC_KEY, SIGNATURE, SOURCES } from "./entries";
import { counted } from "./findings";
import type { Manifest } from "./manifest";

/** Say in plain words what the package holds, what it proves, and how to check it with and without our program. */
export function readmeText({
  newsroom,
  article,
  madeAt,
  madeBy,
  key,
  snapshots,
  withheld,
}: Omit<Manifest, "files" | "format" | "formatVersion">): string {
  const names = [
    [withheld.sources, "source"],
    [withheld.notes, "source note"],
    [withheld.contacts, "contact"],
    [withheld.snapshots, "snapshot"],
  ] as const;
  const told = names.flatMap(([count, one]) => (count > 0 ? [counted(count, one)] : []));
  return `BACKUP PACKAGE OF A FACT-CHECK

Article:   ${oneLine(article.title)}
Newsroom:  ${oneLine(newsroom.name)}
Made:      ${madeAt} by ${oneLine(madeBy.name)} (by the clock of the newsroom's machine)
Key:       ${key.id}

WHAT IS IN IT
  ${MANIFEST}        the list of all files with their SHA-256, as it was signed
  ${SIGNATURE}         the signature over it (Ed25519, 64 bytes)
  ${PUBLIC_KEY}      the key that checks the signature
  article.json         what is known of the article, and the newsroom's rules
  versions/            every text of the article that was ever checked
  claims/              each claim: its places in the texts, facts, notes, verdict, sign-offs, contacts, objections
  ${SOURCES}         what the notes lean on
  snapshots/, files/   pages and documents as they were when they were read${
    snapshots === "included" ? "" : " (left out of this package; their hashes are listed)"
  }
  ${ARTICLE_LEDGER}  the history of the article: one line for each thing that was done, each sealed to the one before it
  ${NEWSROOM_LEDGER} the newsroom's history of its sources and keys
  ${KEYS}            the newsroom's signing keys
  reports/             the fact-check report, as the public may read it
  published/           what was published of it, and its corrections

WHAT IS WITHHELD
  ${told.length === 0 ? "Nothing." : `${told.join(", ")}. ${withheld.why}`}

HOW TO CHECK IT WITH CLAIMDESK (no database, no network needed)
  node verify.cjs THIS-FILE.zip --key ${key.id}
  Take verify.cjs from the Claimdesk project, not from whoever gave you the package, and the fingerprint of the key from the
  newsroom itself: its public page of keys, a letter, a phone call. A package that brings its own key proves nothing by it.

HOW TO CHECK IT WITHOUT CLAIMDESK
  unzip THIS-FILE.zip -d package && cd package
  openssl pkeyutl -verify -pubin -inkey ${PUBLIC_KEY} -rawin -in ${MANIFEST} -sigfile ${SIGNATURE}
  openssl pkey -pubin -in ${PUBLIC_KEY} -outform DER | tail -c 32 | sha256sum    (is the fingerprint of the key)
  sha256sum any file, and compare with what ${MANIFEST} says of it

WHAT IT PROVES, AND WHAT IT DOESN'T
  It proves that nothing in it was changed since the newsroom signed it, that the ledger's entries are in their order, that each
  verdict, its words and its notes are those that somebody signed off, and that quotes stand where the notes say. It does not
  prove that a verdict is true, that the clock was right, or that nobody wrote another history before it was signed.
`;
}

/** A name from the records must not look like a line of ours. */
function oneLine(words: string): string {
  return words.replace(/\s+/gu, " ").trim();
}
