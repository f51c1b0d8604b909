import {
  AlignmentType,
  BorderStyle,
  CommentRangeEnd,
  CommentRangeStart,
  CommentReference,
  Document,
  ExternalHyperlink,
  Footer,
  HeadingLevel,
  type ICommentOptions,
  LevelFormat,
  LineRuleType,
  Packer,
  PageNumber,
  Paragraph,
  type ParagraphChild,
  Tab,
  Table,
  TableCell,
  TableRow,
  TextRun,
  WidthType,
} from "docx";
import {
  type ClaimLine,
  claimLabel,
  evidenceLines,
  leftLines,
  noteWords,
  saidLine,
  sourceLines,
  sourceTitle,
  verdictLines,
  vouchingLines,
} from "@/lib/core/report/claim-lines";
import { coverageInWords, coverageRows } from "@/lib/core/report/coverage";
import { markParagraphs } from "@/lib/core/report/marks";
import { followable, printable } from "@/lib/core/report/markup";
import { count } from "@/lib/core/report/method";
import { readyWords } from "@/lib/core/report/ready";
import { claimsOf, type Report, type ReportClaim, standing } from "@/lib/core/report/report";
import { dateInWords, dismissLabel, grouped, momentInWords, plain, STANDING_LABELS } from "@/lib/core/report/words";

/**
 * Write the report as a Word document: the article's text untouched, each claim a comment on exactly its words (overlapping ones
 * too), then what was checked and how, the claims in a table, the sources and the fingerprints.
 */
export function renderDocx(report: Report): Promise<Uint8Array> {
  const { article, newsroom, version } = report;
  const title = `Fact-check report: ${oneLine(article.title) || "untitled article"}`;
  return Packer.toBuffer(
    new Document({
      title,
      creator: printable(newsroom.name) || "Claimdesk",
      lastModifiedBy: "Claimdesk",
      description: `Version ${version.number}, as of ${momentInWords(report.asOf)}`,
      keywords: "fact-check",
      styles: STYLES,
      numbering: BULLETS,
      comments: { children: comments(report) },
      sections: [
        {
          properties: { page: { margin: { top: 1300, bottom: 1300, left: 1350, right: 1350 } } },
          footers: { default: foot(report) },
          children: [
            ...masthead(report),
            ...articleText(report),
            ...glance(report),
            ...method(report),
            ...claimTables(report),
            ...coverage(report),
            ...sources(report),
            ...people(report),
            ...corrections(report),
            ...fingerprint(report),
          ],
        },
      ],
    }),
  );
}

const STYLES = {
  default: {
    document: {
      run: { font: "Georgia", size: 22, language: { value: "en-GB" } },
      paragraph: { spacing: { after: 140, line: 290, lineRule: LineRuleType.AUTO } },
    },
    title: {
      run: { size: 44, bold: true, color: "161512" },
      paragraph: { spacing: { before: 200, after: 160, line: 250, lineRule: LineRuleType.AUTO } },
    },
    heading1: {
      run: { size: 28, bold: true, color: "161512" },
      paragraph: { spacing: { before: 480, after: 160 }, keepNext: true },
    },
    heading2: {
      run: { size: 23, bold: true, color: "161512" },
      paragraph: { spacing: { before: 320, after: 100 }, keepNext: true },
    },
    hyperlink: { run: { color: "161512", underline: {} } },
  },
} as const;

const BULLETS = {
  config: [
    {
      reference: "dots",
      levels: [
        {
          level: 0,
          format: LevelFormat.BULLET,
          text: "•",
          alignment: AlignmentType.LEFT,
          style: { paragraph: { indent: { left: 360, hanging: 260 } } },
        },
      ],
    },
  ],
};

// ---------------------------------------------------------------- the article

function masthead({ newsroom, article }: Report): Paragraph[] {
  const published = article.publishedOn === null ? "" : dateInWords(article.publishedOn);
  const line = [article.byline, article.publisher, published].filter((part) => part !== "").join(" · ");
  const rule = { style: BorderStyle.SINGLE, size: 12, color: "161512", space: 4 };
  return [
    new Paragraph({
      border: { bottom: rule },
      children: [words(`${newsroom.name} · Fact-check report`, { bold: true })],
    }),
    new Paragraph({
      heading: HeadingLevel.TITLE,
      bidirectional: isRightToLeft(article.language),
      children: [words(article.title || "Untitled article")],
    }),
    ...(line === "" ? [] : [new Paragraph({ children: [words(line, SOFT)] })]),
    ...(article.url === "" ? [] : [new Paragraph({ children: [link(article.url)] })]),
    new Paragraph({
      children: [
        words("The article as it was checked. Each claim is a comment on its words.", { ...SOFT, italics: true }),
      ],
    }),
  ];
}

/** The claims that stand in the text, in its order: the comments, whose numbers in the file are their places in this list. */
function placedClaims(report: Report): readonly ReportClaim[] {
  return report.claims.filter(({ place }) => place !== null && place.end > place.start);
}

function articleText(report: Report): Paragraph[] {
  const { text } = report.version;
  const paragraphs = markParagraphs(report);
  const ids = new Map(placedClaims(report).map(({ id }, at) => [id, at]));
  const last = new Map<string, number>();
  const runs = paragraphs.flatMap((paragraph) => paragraph.runs);
  for (const [at, { layers }] of runs.entries()) for (const { item } of layers) last.set(item.claim.id, at);
  const begun = new Set<string>();
  let at = 0;
  const rightToLeft = isRightToLeft(report.article.language);
  return paragraphs.map((paragraph) => {
    const children = paragraph.runs.flatMap((run): ParagraphChild[] => {
      const claims = run.layers.map(({ item }) => item.claim.id);
      const begins = claims.filter((id) => !begun.has(id));
      for (const id of begins) begun.add(id);
      const ends = claims.filter((id) => last.get(id) === at);
      at++;
      const number = (id: string) => ids.get(id) ?? 0;
      return [
        ...begins.map((id) => new CommentRangeStart(number(id))),
        words(text.slice(run.start, run.end), { rightToLeft }, printable),
        ...ends.flatMap((id) => [
          new CommentRangeEnd(number(id)),
          new TextRun({ children: [new CommentReference(number(id))] }),
        ]),
      ];
    });
    return new Paragraph({ bidirectional: rightToLeft, children });
  });
}

function isRightToLeft(language: string): boolean {
  return /^(?:ar|arc|ckb|dv|fa|he|ks|ps|sd|ug|ur|yi)\b/i.test(language);
}

// ---------------------------------------------------------------- comments

function comments(report: Report): ICommentOptions[] {
  const noteOf = noteWords(report);
  return placedClaims(report).map((claim, id) => comment(report, claim, { id, noteOf }));
}

type NoteWords = ReturnType<typeof noteWords>;

function comment(
  report: Report,
  claim: ReportClaim,
  { id, noteOf }: { readonly id: number; readonly noteOf: NoteWords },
): ICommentOptions {
  const stands = standing(claim) === "signed" ? claim.signOff : (claim.verdict?.proposed ?? null);
  const by =
    stands?.by.name ?? claim.dismissal?.by?.name ?? (claim.origin === "machine" ? "Claimdesk" : report.newsroom.name);
  const at = stands?.at ?? claim.dismissal?.at ?? report.asOf;
  return {
    id,
    author: oneLine(by) || "Claimdesk",
    initials: initialsOf(by),
    date: new Date(at),
    children: commentLines(report, claim, noteOf).map(
      ({ lead, text }) => new Paragraph({ children: boldAndPlain({ lead, text }) }),
    ),
  };
}

function commentLines(report: Report, claim: ReportClaim, noteOf: NoteWords): ClaimLine[] {
  const notes = claim.notes.map((note): ClaimLine => {
    const { stance, cited, title, quote, words, evidence, by } = noteOf(note);
    const said = [quote === "" ? "" : `“${quote}”`, words, ...evidence].filter((part) => part !== "").join(" ");
    return { lead: `${stance}:`, text: `${cited === null ? "" : `[${cited}] `}${title}. ${said} (${by})` };
  });
  const { reason = "", note = "" } = claim.dismissal ?? {};
  const why = standing(claim) === "dismissed" ? [{ lead: `${dismissLabel(reason)}.`, text: note }] : [];
  const checked = standing(claim) === "signed" || standing(claim) === "undecided";
  return [
    { lead: `Claim ${claim.number}: ${claimLabel(claim)}`, text: "" },
    { lead: "", text: claim.wording },
    { lead: "", text: saidLine(claim) },
    ...why,
    ...verdictLines(claim),
    ...notes,
    ...evidenceLines(claim),
    ...(checked ? vouchingLines(claim, report.version.number) : []),
  ];
}

function initialsOf(name: string): string {
  const initials = oneLine(name)
    .split(" ")
    .flatMap((part) => [...part].slice(0, 1));
  return initials.slice(0, 3).join("") || "C";
}

// ---------------------------------------------------------------- behind the article

function glance(report: Report): (Paragraph | Table)[] {
  const { figures, version, ready, ledger, asOf } = report;
  const broken = ledger.check.ok
    ? []
    : [line({ lead: `The ledger of this article is broken at entry ${ledger.check.seq}.`, text: ledger.check.reason })];
  const tally = figures.byVerdict
    .filter(({ signed, proposed }) => signed + proposed > 0)
    .map(({ label, signed, proposed }) => `${label}: ${signed}${proposed === 0 ? "" : ` (+${proposed} proposed)`}`);
  return [
    heading("Summary"),
    ...broken,
    ...leftLines(report).map(line),
    line({ lead: `${figures.signed} of ${count(figures.kept, "claim")} signed off.`, text: tally.join(" · ") }),
    bullet({ lead: "As of:", text: momentInWords(asOf) }),
    bullet({
      lead: "Text:",
      text: `version ${version.number}, ${count(version.words, "word")}, ${momentInWords(version.createdAt)}`,
    }),
    bullet({ lead: "Ready to publish:", text: readyWords(ready) }),
    bullet({
      lead: "Evidence:",
      text: `${count(figures.notes, "source note")} in ${count(figures.sources, "source")}; ${figures.factsTicked} of ${count(figures.facts, "fact")} ticked`,
    }),
  ];
}

function method({ method, scale }: Report): Paragraph[] {
  return [
    heading("What was checked, and how"),
    ...method.map((text) => bullet({ lead: "", text })),
    ...scale.map(({ label, meaning }) => bullet({ lead: `${label}:`, text: meaning })),
  ];
}

function claimTables(report: Report): (Paragraph | Table)[] {
  const kept = report.claims.filter((claim) => ["signed", "undecided"].includes(standing(claim)));
  const rows = kept.map((claim) => [String(claim.number), claim.wording, claimLabel(claim), signedBy(claim)]);
  const untouched = claimsOf(report, "untouched").map(({ number, wording }) => [String(number), wording]);
  const dismissed = claimsOf(report, "dismissed").map(({ number, wording, dismissal }) => {
    const { reason = "", note = "", by = null } = dismissal ?? {};
    return [
      String(number),
      wording,
      [`${dismissLabel(reason)}.`, note, by === null ? "" : `(${by.name})`].filter((part) => part !== "").join(" "),
    ];
  });
  return [
    ...(rows.length === 0
      ? []
      : [heading("The claims"), grid(["No.", "Claim", "Verdict", "Signed off"], rows, [8, 52, 20, 20])]),
    ...outOfText(report),
    ...(untouched.length === 0
      ? []
      : [heading(STANDING_LABELS.untouched), grid(["No.", "Passage"], untouched, [8, 92])]),
    ...(dismissed.length === 0
      ? []
      : [heading(STANDING_LABELS.dismissed), grid(["No.", "Passage", "Reason"], dismissed, [8, 52, 40])]),
  ];
}

/** A claim without a place can have no comment: what its comment would say is told here. */
function outOfText(report: Report): Paragraph[] {
  const gone = report.claims.filter(
    (claim) => (claim.place === null || claim.place.end <= claim.place.start) && claim.state !== "dismissed",
  );
  if (gone.length === 0) return [];
  const noteOf = noteWords(report);
  return [
    heading("Claims that are no longer in the text"),
    ...gone.flatMap((claim) => commentLines(report, claim, noteOf).map(line)),
  ];
}

function signedBy(claim: ReportClaim): string {
  const { signOff } = claim;
  return signOff && standing(claim) === "signed" ? `${signOff.by.name}, ${dateInWords(signOff.at)}` : "No";
}

function coverage({ coverage }: Report): (Paragraph | Table)[] {
  const rows = coverageRows(coverage).map(([label, facts, words]) => [label, String(facts), String(words)]);
  return [
    heading("Coverage"),
    line({ lead: "", text: `${coverageInWords(coverage.facts)}.` }),
    grid(["Facts and words of the text", "Facts", "Words"], rows, [70, 15, 15]),
  ];
}

function sources({ sources }: Report): Paragraph[] {
  if (sources.length === 0) return [];
  return [
    heading("Sources"),
    ...sources.map((source) => {
      const { origin, sort, copy } = sourceLines(source);
      return new Paragraph({
        indent: { left: 560, hanging: 560 },
        children: [
          words(`[${source.number}]`),
          new TextRun({ children: [new Tab()] }),
          words(sourceTitle(source), { italics: true }),
          words(`.${origin === "" ? "" : ` ${origin}.`} `),
          words(`${sort}. `, SOFT),
          ...(source.url === "" ? [] : [link(source.url)]),
          ...(copy === "" ? [] : [words(` ${copy}.`, SOFT)]),
        ],
        tabStops: [{ type: "left", position: 560 }],
      });
    }),
  ];
}

function people(report: Report): (Paragraph | Table)[] {
  if (report.people.length === 0) return [];
  const rows = report.people.map(({ person, notes, verdicts, signOffs }) => [
    person.name,
    String(notes),
    String(verdicts),
    String(signOffs),
  ]);
  return [
    heading("Who stands for it"),
    grid(["Name", "Source notes", "Verdicts proposed", "Sign-offs"], rows, [40, 20, 20, 20]),
  ];
}

function corrections({ corrections }: Report): Paragraph[] {
  if (corrections.length === 0) return [];
  const lines = corrections.map(({ claimNumber, field, before, after, why, by, at }) => {
    const what = claimNumber === null ? "The report" : `Claim ${claimNumber}`;
    const text = `${what}, ${plain(field)}: “${before}” became “${after}”. ${why} (${by.name})`;
    return bullet({ lead: `${momentInWords(at)}:`, text });
  });
  return [heading("Corrections"), ...lines];
}

function fingerprint({ article, version, ledger }: Report): Paragraph[] {
  const { check } = ledger;
  const found = check.ok
    ? `The chain of ${count(check.length, "entry").replace("entrys", "entries")} was recomputed from its beginning and is whole.`
    : `The chain is broken at entry ${check.seq}: ${check.reason}`;
  return [
    heading("Fingerprint"),
    line({ lead: `Text, version ${version.number}:`, text: grouped(version.sha256) }),
    line({ lead: `Ledger, entry ${ledger.seq}:`, text: grouped(ledger.hash) }),
    line({ lead: "", text: `${found} To verify it again: claimdesk ledger verify ${article.id}` }),
  ];
}

function foot({ ledger, asOf }: Report): Footer {
  const head = ledger.hash.slice(0, 16);
  return new Footer({
    children: [
      new Paragraph({
        children: [
          words(`Ledger entry ${ledger.seq} · ${head} · as of ${momentInWords(asOf)} · page `, {
            size: 16,
            color: "55524B",
          }),
          new TextRun({ children: [PageNumber.CURRENT, " / ", PageNumber.TOTAL_PAGES], size: 16, color: "55524B" }),
        ],
      }),
    ],
  });
}

// ---------------------------------------------------------------- pieces

const SOFT = { color: "55524B" } as const;

interface Look {
  readonly bold?: boolean;
  readonly italics?: boolean;
  readonly color?: string;
  readonly size?: number;
  readonly rightToLeft?: boolean;
}

/** White space of any sort as one blank, and only characters that XML can hold. */
function oneLine(text: string): string {
  return printable(text).replace(/\s+/g, " ").trim();
}

const inline = (text: string): string => printable(text).replace(/\s+/g, " ");

/** A run of text; tabs become Word's own. */
function words(text: string, look: Look = {}, clean: (text: string) => string = inline): TextRun {
  const children = clean(text)
    .split("\t")
    .flatMap((part, at) => (at === 0 ? [part] : [new Tab(), part]));
  return new TextRun({ ...look, children });
}

function link(address: string): ParagraphChild {
  const href = followable(address);
  return href === null
    ? words(address, SOFT)
    : new ExternalHyperlink({ link: href, children: [new TextRun({ text: inline(address), style: "Hyperlink" })] });
}

function boldAndPlain({ lead, text }: ClaimLine): TextRun[] {
  const strong = lead === "" ? [] : [words(text === "" ? lead : `${lead} `, { bold: true })];
  return text === "" ? strong : [...strong, words(text)];
}

const heading = (text: string): Paragraph =>
  new Paragraph({ heading: HeadingLevel.HEADING_1, children: [words(text)] });

const line = (content: ClaimLine): Paragraph => new Paragraph({ children: boldAndPlain(content) });

const bullet = (content: ClaimLine): Paragraph =>
  new Paragraph({ numbering: { reference: "dots", level: 0 }, children: boldAndPlain(content) });

/** A table with a head that stands on every page; `widths` in per cent. */
function grid(head: readonly string[], rows: readonly (readonly string[])[], widths: readonly number[]): Table {
  const none = { style: BorderStyle.NONE, size: 0, color: "auto" };
  const hair = { style: BorderStyle.SINGLE, size: 4, color: "A8A399" };
  const row = (cells: readonly string[], isHead: boolean) =>
    new TableRow({
      tableHeader: isHead,
      cantSplit: true,
      children: cells.map(
        (text, at) =>
          new TableCell({
            width: { size: widths[at] ?? 10, type: WidthType.PERCENTAGE },
            margins: { top: 60, bottom: 60, left: 60, right: 60 },
            children: [
              new Paragraph({
                spacing: { after: 0 },
                children: [words(text, isHead ? { ...SOFT, size: 18 } : { size: 20 })],
              }),
            ],
          }),
      ),
    });
  return new Table({
    width: { size: 100, type: WidthType.PERCENTAGE },
    borders: { top: hair, bottom: hair, left: none, right: none, insideHorizontal: hair, insideVertical: none },
    rows: [row(head, true), ...rows.map((cells) => row(cells, false))],
  });
}
