import { followable } from "./markup";
import { type Publishing, ratingFaults, ratingOf } from "./publishing";
import { type Report, type ReportClaim, type ReportSource, standing } from "./report";

/** Where reviews are to be read, beside what the report itself says. */
export interface ReviewPlaces {
  readonly publishing: Publishing;
  /** The address of a claim's public page; null while it has none. */
  readonly pageOf: (claim: ReportClaim) => string | null;
}

/** Return where the claims of a report have their public pages. */
export function pagesOf({ publicPage }: Pick<Report, "publicPage">): ReviewPlaces["pageOf"] {
  return ({ number }) => (publicPage === null ? null : `${publicPage}/${number}`);
}

/** Return the sources of a claim that anybody may know. */
export function citedSources({ sources }: Report, { notes }: ReportClaim): ReportSource[] {
  const used = new Set(notes.map(({ sourceId }) => sourceId));
  return sources.filter(
    ({ id, told, confidentiality }) => used.has(id) && told === "all" && confidentiality === "open",
  );
}

/** Where a finding is put right: in the settings, the article's details, the claim, or by publishing the report. */
export type FixPlace = "settings" | "article" | "claim" | "publication";

/** What speaks against publishing markup: an error forbids it, a warning costs reach or trust. */
export interface LintFinding {
  readonly level: "error" | "warning";
  readonly rule: string;
  readonly fix: FixPlace;
  /** What is wrong and which field of ours to change. */
  readonly sentence: string;
}

/** Google asks that claims stay under 75 characters, and shows no more. */
const LONGEST_CLAIM = 75;
/** Labels this long must begin with their meaning, or it is cut off. */
const LONG_LABEL = 30;
/** Addresses that only lead to others; Google does not follow them. */
const SHORTENERS = /^(?:bit\.ly|t\.co|tinyurl\.com|goo\.gl|ow\.ly|buff\.ly|is\.gd|lnkd\.in|fb\.me|trib\.al|dlvr\.it)$/;

const error = (rule: string, fix: FixPlace, sentence: string): LintFinding => ({ level: "error", rule, fix, sentence });
const warning = (rule: string, fix: FixPlace, sentence: string): LintFinding => ({
  level: "warning",
  rule,
  fix,
  sentence,
});

/** Check what all reviews of a report have in common: the newsroom, the ratings, the article, and that each has a page of its own. */
export function lintFeed(report: Report, { publishing, pageOf }: ReviewPlaces): LintFinding[] {
  const signed = report.claims.filter((claim) => standing(claim) === "signed");
  return [
    ...newsroomFindings(report, publishing),
    ...ratingFindings(report, publishing),
    ...articleFindings(report),
    ...sharedPages(signed, pageOf),
    ...(signed.length === 1
      ? [
          warning(
            "several-pages",
            "publication",
            "A site needs several pages with ClaimReview before search engines show any; this report has one claim to publish.",
          ),
        ]
      : []),
    ...(signed.length === 0
      ? [error("nothing-signed", "claim", "No claim is signed off, so there is nothing to publish as ClaimReview.")]
      : []),
  ];
}

/** Check what is to be said of one claim. */
export function lintReview(report: Report, claim: ReportClaim, places: ReviewPlaces): LintFinding[] {
  return [
    ...standingFindings(claim),
    ...wordingFindings(claim),
    ...verdictFindings(claim, places.publishing),
    ...speakerFindings(report, claim),
    ...pageFindings(claim, places),
    ...citationFindings(report, claim),
    ...dateFindings(report, claim),
  ];
}

function newsroomFindings({ newsroom }: Report, publishing: Publishing): LintFinding[] {
  const { url, logoUrl, correctionsUrl, contact } = publishing;
  const wrong = (name: string, value: string) =>
    value !== "" && followable(value) === null
      ? [error("address", "settings", `The ${name} in Settings, Publishing is not a web address: ${value}`)]
      : [];
  return [
    ...wrong("newsroom’s address", url),
    ...wrong("logo’s address", logoUrl),
    ...wrong("address of the corrections policy", correctionsUrl),
    ...(newsroom.name.trim() === "" && url === ""
      ? [
          error(
            "author",
            "settings",
            "Nobody is named as the author: give the newsroom a name or an address in the settings.",
          ),
        ]
      : []),
    ...(url === ""
      ? [warning("author-url", "settings", "The newsroom has no address: give it in Settings, Publishing.")]
      : []),
    ...(logoUrl === ""
      ? [warning("author-logo", "settings", "The newsroom has no logo: give its address in Settings, Publishing.")]
      : []),
    ...(correctionsUrl === "" && contact === ""
      ? [
          warning(
            "corrections",
            "settings",
            "Fact-check pages need a corrections policy or a way to report errors: give one in Settings, Publishing.",
          ),
        ]
      : []),
  ];
}

function ratingFindings({ scale }: Report, publishing: Publishing): LintFinding[] {
  const { errors, warnings } = ratingFaults(scale, publishing);
  const where = "Change it in Settings, Publishing.";
  return [
    ...errors.map((sentence) => error("rating-range", "settings", `${sentence} ${where}`)),
    ...warnings.map((sentence) => warning("rating-order", "settings", `${sentence} ${where}`)),
  ];
}

function articleFindings({ article }: Report): LintFinding[] {
  const { url, publishedOn } = article;
  const href = followable(url);
  if (url === "") {
    return [
      warning(
        "first-appearance",
        "article",
        "Where the claims first appeared can’t be told: give the article’s address in its details.",
      ),
      ...undated(publishedOn),
    ];
  }
  if (href === null) {
    return [
      error("first-appearance", "article", `The article’s address in its details is not a web address: ${url}`),
      ...undated(publishedOn),
    ];
  }
  const isShort = SHORTENERS.test(new URL(href).hostname.replace(/^www\./, ""));
  return [
    ...(isShort
      ? [
          warning(
            "short-link",
            "article",
            "The article’s address is a short link, which search engines don’t follow: give the full one in its details.",
          ),
        ]
      : []),
    ...undated(publishedOn),
  ];
}

function undated(publishedOn: string | null): LintFinding[] {
  return publishedOn === null
    ? [
        warning(
          "claim-date",
          "article",
          "When the claims were made can’t be told: give the article’s date in its details.",
        ),
      ]
    : [];
}

function sharedPages(claims: readonly ReportClaim[], pageOf: ReviewPlaces["pageOf"]): LintFinding[] {
  const pages = new Map<string, number[]>();
  for (const claim of claims) {
    const page = pageOf(claim);
    if (page !== null) pages.set(page, [...(pages.get(page) ?? []), claim.number]);
  }
  return [...pages].flatMap(([page, numbers]) =>
    numbers.length < 2
      ? []
      : [
          error(
            "one-per-page",
            "publication",
            `A page may hold one ClaimReview, but claims ${numbers.join(", ")} share ${page}.`,
          ),
        ],
  );
}

function standingFindings(claim: ReportClaim): LintFinding[] {
  return standing(claim) === "signed"
    ? []
    : [error("signed", "claim", "The claim is not signed off, so its verdict may not be published.")];
}

function wordingFindings({ wording, verdict }: ReportClaim): LintFinding[] {
  const words = wording.trim();
  const length = [...words].length;
  const label = verdict?.label.trim() ?? "";
  return [
    ...(words === "" ? [error("claim-reviewed", "claim", "The claim has no wording.")] : []),
    ...(length >= LONGEST_CLAIM
      ? [
          warning(
            "claim-length",
            "claim",
            `The claim’s wording has ${length} characters; search engines ask for fewer than ${LONGEST_CLAIM}.`,
          ),
        ]
      : []),
    ...ratingInWords(words, label),
  ];
}

/** A verdict as a heading or a tail of the claim is an error; the same word within it may be what was said ("a tax cut"). */
function ratingInWords(words: string, label: string): LintFinding[] {
  if (label === "") return [];
  const escaped = label.replace(/[.*+?^${}()|[\]\\]/g, "\\$&");
  const apart = new RegExp(`^\\W*${escaped}\\s*[:–—-]|[:–—(-]\\s*${escaped}\\W*$|^${escaped}$`, "iu");
  const within = new RegExp(`(?<![\\p{L}\\p{N}])${escaped}(?![\\p{L}\\p{N}])`, "iu");
  const sentence = `The claim’s wording holds its own verdict, “${label}”: word it as it was said.`;
  if (apart.test(words)) return [error("claim-holds-rating", "claim", sentence)];
  return within.test(words) ? [warning("claim-holds-rating", "claim", sentence)] : [];
}

function verdictFindings({ verdict }: ReportClaim, publishing: Publishing): LintFinding[] {
  if (verdict === null || verdict.label.trim() === "") {
    return [error("rating-name", "claim", "The claim has no verdict that could be shown as its rating.")];
  }
  const { label, order, explanation, id } = verdict;
  return [
    ...(order === null
      ? [
          error(
            "rating-name",
            "claim",
            `The verdict “${label}” is no longer on the newsroom’s scale: propose another one.`,
          ),
        ]
      : []),
    ...(/^[\d\s.,/]+$/.test(label)
      ? [
          error(
            "rating-name",
            "settings",
            `The verdict’s label “${label}” is a number: readers need a word, such as “Mostly true”. Change it in Settings, Verdict scale.`,
          ),
        ]
      : []),
    ...(label.length > LONG_LABEL
      ? [
          warning(
            "rating-long",
            "settings",
            `The verdict’s label “${label}” is long: let it begin with its meaning (Settings, Verdict scale).`,
          ),
        ]
      : []),
    ...(explanation.trim() === ""
      ? [
          warning(
            "summary",
            "claim",
            "The verdict has no explanation, and the page must show a summary of the check: write one.",
          ),
        ]
      : []),
    ...(ratingOf(publishing, id) === null
      ? [
          warning(
            "no-rating",
            "settings",
            `The verdict “${label}” has no number, so only its word is published. Give it one in Settings, Publishing, if it says how true a claim is.`,
          ),
        ]
      : []),
  ];
}

function speakerFindings({ article }: Report, { speaker }: ReportClaim): LintFinding[] {
  if (speaker === null) {
    return article.publisher.trim() === ""
      ? [
          warning(
            "claim-author",
            "article",
            "Who made the claim can’t be told: give the claim’s speaker, or the publisher in the article’s details.",
          ),
        ]
      : [];
  }
  const { name, url } = speaker;
  if (name.trim() === "") {
    return [
      warning(
        "claim-author",
        "claim",
        "The claim’s speaker has a title but no name: without one, its author is left out.",
      ),
    ];
  }
  if (url === "") {
    return [
      warning(
        "author-same-as",
        "claim",
        `Nothing tells which ${name} is meant: give the speaker’s page, such as the one on Wikidata.`,
      ),
    ];
  }
  return followable(url) === null
    ? [error("author-same-as", "claim", `The speaker’s page is not a web address: ${url}`)]
    : [];
}

function pageFindings(claim: ReportClaim, { publishing, pageOf }: ReviewPlaces): LintFinding[] {
  const page = pageOf(claim);
  if (page === null) {
    return [error("url", "publication", "The claim has no public page: publish the report.")];
  }
  const href = followable(page);
  if (href === null) return [error("url", "publication", `The claim’s public page has no web address: ${page}`)];
  const host = new URL(href).hostname;
  const home = followable(publishing.url);
  if (SHORTENERS.test(host))
    return [error("short-link", "publication", "The page’s address is a short link; search engines don’t follow it.")];
  return home !== null && !isWithin(host, new URL(home).hostname)
    ? [
        warning(
          "url-domain",
          "settings",
          `The report is published on ${host}, which does not belong to the newsroom’s address in Settings, Publishing.`,
        ),
      ]
    : [];
}

/** Tell whether one host is the other or lies under it; "www." does not count. */
function isWithin(host: string, home: string): boolean {
  const bare = home.replace(/^www\./, "");
  return host === bare || host.endsWith(`.${bare}`);
}

function citationFindings(report: Report, claim: ReportClaim): LintFinding[] {
  const sources = citedSources(report, claim);
  if (sources.length === 0) {
    return [
      warning("citation", "claim", "The claim has no source that may be named: a reader can’t follow the check."),
    ];
  }
  const primary = sources.some(({ kind }) => ["primary", "official_record", "on_the_record"].includes(kind));
  return [
    ...(primary
      ? []
      : [warning("citation-primary", "claim", "The claim rests on no primary source: fact checks should cite some.")]),
    ...(sources.some(({ url }) => followable(url) !== null)
      ? []
      : [warning("citation-url", "claim", "None of the claim’s sources has an address that a reader could follow.")]),
  ];
}

function dateFindings({ article }: Report, claim: ReportClaim): LintFinding[] {
  const reviewed = claim.signOff?.at.slice(0, 10) ?? "";
  return article.publishedOn !== null && reviewed !== "" && article.publishedOn > reviewed
    ? [
        warning(
          "date-order",
          "article",
          `The article is dated ${article.publishedOn}, after the review of ${reviewed}: look at its date in the details.`,
        ),
      ]
    : [];
}

/** A finding, and the numbers of the claims it is about; none when it is about all of them. */
export interface GroupedFinding extends LintFinding {
  readonly claims: readonly { readonly id: string; readonly number: number }[];
}

/** Check a report's signed-off claims and what they have in common; findings in the same words come once, errors first. */
export function lintReport(report: Report, pageOf: ReviewPlaces["pageOf"] = pagesOf(report)): GroupedFinding[] {
  const places = { publishing: report.publishing, pageOf };
  const groups = new Map<string, GroupedFinding>();
  for (const finding of lintFeed(report, places)) groups.set(finding.sentence, { ...finding, claims: [] });
  for (const claim of report.claims.filter((one) => standing(one) === "signed")) {
    const about = { id: claim.id, number: claim.number };
    for (const finding of lintReview(report, claim, places)) {
      const group = groups.get(finding.sentence) ?? { ...finding, claims: [] };
      groups.set(finding.sentence, { ...group, claims: [...group.claims, about] });
    }
  }
  return [...groups.values()].sort((a, b) => Number(b.level === "error") - Number(a.level === "error"));
}
