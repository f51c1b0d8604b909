import { z } from "zod";
import type { LedgerEntry } from "@/lib/core/ledger/chain";
import { KNOWN_SOURCE, nameWithin } from "@/lib/core/policy/secrecy";
import { ruleWords } from "@/lib/core/workflow/sourcing-rule";
import { commandLabel, type Sentence, sourceName } from "./sentence";

const text = z.string().catch("");
/** The parts of an entry's data that its sentence uses. Old entries may lack them, and nothing here may fail. */
const told = z.object({
  name: text,
  email: text,
  role: text,
  newsroom: text,
  keyId: text,
  reason: text,
  before: z.unknown().optional(),
  after: z.unknown().optional(),
  changed: z.number().catch(0),
  source: z.object({ title: text }).catch({ title: "" }),
  same: z.boolean().catch(false),
  why: text,
  sources: z.number().catch(0),
});
type Told = z.output<typeof told>;

const sourcingRule = z.object({ primary: z.number().nullable(), independent: z.number().nullable() });
const quoted = (value: unknown): string => `“${typeof value === "string" ? value : ""}”`;
const size = (value: unknown): number => (Array.isArray(value) ? value.length : Object.keys(record(value)).length);
const counted = (count: number, one: string): string => `${count.toLocaleString("en")} ${one}${count === 1 ? "" : "s"}`;
const record = (value: unknown) => z.record(z.string(), z.unknown()).catch({}).parse(value);
const field = (value: unknown, name: string): string => text.parse(record(value)[name]);
const names = (value: unknown): string => `the ${Object.keys(record(value)).join(", ")}`;
const withArticle = (role: string): string => (/^[aeio]/.test(role) ? `an ${role}` : `a ${role}`);

/** Who may know a source now, without its name. */
function secrecyWords(before: string, after: string): string {
  if (after === "secret") return "made a source secret";
  const whom = after === "internal" ? "to the newsroom only" : "to everybody";
  return before === "secret" ? `made a secret source known ${whom}` : `made a source known ${whom}`;
}

/** What was done in the newsroom: "[somebody] [words]." */
const WORDS: Readonly<Record<string, (data: Told) => string>> = {
  "newsroom.create": ({ name }) => `created the newsroom ${quoted(name)}`,
  "newsroom.setUp": ({ newsroom }) => `set up the newsroom ${quoted(newsroom)}`,
  "newsroom.rename": ({ before, after }) => `renamed the newsroom from ${quoted(before)} to ${quoted(after)}`,
  "newsroom.changeScale": ({ after }) => `changed the verdict scale; it has ${counted(size(after), "verdict")} now`,
  "newsroom.changeFourEyes": ({ after }) => `turned the four-eyes rule ${after === true ? "on" : "off"}`,
  "newsroom.changeReworded": ({ after }) =>
    after === true
      ? "let a sign-off stay when a new version only rewords the claim"
      : "let a sign-off fall when a new version changes any word of the claim",
  "newsroom.changeSourcingRule": ({ after }) => {
    const rule = sourcingRule.safeParse(after).data;
    return rule ? `let a sign-off ask for ${ruleWords(rule)}` : "let a sign-off ask nothing of the sources";
  },
  "newsroom.changePublishing": () => "changed what published reports say of the newsroom and how verdicts are rated",
  "export.request": ({ name, after }) =>
    `had a ${field(after, "format").toUpperCase()} made of the report on ${quoted(name)}`,
  "newsroom.changeWeights": ({ after, changed }) =>
    size(after) === 0
      ? `set what is worth checking back to the model; ${counted(changed, "score")} changed`
      : `turned ${counted(size(after), "weight")} of what is worth checking; ${counted(changed, "score")} changed`,
  "member.add": ({ name, role }) => `added ${name} as ${withArticle(role)}`,
  "member.invite": ({ email, role }) => `invited ${email || "somebody"} as ${withArticle(role)}`,
  "member.revokeInvitation": () => "took an invitation back",
  "member.join": ({ name, role }) => `let ${name} in as ${withArticle(role)}, by an invitation`,
  "member.changeRole": ({ name, before, after }) =>
    `changed ${name} from ${field(before, "role")} to ${field(after, "role")}`,
  "member.remove": ({ name }) => `removed ${name} from the newsroom`,
  "person.changeName": ({ before, after }) => `changed their name from ${quoted(before)} to ${quoted(after)}`,
  "person.changePassword": () => "changed their password",
  "person.setPassword": ({ email }) => `gave ${email} a new password`,
  "person.signOutEverywhere": () => "signed out on every device",
  "signingKey.make": ({ keyId }) => `made the newsroom’s signing key, ${keyId.slice(0, 8)}`,
  "signingKey.rotate": ({ keyId, reason }) =>
    `put a new signing key, ${keyId.slice(0, 8)}, in the place of the old one (“${reason}”)`,
  "token.create": ({ name }) => `made a token for ${quoted(name)} to read with`,
  "token.revoke": ({ name }) => `revoked the token of ${quoted(name)}`,
  "source.add": ({ after }) => {
    const title = field(after, "title");
    return title === KNOWN_SOURCE ? `added ${nameWithin(title)}` : `added the source ${quoted(title)}`;
  },
  "source.change": ({ after }) => `changed ${names(after)} of a source`,
  "source.setConfidentiality": ({ before, after }) =>
    secrecyWords(field(before, "confidentiality"), field(after, "confidentiality")),
  "snapshot.request": ({ source }) => `asked for a copy of ${sourceName(source.title)}`,
  "snapshot.store": ({ source, same }) =>
    same ? `found ${sourceName(source.title)} as it was` : `stored a copy of ${sourceName(source.title)}`,
  "snapshot.fail": ({ source, why }) => `could not fetch ${sourceName(source.title)}${why === "" ? "" : `: “${why}”`}`,
  "snapshot.upload": ({ source, name }) => `uploaded ${quoted(name)} to ${sourceName(source.title)}`,
  "snapshot.recheck": ({ sources }) => `looked at ${counted(sources, "source")} again`,
};

/** Say what an entry of the newsroom's own chain did, without the name of who did it. */
export function newsroomSentence({ command, data }: Pick<LedgerEntry, "command" | "data">): Sentence {
  const known = told.safeParse(data).data ?? told.parse({});
  const words = WORDS[command]?.(known) ?? `ran “${commandLabel(command)}”`;
  return { before: /[.!?]”$/.test(words) ? words : `${words}.`, claim: null, after: "" };
}
