import type { Hash } from "../ledger/chain";
import { noteHash, type SignedNote, signedHash, signedSpeaker, type WithheldNote } from "../workflow/sign-off";
import { counted, type Finding, Findings } from "./findings";
import type { LedgerKnowledge } from "./ledger-check";
import { Fields, sentence } from "./reading";

/** What a note quotes, and the claim it belongs to. */
export interface NotedQuote {
  readonly file: string;
  readonly claim: number;
  readonly quote: string;
}

/** What was counted in the claims of a package. */
export interface ClaimTally {
  readonly findings: readonly Finding[];
  /** Note id → its quote. */
  readonly quotes: ReadonlyMap<string, NotedQuote>;
  readonly withheldNotes: number;
  readonly withheldContacts: number;
}

/** Checks claims one by one: what is kept of each is small, so that thousands fit. */
export class ClaimChecks {
  private readonly anchors = new Findings("anchors");
  private readonly notes = new Findings("notes");
  private readonly signOffs = new Findings("sign-offs");
  private readonly quotes = new Map<string, NotedQuote>();
  private anchorCount = 0;
  private factCount = 0;
  private noteCount = 0;
  private withheldNotes = 0;
  private withheldContacts = 0;
  private standing = 0;
  private voided = 0;
  private unprovable = 0;
  private unrecorded = 0;

  constructor(
    /** Version number → its text. */
    private readonly texts: ReadonlyMap<number, string>,
    private readonly ledger: LedgerKnowledge,
    private readonly hash: Hash,
  ) {}

  /** Check one claim's record. */
  take(file: string, text: string): void {
    try {
      const claim = Fields.parse(text, file);
      const number = claim.count("number");
      this.takeAnchors(file, number, claim);
      const notes = this.takeNotes(file, number, claim);
      this.takeSignOffs(file, number, claim, notes);
      this.withheldContacts += claim.list("contacts").filter((contact) => contact.has("withheld")).length;
    } catch (error) {
      this.anchors.fault({ file }, sentence(error));
    }
  }

  close(): ClaimTally {
    if (this.unprovable > 0) {
      this.signOffs.remark(
        `${counted(this.unprovable, "sign-off")} of the old format can’t be proved, because a note under it is withheld.`,
      );
    }
    if (this.voided > 0) {
      this.signOffs.remark(
        `${counted(this.voided, "sign-off")} that no longer ${this.voided === 1 ? "counts" : "count"} ${
          this.voided === 1 ? "is" : "are"
        } as the ledger recorded ${this.voided === 1 ? "it" : "them"}.`,
      );
    }
    if (this.unrecorded > 0) {
      this.signOffs.remark(
        `${counted(this.unrecorded, "sign-off")} that no longer ${this.unrecorded === 1 ? "counts" : "count"} can’t be proved: no told entry of the ledger recorded ${this.unrecorded === 1 ? "it" : "them"}.`,
      );
    }
    if (this.withheldNotes > 0) {
      this.notes.remark(
        `${counted(this.withheldNotes, "note")} on secret sources ${this.withheldNotes === 1 ? "is" : "are"} known by the salted hash only.`,
      );
    }
    return {
      findings: [
        this.anchors.close(
          `${counted(this.anchorCount, "place")} of claims and ${counted(this.factCount, "fact")}: the version’s text there is the quote`,
        ),
        this.notes.close(
          `${counted(this.noteCount, "source note")} ${this.noteCount === 1 ? "hashes" : "hash"} to what sign-offs cover`,
        ),
        this.signOffs.close(
          `${counted(this.standing, "sign-off")}: the claim, its verdict and its notes are what was signed`,
        ),
      ],
      quotes: this.quotes,
      withheldNotes: this.withheldNotes,
      withheldContacts: this.withheldContacts,
    };
  }

  private takeAnchors(file: string, claim: number, fields: Fields): void {
    for (const anchor of fields.list("anchors")) {
      const [start, end] = [anchor.count("start"), anchor.count("end")];
      const text = this.texts.get(anchor.count("version"));
      const [exact, prefix, suffix] = [anchor.text("exact"), anchor.text("prefix"), anchor.text("suffix")];
      this.anchorCount++;
      const holds =
        text !== undefined &&
        text.slice(start, end) === exact &&
        text.slice(Math.max(0, start - prefix.length), start) === prefix &&
        text.slice(end, end + suffix.length) === suffix;
      if (!holds) {
        const says = `Claim ${claim}: version ${anchor.count("version")} does not say ${quoted(exact)} at offset ${start}.`;
        this.anchors.fault({ file, claim, offset: start }, says);
      }
    }
    for (const fact of fields.list("facts")) {
      this.factCount++;
      const start = fact.count("start");
      if (this.texts.get(fact.count("version"))?.slice(start, fact.count("end")) === fact.text("text")) continue;
      const says = `Claim ${claim}: version ${fact.count("version")} does not say ${quoted(fact.text("text"))} at offset ${start}.`;
      this.anchors.fault({ file, claim, offset: start }, says);
    }
  }

  /** Return the standing notes as sign-offs cover them. */
  private takeNotes(file: string, claim: number, fields: Fields): (SignedNote | WithheldNote)[] {
    return fields.list("notes").flatMap((note): (SignedNote | WithheldNote)[] => {
      const stands = note.textOrNull("removedAt") === null;
      const [id, hash] = [note.text("id"), note.text("hash")];
      if (note.has("withheld")) {
        this.withheldNotes++;
        return stands ? [{ id, hash }] : [];
      }
      const signed = signedNote(note);
      this.noteCount++;
      if (noteHash(signed, this.hash) !== hash) {
        this.notes.fault({ file, claim }, `Claim ${claim}: the source note ${id} is not what its hash stands for.`);
      }
      this.quotes.set(id, { file, claim, quote: signed.quote });
      return stands ? [signed] : [];
    });
  }

  private takeSignOffs(
    file: string,
    claim: number,
    fields: Fields,
    notes: readonly (SignedNote | WithheldNote)[],
  ): void {
    for (const signOff of fields.list("signOffs")) {
      const [id, hash] = [signOff.text("id"), signOff.text("hash")];
      const recorded = this.ledger.signOffs.get(id);
      if (recorded !== undefined && recorded !== hash) {
        this.signOffs.fault(
          { file, claim },
          `Claim ${claim}: the ledger recorded another hash for the sign-off ${id}.`,
        );
        continue;
      }
      if (signOff.textOrNull("voidedAt") !== null) {
        if (recorded === undefined) this.unrecorded++;
        else this.voided++;
        continue;
      }
      const format = signOff.count("format");
      if (format === 1 && notes.some((note) => "hash" in note)) {
        this.unprovable++;
        continue;
      }
      this.standing++;
      if (signedHash(content(fields, signOff, notes), this.hash, format) === hash) continue;
      this.signOffs.fault(
        { file, claim },
        `Claim ${claim}: what stands there is not what ${signOff.object("by").text("name")} signed off.`,
      );
    }
  }
}

function content(claim: Fields, signOff: Fields, notes: readonly (SignedNote | WithheldNote)[]) {
  const version = signOff.count("version");
  const anchor = claim.list("anchors").find((one) => one.count("version") === version);
  const speaker = {
    speakerName: claim.text("speakerName"),
    speakerTitle: claim.text("speakerTitle"),
    viaName: claim.text("viaName"),
  };
  return {
    wording: claim.text("wording"),
    anchored: anchor?.text("exact") ?? "",
    speaker: signedSpeaker(speaker),
    verdict: claim.textOrNull("verdict") ?? "",
    explanation: claim.text("explanation"),
    authorsWordReason: claim.text("authorsWordReason"),
    notes,
  };
}

function signedNote(note: Fields): SignedNote {
  return {
    id: note.text("id"),
    sourceId: note.text("sourceId"),
    stance: note.text("stance"),
    quote: note.text("quote"),
    locator: note.text("locator"),
    note: note.text("note"),
    consultedOn: note.text("consultedOn"),
    salt: note.text("salt"),
  };
}

/** Show the beginning of a quote in a sentence. */
export function quoted(words: string): string {
  return `“${words.length > 60 ? `${words.slice(0, 60)}…` : words}”`;
}
