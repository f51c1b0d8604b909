/** @jest-environment node */
import { newsroomSentence } from "@/app/(desk)/_ledger/newsroom-sentence";
import { commandLabel } from "@/app/(desk)/_ledger/sentence";
import type { Json } from "@/lib/core/ledger/canonical";
import * as people from "@/lib/people/commands";
import * as sources from "@/lib/sources/commands";
import * as tokens from "@/lib/tokens/commands";

const read = (command: string, data: Json) => `Ines Duarte ${newsroomSentence({ command, data }).before}`;

test.each<[string, Json, string]>([
  ["newsroom.rename", { before: "A", after: "B" }, "Ines Duarte renamed the newsroom from “A” to “B”."],
  ["newsroom.changeFourEyes", { before: true, after: false }, "Ines Duarte turned the four-eyes rule off."],
  [
    "newsroom.changeReworded",
    { before: true, after: false },
    "Ines Duarte let a sign-off fall when a new version changes any word of the claim.",
  ],
  [
    "newsroom.changeWeights",
    { before: {}, after: { money: 2, date: 0 }, changed: 1284, left: 0 },
    "Ines Duarte turned 2 weights of what is worth checking; 1,284 scores changed.",
  ],
  [
    "newsroom.changeWeights",
    { before: { money: 2 }, after: {}, changed: 1, left: 0 },
    "Ines Duarte set what is worth checking back to the model; 1 score changed.",
  ],
  ["newsroom.changeScale", { after: [{}, {}, {}] }, "Ines Duarte changed the verdict scale; it has 3 verdicts now."],
  ["member.invite", { role: "editor", email: null }, "Ines Duarte invited somebody as an editor."],
  [
    "member.changeRole",
    { name: "Tom Okafor", before: { role: "viewer" }, after: { role: "editor" } },
    "Ines Duarte changed Tom Okafor from viewer to editor.",
  ],
  [
    "signingKey.make",
    { keyId: "3f9a12cd77aa", publicKey: "x" },
    "Ines Duarte made the newsroom’s signing key, 3f9a12cd.",
  ],
  [
    "signingKey.rotate",
    { before: "0", keyId: "81c0ffee00", reason: "The old server was sold." },
    "Ines Duarte put a new signing key, 81c0ffee, in the place of the old one (“The old server was sold.”).",
  ],
  ["token.create", { name: "CMS" }, "Ines Duarte made a token for “CMS” to read with."],
  ["token.revoke", { name: "CMS" }, "Ines Duarte revoked the token of “CMS”."],
  ["source.add", { after: { title: "UN" } }, "Ines Duarte added the source “UN”."],
  ["source.change", { after: { title: "UN", url: "" } }, "Ines Duarte changed the title, url of a source."],
  [
    "source.setConfidentiality",
    { before: { confidentiality: "open" }, after: { confidentiality: "secret" } },
    "Ines Duarte made a source secret.",
  ],
  [
    "source.setConfidentiality",
    { before: { confidentiality: "secret" }, after: { confidentiality: "internal" } },
    "Ines Duarte made a secret source known to the newsroom only.",
  ],
  [
    "source.add",
    { after: { title: "A source known to the newsroom" } },
    "Ines Duarte added a source known to the newsroom.",
  ],
  [
    "newsroom.changeSourcingRule",
    { before: null, after: { primary: 1, independent: 2 } },
    "Ines Duarte let a sign-off ask for 1 primary source or 2 independent sources.",
  ],
  [
    "newsroom.changeSourcingRule",
    { before: { primary: 1, independent: 2 }, after: null },
    "Ines Duarte let a sign-off ask nothing of the sources.",
  ],
  [
    "newsroom.changePublishing",
    { before: {}, after: {} },
    "Ines Duarte changed what published reports say of the newsroom and how verdicts are rated.",
  ],
  [
    "export.request",
    { name: "Zones", after: { format: "pdf", options: "" } },
    "Ines Duarte had a PDF made of the report on “Zones”.",
  ],
  ["elsewhere.doThis", null, "Ines Duarte ran “elsewhere do this”."],
])("%s is told in a sentence", (command, data, sentence) => {
  expect(read(command, data)).toBe(sentence);
});

test("every command on people, settings and sources that leaves an entry has a sentence and a name of its own", () => {
  const silent = ["person.signIn", "newsroom.makeSetupCode", "token.use"];
  const names = [people, sources, tokens]
    .flatMap((noun) => Object.values<unknown>(noun))
    .flatMap((value) => (typeof value === "object" && value !== null && "name" in value ? [String(value.name)] : []));
  const plain = names.filter(
    (name) => !silent.includes(name) && read(name, {}).includes(`ran “${commandLabel(name)}”`),
  );
  expect(names.length).toBeGreaterThan(15);
  expect(plain).toEqual([]);
});
