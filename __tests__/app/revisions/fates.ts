import type { FateView, RevisionPreview } from "@/lib/revisions/schema";

/** Make the fate of a claim whose words stand at `start` of the older text, and at `now` of the newer one. */
export function fate(
  number: number,
  before: { readonly text: string; readonly words: string },
  after: { readonly text: string; readonly words: string } | null,
  more: Partial<FateView> = {},
): FateView {
  const place = ({ text, words }: { readonly text: string; readonly words: string }) => {
    const start = text.indexOf(words);
    return { start, end: start + words.length, exact: words };
  };
  return {
    claimId: `c${number}`,
    number,
    wording: before.words,
    outcome: after === null ? "lost" : after.words === before.words ? "exact" : "value-changed",
    before: place(before),
    after: after && place(after),
    changes: [],
    reason: "",
    state: "verified",
    next: "verified",
    signOff: "kept",
    assignee: null,
    ...more,
  };
}

/** Make the preview of fates, with what it counts. */
export function preview(fates: readonly FateView[], more: Partial<RevisionPreview> = {}): RevisionPreview {
  const of = (outcome: FateView["outcome"]) => fates.filter((one) => one.outcome === outcome).length;
  const signOff = (what: FateView["signOff"]) => fates.filter((one) => one.signOff === what).length;
  return {
    articleId: "a",
    base: { id: "v1", number: 1, words: 10 },
    words: 12,
    counts: {
      exact: of("exact"),
      moved: of("moved"),
      reworded: of("reworded"),
      "value-changed": of("value-changed"),
      ambiguous: of("ambiguous"),
      lost: of("lost"),
    },
    signOffs: { kept: signOff("kept"), glance: signOff("glance"), void: signOff("void") },
    fates,
    newClaims: [],
    ...more,
  };
}
