import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { contentHash } from "@/lib/claims/claim-record";
import { acceptClaim, addSourceNote } from "@/lib/claims/commands";
import { loadRereading } from "@/lib/claims/queries";
import { addContact } from "@/lib/contacts/commands";
import { POLICY, ROLES, type Role } from "@/lib/core/policy/policy";
import { SCALE_PRESETS } from "@/lib/core/workflow/verdict-scale";
import { dismissFacts } from "@/lib/coverage/commands";
import { loadCoverage } from "@/lib/coverage/queries";
import { markReady } from "@/lib/guard/commands";
import { createObjection } from "@/lib/objections/store";
import { makeSigningKey } from "@/lib/packages/commands";
import { createInvitation, findMembership, requireNewsroom, updateUser } from "@/lib/people/store";
import type { Actor } from "@/lib/platform/actor";
import { type Command, execute } from "@/lib/platform/command";
import { hashPassword } from "@/lib/platform/password";
import { newId, sha256 } from "@/lib/platform/random";
import { publishReport } from "@/lib/publications/commands";
import { loadPublications } from "@/lib/publications/queries";
import { reviseArticle } from "@/lib/revisions/commands";
import { uploadFile } from "@/lib/snapshots/commands";
import { loadLooks } from "@/lib/snapshots/queries";
import { createToken as keepToken } from "@/lib/tokens/store";
import {
  type BuiltArticle,
  buildArticle,
  buildClaim,
  buildClaimInReview,
  buildMember,
  buildNewsroom,
  buildNote,
  buildSource,
  buildVerifiedClaim,
} from "@/seeds/builders";
import { testDatabase } from "../support/database";

const database = testDatabase();
const ROOT = path.resolve(__dirname, "../..");

// ---------------------------------------------------------------- every command there is

const nouns = readdirSync(path.join(ROOT, "lib")).filter((noun) =>
  readdirSync(path.join(ROOT, "lib", noun)).includes("commands.ts"),
);

function isCommand(exported: unknown): exported is Command {
  return typeof exported === "object" && exported !== null && "type" in exported && exported.type === "command";
}

const commands: readonly Command[] = nouns.flatMap((noun) =>
  Object.values<unknown>(jest.requireActual(`@/lib/${noun}/commands`)).filter(isCommand),
);

// ---------------------------------------------------------------- the people

type Members = Readonly<Record<Role, Actor>>;
interface House {
  readonly newsroomId: string;
  readonly members: Members;
  /** Proposes what others sign. */
  readonly colleague: Actor;
}
let home: House;
let away: House;
const PASSWORD = "correct horse battery";

async function house(name: string, passwordHash: string): Promise<House> {
  const newsroomId = await buildNewsroom(database.db, { name });
  const of: Partial<Record<Role, Actor>> = {};
  for (const role of ROLES) {
    const actor = await buildMember(database.db, newsroomId, role);
    await updateUser(database.db, actor.userId, { passwordHash });
    of[role] = actor;
  }
  const { owner, admin, editor, reviewer, viewer } = of;
  if (!owner || !admin || !editor || !reviewer || !viewer) throw new Error("A role has no member.");
  const colleague = await buildMember(database.db, newsroomId, "editor", "A colleague");
  return { newsroomId, members: { owner, admin, editor, reviewer, viewer }, colleague };
}

beforeAll(async () => {
  const passwordHash = await hashPassword(PASSWORD);
  home = await house("Home", passwordHash);
  away = await house("Away", passwordHash);
});

// ---------------------------------------------------------------- an example of each command

const TEXT = "The bridge cost $3 million. It was built in 2016 by 40 workers.";
const WORDS = "The bridge cost $3 million.";
const BUILT = "It was built in 2016 by 40 workers.";
const NOTE = { stance: "supports", quote: "q", locator: "p. 1", note: "n", consultedOn: "2017-03-23" };

const CONTACT = { person: "Ana Torres", channel: "phone", askedOn: "2017-03-20" } as const;

/** Makes what the command needs in the home newsroom and returns an input that its policy's roles may send. */
type Example = (me: Actor) => Promise<object>;

const article = (): Promise<BuiltArticle> => buildArticle(database.db, home.colleague, TEXT);
const claim = async (state: "detected" | "open" | "in_check" | "dismissed") =>
  buildClaim(database.db, home.colleague, await article(), WORDS, { state });
const ofClaim =
  (state: "detected" | "open" | "in_check" | "dismissed", more: object = {}): Example =>
  async () => ({ claimId: (await claim(state)).id, rev: 1, ...more });
const contact = async (by: Actor) => {
  const outcome = await execute(addContact, by, { claimId: (await claim("open")).id, ...CONTACT });
  if (!outcome.ok) throw outcome.refusal;
  return outcome.output;
};
/** A contact that `me` logged, or a row of theirs where their role may not log any. */
const ownContact = async (me: Actor): Promise<string> => {
  const { contactId } = await contact(home.colleague);
  await database.db.contact.update({ where: { id: contactId }, data: { byId: me.userId } });
  return contactId;
};
const objection = async (by: Actor): Promise<string> => {
  const id = newId();
  const claimId = (await claim("open")).id;
  await createObjection(database.db, { id, claimId, words: "Too strong.", byId: by.userId, at: new Date() });
  return id;
};
const inReview = async (proposer: Actor) => buildClaimInReview(database.db, proposer, await article(), WORDS);
const newMember = async () => {
  const { userId } = await buildMember(database.db, home.newsroomId, "viewer", "Newcomer");
  const membership = await database.db.membership.findFirstOrThrow({ where: { userId } });
  return (await findMembership(database.db, home.newsroomId, membership.id)) ?? membership;
};
const newsroomRev = async () => (await requireNewsroom(database.db, home.newsroomId)).rev;
const bulk =
  (more: object = {}): Example =>
  async () => ({ selection: { ids: [(await claim("detected")).id] }, ...more });

const EXAMPLES: Readonly<Record<string, Example>> = {
  "article.import": async () => ({ title: "A bridge", text: TEXT }),
  "article.change": async () => ({ articleId: (await article()).id, rev: 1, title: "Another title" }),
  "article.revise": async () => {
    const { id, versionId } = await article();
    return { articleId: id, base: versionId, text: `${TEXT} It leaks.` };
  },
  "claim.glance": async (me) => {
    const one = await article();
    const built = await buildVerifiedClaim(database.db, { proposer: me, signer: home.colleague }, one, BUILT);
    const base = one.versionId;
    await execute(reviseArticle, home.colleague, { articleId: one.id, base, text: TEXT.replace("40", "forty") });
    return { claimId: built.id, rev: 2 };
  },
  "article.markReady": async () => {
    const { id: articleId, versionId } = await article();
    return { articleId, versionId };
  },
  "article.withdrawReady": async () => {
    const { id: articleId, versionId } = await article();
    const outcome = await execute(markReady, home.colleague, { articleId, versionId });
    return { articleId, markId: outcome.ok ? outcome.output.markId : "" };
  },
  "claim.mark": async () => {
    const { id, versionId } = await article();
    return { articleId: id, versionId, start: 0, end: 10 };
  },
  "claim.change": ofClaim("open", { wording: "Other words." }),
  "claim.respan": async () => {
    const { id, versionId } = await article();
    const built = await buildClaim(
      database.db,
      home.colleague,
      { id, versionId, text: TEXT, newsroomId: home.newsroomId },
      WORDS,
    );
    return { claimId: built.id, rev: 1, versionId, start: 0, end: 10 };
  },
  "claim.split": async () => {
    const built = await claim("open");
    return { claimId: built.id, rev: 1, versionId: built.place?.versionId, at: 11 };
  },
  "claim.merge": async () => {
    const one = await article();
    const first = await buildClaim(database.db, home.colleague, one, WORDS, { number: 1 });
    const second = await buildClaim(database.db, home.colleague, one, "It was built", { number: 2 });
    return { claimIds: [first.id, second.id] };
  },
  "claim.accept": ofClaim("detected"),
  "claim.dismiss": ofClaim("open", { reason: "trivial" }),
  "claim.startCheck": ofClaim("open"),
  "claim.assign": async () => ({ claimId: (await claim("open")).id, rev: 1, assigneeId: home.colleague.userId }),
  "claim.sendBack": async () => ({ claimId: (await inReview(home.colleague)).id, rev: 1, reason: "Why?" }),
  "claim.reopen": ofClaim("dismissed", { reason: "New figures." }),
  "claim.date": ofClaim("open", { asOf: "2027-01-02", expiresOn: "2027-03-03" }),
  "contact.add": async () => ({ claimId: (await claim("open")).id, ...CONTACT }),
  "contact.change": async () => ({ contactId: (await contact(home.colleague)).contactId, rev: 1, answer: "Yes." }),
  "contact.remove": async (me) => ({ contactId: await ownContact(me), rev: 1 }),
  "objection.raise": async () => ({ claimId: (await claim("open")).id, words: "It did not cost that." }),
  "objection.decide": async () => ({
    objectionId: await objection(home.colleague),
    decision: "stet",
    reason: "The budget says so.",
  }),
  "objection.withdraw": async (me) => ({ objectionId: await objection(me) }),
  "claim.bulkAccept": bulk(),
  "claim.bulkDismiss": bulk({ reason: "trivial" }),
  "claim.bulkAssign": async (me) => ({ ...(await bulk()(me)), assigneeId: home.colleague.userId }),
  "fact.dismiss": async () => {
    const { id, versionId } = await article();
    return { articleId: id, versionId, facts: [{ start: 16, end: 26 }], reason: "common_knowledge" };
  },
  "fact.restore": async () => {
    const { id, versionId } = await article();
    const facts = [{ start: 16, end: 26 }];
    await execute(dismissFacts, home.colleague, { articleId: id, versionId, facts, reason: "elsewhere" });
    const [dismissed] = (await loadCoverage(home.colleague, id)).dismissed;
    return { articleId: id, ids: [dismissed?.id] };
  },
  "claim.undo": async () => {
    const { id, articleId } = await claim("detected");
    await execute(acceptClaim, home.colleague, { claimId: id, rev: 1 });
    return { articleId, seq: 1 };
  },
  "claim.takeReading": async () => {
    const { id: articleId } = await article();
    const { suggestions } = await loadRereading(home.colleague, articleId);
    return { articleId, suggestions: suggestions.map(({ key }) => key) };
  },
  "fact.tick": async () => {
    const one = await article();
    const fact = {
      id: newId(),
      versionId: one.versionId,
      type: "money" as const,
      start: 16,
      end: 26,
      text: "$3 million",
    };
    const plain = { name: "", title: "", value: null, tickedById: null, tickedAt: null };
    const built = await buildClaim(database.db, home.colleague, one, WORDS, { facts: [{ ...fact, ...plain }] });
    return { claimId: built.id, factId: fact.id, ticked: true };
  },
  "verdict.propose": async () => {
    const built = await claim("in_check");
    await buildNote(database.db, home.colleague, built.id);
    return { claimId: built.id, rev: 1, verdict: "confirmed", explanation: "Fits." };
  },
  "signoff.give": async () => {
    const built = await inReview(home.colleague);
    return { claimId: built.id, rev: 1, contentHash: contentHash(built) };
  },
  "signoff.override": async (me) => {
    const built = await inReview(me);
    return { claimId: built.id, rev: 1, contentHash: contentHash(built), reason: "Deadline." };
  },
  "note.add": async () => ({ claimId: (await claim("open")).id, ...NOTE, sourceTitle: "Budget" }),
  "note.edit": async (me) => {
    const note = await buildNote(database.db, me, (await claim("in_check")).id);
    return { noteId: note.id, rev: 1, ...NOTE, note: "Other words." };
  },
  "note.remove": async (me) => {
    const note = await buildNote(database.db, me, (await claim("in_check")).id);
    return { noteId: note.id, rev: 1 };
  },
  "source.add": async () => ({ title: `Source ${newId()}`, medium: "document", kind: "primary" }),
  "source.change": async () => ({
    sourceId: await buildSource(database.db, home.colleague),
    rev: 1,
    title: "Another title",
    medium: "document",
    kind: "primary",
  }),
  "source.setConfidentiality": async () => ({
    sourceId: await buildSource(database.db, home.colleague),
    rev: 1,
    confidentiality: "internal",
  }),
  "snapshot.request": async () => ({
    sourceId: await buildSource(database.db, home.colleague, { url: "https://paper.example/bridge" }),
  }),
  "snapshot.upload": async () => ({
    sourceId: await buildSource(database.db, home.colleague),
    file: new File([`Accounts of ${newId()}`], "accounts.txt"),
  }),
  "quote.look": async () => {
    const sourceId = await buildSource(database.db, home.colleague);
    const file = new File([`The bridge cost $5 million, says ${newId()}.`], "accounts.txt");
    await execute(uploadFile, home.colleague, { sourceId, file });
    const { id: claimId } = await claim("in_check");
    const quote = "The bridge cost $3 million";
    const added = await execute(addSourceNote, home.colleague, { ...NOTE, claimId, sourceId, quote });
    const [look] = await loadLooks(home.colleague);
    return { noteId: added.ok ? added.output.noteId : "", snapshotId: look?.snapshotId };
  },
  "member.invite": async () => ({ role: "viewer", email: "" }),
  "member.revokeInvitation": async () => {
    const id = newId();
    const token = { tokenHash: sha256(id), createdById: home.colleague.userId, createdAt: new Date() };
    const plain = { id, newsroomId: home.newsroomId, role: "viewer" as const, email: null };
    await createInvitation(database.db, { ...plain, ...token, expiresAt: new Date(Date.now() + 86_400_000) });
    return { invitationId: id };
  },
  "member.changeRole": async () => {
    const { id, rev } = await newMember();
    return { membershipId: id, rev, role: "reviewer" };
  },
  "member.remove": async () => {
    const { id, rev } = await newMember();
    return { membershipId: id, rev };
  },
  "newsroom.changeScale": async () => ({ rev: await newsroomRev(), scale: SCALE_PRESETS.magazine }),
  "newsroom.changeFourEyes": async () => ({ rev: await newsroomRev(), fourEyes: true }),
  "newsroom.changeReworded": async () => ({ rev: await newsroomRev(), rewordedKeepsSignOff: true }),
  "newsroom.changeSourcingRule": async () => ({ rev: await newsroomRev(), primary: 1, independent: 2 }),
  "export.request": async () => ({ articleId: (await article()).id, format: "pdf" }),
  "newsroom.changePublishing": async () => ({ rev: await newsroomRev(), best: 5, worst: 1 }),
  "newsroom.changeWeights": async () => ({ rev: await newsroomRev(), feature: ["money"], weight: [2] }),
  "newsroom.rename": async () => ({ rev: await newsroomRev(), name: "Home again" }),
  "report.publish": async () => ({ articleId: (await article()).id, indexable: true }),
  "report.correct": async () => {
    const { id: articleId, versionId } = await article();
    const outcome = await execute(publishReport, home.colleague, { articleId });
    const { publicationId } = outcome.ok ? outcome.output : { publicationId: "" };
    const base = versionId;
    await execute(reviseArticle, home.colleague, { articleId, base, text: `${TEXT} It leaks.` });
    const { current } = await loadPublications(home.colleague, articleId);
    const key = current?.changes.map((change) => change.key) ?? [];
    return { publicationId, edition: 1, key, why: key.map(() => "It leaks.") };
  },
  "report.withdraw": async () => {
    const outcome = await execute(publishReport, home.colleague, { articleId: (await article()).id });
    return { publicationId: outcome.ok ? outcome.output.publicationId : "", reason: "Legal advice." };
  },
  "signingKey.make": async () => {
    const { newsroomId } = home;
    await database.db.signingKey.updateMany({ where: { newsroomId }, data: { retiredAt: new Date() } });
    return {};
  },
  "signingKey.rotate": async () => {
    const outcome = await execute(makeSigningKey, home.colleague, {});
    return { keyId: outcome.ok ? outcome.output.keyId : "", reason: "The old server was sold." };
  },
  "token.create": async () => ({ name: "Publishing system" }),
  "token.revoke": async () => {
    const id = newId();
    const token = { tokenHash: sha256(id), createdById: home.colleague.userId, createdAt: new Date() };
    await keepToken(database.db, { id, newsroomId: home.newsroomId, name: "Publishing system", ...token });
    return { tokenId: id };
  },
  "person.changeName": async (me) => ({ name: me.name }),
  "person.changePassword": async () => ({ current: PASSWORD, next: PASSWORD }),
  "person.signOutEverywhere": async () => ({}),
};

/** Commands that name nothing of a newsroom: from another one they act there, or on oneself. */
const ON_ONES_OWN: ReadonlySet<string> = new Set([
  "article.import",
  "source.add",
  "member.invite",
  "token.create",
  "signingKey.make",
  "newsroom.changeScale",
  "newsroom.changeFourEyes",
  "newsroom.changeReworded",
  "newsroom.changeSourcingRule",
  "newsroom.changePublishing",
  "newsroom.changeWeights",
  "newsroom.rename",
  "person.changeName",
  "person.changePassword",
  "person.signOutEverywhere",
]);
/** Commands on a selection: what is not the actor's is silently not in it. */
const ON_A_SELECTION: ReadonlySet<string> = new Set(["claim.bulkAccept", "claim.bulkDismiss", "claim.bulkAssign"]);

// ---------------------------------------------------------------- what is written

const OF_CLAIM = `"claimId" IN (SELECT "id" FROM "Claim" WHERE "newsroomId" = $1)`;
const OF_NEWSROOM = `"newsroomId" = $1`;
/** Which rows of each table belong to a newsroom. */
const OF_PUBLICATION = `"publicationId" IN (SELECT "id" FROM "Publication" WHERE ${OF_NEWSROOM})`;
const BELONGS: Readonly<Record<string, string>> = {
  Newsroom: `"id" = $1`,
  User: `"id" IN (SELECT "userId" FROM "Membership" WHERE "newsroomId" = $1)`,
  Membership: OF_NEWSROOM,
  Invitation: OF_NEWSROOM,
  SignInAttempt: "false",
  SetupCode: "false",
  Article: OF_NEWSROOM,
  ArticleVersion: `"articleId" IN (SELECT "id" FROM "Article" WHERE "newsroomId" = $1)`,
  ReadyMark: `"articleId" IN (SELECT "id" FROM "Article" WHERE "newsroomId" = $1)`,
  ApiToken: OF_NEWSROOM,
  Claim: OF_NEWSROOM,
  Anchor: OF_CLAIM,
  Fate: OF_CLAIM,
  VersionFacts: `"versionId" IN (SELECT v."id" FROM "ArticleVersion" v JOIN "Article" a ON a."id" = v."articleId"
    WHERE a."newsroomId" = $1)`,
  DismissedFact: `"versionId" IN (SELECT v."id" FROM "ArticleVersion" v JOIN "Article" a ON a."id" = v."articleId"
    WHERE a."newsroomId" = $1)`,
  Fact: OF_CLAIM,
  Source: OF_NEWSROOM,
  SourceNote: OF_CLAIM,
  SourceNoteRevision: `"noteId" IN (SELECT "id" FROM "SourceNote" WHERE ${OF_CLAIM})`,
  SignOff: OF_CLAIM,
  Contact: OF_CLAIM,
  Objection: OF_CLAIM,
  Blob: OF_NEWSROOM,
  Snapshot: OF_NEWSROOM,
  QuotePlace: `"snapshotId" IN (SELECT "id" FROM "Snapshot" WHERE ${OF_NEWSROOM})`,
  SigningKey: OF_NEWSROOM,
  Publication: OF_NEWSROOM,
  Edition: OF_PUBLICATION,
  Correction: OF_PUBLICATION,
  Export: OF_NEWSROOM,
  LedgerEntry: OF_NEWSROOM,
  LedgerHead: `"chain" = 'newsroom:' || $1 OR "chain" IN (SELECT 'article:' || "id" FROM "Article" WHERE "newsroomId" = $1)`,
};
const TABLES = [...readFileSync(path.join(ROOT, "prisma/schema.prisma"), "utf8").matchAll(/^model (\w+)/gm)].map(
  ([, name = ""]) => name,
);

/** A fingerprint of every row of every table, or of those of one newsroom. */
async function fingerprint(newsroomId?: string): Promise<string> {
  const parts = TABLES.map((table) => {
    const where = newsroomId === undefined ? "$1::text IS NULL" : `(${BELONGS[table]})`;
    return `SELECT '${table}' || count(*) || md5(coalesce(string_agg(t::text, '|' ORDER BY t::text), '')) AS "print"
      FROM "${table}" t WHERE ${where}`;
  });
  const rows = await database.db.$queryRawUnsafe<{ print: string }[]>(parts.join(" UNION ALL "), newsroomId ?? null);
  return rows.map(({ print }) => print).join("\n");
}

const entriesOf = (command: Command, actor: Actor) =>
  database.db.ledgerEntry.count({ where: { command: command.name, actorId: actor.userId } });

// ---------------------------------------------------------------- the matrix

test("every command has an example, and every table a place in the fingerprint", () => {
  expect(commands.length).toBeGreaterThan(30);
  expect(commands.map(({ name }) => name).sort()).toEqual(Object.keys(EXAMPLES).sort());
  expect(TABLES.filter((table) => BELONGS[table] === undefined)).toEqual([]);
});

describe.each(commands.map((command) => [command.name, command] as const))("%s", (name, command) => {
  const example = (me: Actor): Promise<object> =>
    EXAMPLES[name]?.(me) ?? Promise.reject(new Error(`No example of ${name}.`));
  const allowed: readonly Role[] = POLICY[command.action].roles;

  test.each(ROLES)("as %s of the newsroom: as the policy says", async (role) => {
    const me = home.members[role];
    const input = await example(me);
    const [before, entries] = [await fingerprint(), await entriesOf(command, me)];
    const outcome = await execute(command, me, input);
    if (allowed.includes(role)) {
      expect(outcome).toMatchObject({ ok: true });
      expect(await entriesOf(command, me)).toBe(entries + 1);
    } else {
      expect(outcome).toMatchObject({ ok: false, refusal: { code: "forbidden" } });
      expect(await fingerprint()).toBe(before);
    }
  });

  test.each(ROLES)("as %s of another newsroom: nothing of this one is there, nor changes", async (role) => {
    const input = await example(home.members[role]);
    const [all, ours] = [await fingerprint(), await fingerprint(home.newsroomId)];
    const outcome = await execute(command, away.members[role], input);
    expect(await fingerprint(home.newsroomId)).toBe(ours);
    if (ON_ONES_OWN.has(name) && allowed.includes(role)) return;
    if (ON_A_SELECTION.has(name) && allowed.includes(role)) {
      // The assignee of the example is a stranger there.
      if (name === "claim.bulkAssign") expect(outcome).toMatchObject({ ok: false, refusal: { code: "invalid" } });
      else expect(outcome).toEqual({ ok: true, output: expect.objectContaining({ changed: 0, skipped: {} }) });
    } else {
      expect(outcome).toMatchObject({
        ok: false,
        refusal: { code: allowed.includes(role) ? "not_found" : "forbidden" },
      });
    }
    expect(await fingerprint()).toBe(all);
  });

  test("without a session: refused, and nothing is written", async () => {
    const input = await example(home.members.owner);
    const before = await fingerprint();
    expect(await execute(command, null, input)).toMatchObject({ ok: false, refusal: { code: "signed_out" } });
    expect(await fingerprint()).toBe(before);
  });
});
