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
  type IStylesOptions,
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
  audienceLine,
  type ClaimLine,
  claimLabel,
  correctionLines,
  dismissalLine,
  evidenceLines,
  fingerprintWords,
  joined,
  type Lines,
  linesOf,
  noteLine,
  noticeLines,
  saidLine,
  sourceLines,
  sourceTitle,
  verdictLines,
  vouchingLines,
} from "@/lib/core/report/claim-lines";
import { coverageRows } from "@/lib/core/report/coverage";
import { DOCUMENT_WORDS } from "@/lib/core/report/document-words";
import { markParagraphs } from "@/lib/core/report/marks";
import { followable, printable } from "@/lib/core/report/markup";
import { readyWords } from "@/lib/core/report/ready";
import { outlinesOf, type Report, type ReportClaim, type ReportNote, standing } from "@/lib/core/report/report";
import { grouped } from "@/lib/core/report/words";

/** What every part of a document is written from. */
interface Setting extends Lines {
  readonly report: Report;
}

/**
 * Write the report as a Word document: the article's text untouched, each claim a comment on exactly its words (overlapping ones
 * too), then what was checked and how, the claims in a table, the sources and the fingerprints.
 */
export function renderDocx(report: Report): Promise<Uint8Array> {
  const setting: Setting = { ...linesOf(report), report };
  const { words } = setting;
  const { newsroom, version } = report;
  return Packer.toBuffer(
    new Document({
      title: words.pageTitle(titleOf(report)),
      creator: printable(newsroom.name) || "Claimdesk",
      lastModifiedBy: "Claimdesk",
      description: `${words.textOf(version.number)}, ${words.moment(report.asOf)}`,
      keywords: "fact-check",
      styles: stylesIn(words.language),
      numbering: BULLETS,
      comments: { children: placedClaims(report).map((claim, id) => comment(setting, claim, id)) },
      sections: [
        {
          properties: { page: { margin: { top: 1300, bottom: 1300, left: 1350, right: 1350 } } },
          footers: { default: foot(setting) },
          children: [
            ...masthead(setting),
            ...articleText(report),
            ...glance(setting),
            ...corrections(setting),
            ...method(setting),
            ...claimTables(setting),
            ...coverage(setting),
            ...sources(setting),
            ...people(setting),
            ...fingerprint(setting),
          ],
        },
      ],
    }),
  );
}

function titleOf({ article, options }: Report): string {
  return oneLine(article.title) || DOCUMENT_WORDS[options.language].untitled;
}

const stylesIn = (language: string): IStylesOptions => ({
  default: {
    document: {
      run: { font: "Georgia", size: 22, language: { value: language } },
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
});

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

function masthead({ report, words }: Setting): Paragraph[] {
  const { newsroom, article, options } = report;
  const line = joined(
    [article.byline, article.publisher, article.publishedOn === null ? "" : words.date(article.publishedOn)],
    " · ",
  );
  const rule = { style: BorderStyle.SINGLE, size: 12, color: "161512", space: 4 };
  return [
    new Paragraph({ border: { bottom: rule }, children: [run(`${newsroom.name} · ${words.report}`, { bold: true })] }),
    new Paragraph({
      heading: HeadingLevel.TITLE,
      bidirectional: isRightToLeft(article.language),
      children: [run(titleOf(report))],
    }),
    ...(line === "" ? [] : [new Paragraph({ children: [run(line, SOFT)] })]),
    ...(article.url === "" ? [] : [new Paragraph({ children: [link(article.url)] })]),
    new Paragraph({ children: [run(DOCUMENT_WORDS[options.language].asComments, { ...SOFT, italics: true })] }),
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
    const children = paragraph.runs.flatMap((piece): ParagraphChild[] => {
      const claims = piece.layers.map(({ item }) => item.claim.id);
      const begins = claims.filter((id) => !begun.has(id));
      for (const id of begins) begun.add(id);
      const ends = claims.filter((id) => last.get(id) === at);
      at++;
      const number = (id: string) => ids.get(id) ?? 0;
      return [
        ...begins.map((id) => new CommentRangeStart(number(id))),
        run(text.slice(piece.start, piece.end), { rightToLeft }, printable),
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

function comment(setting: Setting, claim: ReportClaim, id: number): ICommentOptions {
  const { report } = setting;
  const stands = standing(claim) === "signed" ? claim.signOff : (claim.verdict?.proposed ?? null);
  const finder = claim.origin === "machine" ? "Claimdesk" : report.newsroom.name;
  const by = stands?.by.name ?? claim.dismissal?.by?.name ?? finder;
  const at = stands?.at ?? claim.dismissal?.at ?? report.asOf;
  return {
    id,
    author: oneLine(by) || "Claimdesk",
    initials: initialsOf(by),
    date: new Date(at),
    children: commentLines(setting, claim).map((content) => new Paragraph({ children: boldAndPlain(content) })),
  };
}

function commentLines(setting: Setting, claim: ReportClaim): ClaimLine[] {
  const { words } = setting;
  const isChecked = standing(claim) === "signed" || standing(claim) === "undecided";
  return [
    { lead: `${words.claimNumber(claim.number)}: ${claimLabel(claim, words)}`, text: "" },
    { lead: "", text: claim.wording },
    { lead: "", text: saidLine(claim, words) },
    ...(standing(claim) === "dismissed" ? [dismissalLine(claim, words)] : []),
    ...verdictLines(claim, words),
    ...claim.notes.map((note) => noteInLine(setting, note)),
    ...evidenceLines(setting, claim),
    ...(isChecked ? vouchingLines(setting, claim) : []),
  ];
}

function noteInLine(setting: Setting, note: ReportNote): ClaimLine {
  const { open, close } = setting.words.quotes;
  const { stance, cited, title, quote, own, evidence, by } = noteLine(setting, note);
  const said = joined([quote === "" ? "" : `${open}${quote}${close}`, ...evidence, own], " ");
  const text = joined([cited === null ? "" : `[${cited}]`, `${title}.`, said, `(${by})`], " ");
  return { lead: `${stance}:`, text };
}

function initialsOf(name: string): string {
  const initials = oneLine(name)
    .split(" ")
    .flatMap((part) => [...part].slice(0, 1));
  return initials.slice(0, 3).join("") || "C";
}

// ---------------------------------------------------------------- behind the article

function glance(setting: Setting): Paragraph[] {
  const { report, words } = setting;
  const { figures, whole, version, ready, asOf } = report;
  const tally = figures.byVerdict
    .filter(({ signed, proposed }) => signed + proposed > 0)
    .map(({ label, signed, proposed }) => {
      return `${label}: ${words.number(signed)}${proposed === 0 ? "" : ` (${words.proposedToo(proposed)})`}`;
    });
  const { lead, text } = audienceLine(report, words);
  const all = figures.claims === whole.claims ? [] : [{ lead: "", text: words.ofAll(whole.signed, whole.kept) }];
  return [
    heading(words.glance),
    ...noticeLines(setting).map(line),
    line({ lead: words.signedOffInShort(figures.signed, figures.kept), text: tally.join(" · ") }),
    ...all.map(line),
    line({ lead: "", text: `${words.tally(figures)}.` }),
    bullet({ lead: `${words.audience}${words.colon}`, text: `${lead} ${text}` }),
    bullet({ lead: `${words.asOf}${words.colon}`, text: words.moment(asOf) }),
    bullet({ lead: `${words.text}${words.colon}`, text: words.textLine(version) }),
    bullet({ lead: `${words.readyToPublish}${words.colon}`, text: readyWords(ready, words) }),
  ];
}

function corrections(setting: Setting): Paragraph[] {
  const told = correctionLines(setting);
  return told.length === 0 ? [] : [heading(setting.words.corrections), ...told.map(bullet)];
}

function method({ report, words }: Setting): Paragraph[] {
  return [
    heading(words.method),
    ...report.method.map((text) => bullet({ lead: "", text })),
    ...report.scale.map(({ label, meaning }) => bullet({ lead: `${label}:`, text: meaning })),
  ];
}

function claimTables(setting: Setting): (Paragraph | Table)[] {
  const { report, words } = setting;
  const kept = report.claims.filter((claim) => ["signed", "undecided"].includes(standing(claim)));
  const rows = kept.map((claim) => [
    String(claim.number),
    claim.wording,
    claimLabel(claim, words),
    signedBy(setting, claim),
  ]);
  const untouched = outlinesOf(report, "untouched").map(({ number, wording }) => [String(number), wording]);
  const dismissed = outlinesOf(report, "dismissed").map((claim) => {
    const { lead, text } = dismissalLine(claim, words);
    return [String(claim.number), claim.wording, joined([lead, text], " ")];
  });
  const { numberShort, claim, verdict, passage, reason, standings } = words;
  return [
    ...section(words.claims, [numberShort, claim, verdict, standings.signed], rows, [8, 52, 20, 20]),
    ...outOfText(setting),
    ...section(standings.untouched, [numberShort, passage], untouched, [8, 92]),
    ...section(standings.dismissed, [numberShort, passage, reason], dismissed, [8, 52, 40]),
  ];
}

function section(
  title: string,
  head: readonly string[],
  rows: readonly (readonly string[])[],
  widths: readonly number[],
): (Paragraph | Table)[] {
  return rows.length === 0 ? [] : [heading(title), grid(head, rows, widths)];
}

/** A claim without a place can have no comment: what its comment would say is told here. */
function outOfText(setting: Setting): Paragraph[] {
  const { report } = setting;
  const gone = report.claims.filter(
    (claim) => (claim.place === null || claim.place.end <= claim.place.start) && claim.state !== "dismissed",
  );
  if (gone.length === 0) return [];
  const { goneClaims } = DOCUMENT_WORDS[report.options.language];
  return [heading(goneClaims), ...gone.flatMap((claim) => commentLines(setting, claim).map(line))];
}

function signedBy({ words }: Setting, claim: ReportClaim): string {
  const { signOff } = claim;
  return signOff && standing(claim) === "signed" ? `${signOff.by.name}, ${words.date(signOff.at)}` : words.no;
}

function coverage({ report, words }: Setting): (Paragraph | Table)[] {
  const { coverage } = report;
  const rows = coverageRows(coverage, words).map(([label, facts, length]) => {
    return [label, words.number(facts), words.number(length)];
  });
  return [
    heading(words.coverageTitle),
    line({ lead: "", text: `${words.capital(words.coverage(coverage.facts))}.` }),
    grid([words.coverageOf, words.facts, words.words], rows, [70, 15, 15]),
  ];
}

function sources({ report, words }: Setting): Paragraph[] {
  if (report.sources.length === 0) return [];
  return [
    heading(words.sources),
    ...report.sources.map((source) => {
      const { origin, sort, copy } = sourceLines(source, words);
      return new Paragraph({
        indent: { left: 560, hanging: 560 },
        tabStops: [{ type: "left", position: 560 }],
        children: [
          run(`[${source.number}]`),
          new TextRun({ children: [new Tab()] }),
          run(sourceTitle(source, words), { italics: true }),
          run(`.${origin === "" ? "" : ` ${origin}.`} `),
          run(`${sort}. `, SOFT),
          ...(source.url === "" ? [] : [link(source.url)]),
          ...(copy === "" ? [] : [run(` ${copy}.`, SOFT)]),
        ],
      });
    }),
  ];
}

function people({ report, words }: Setting): (Paragraph | Table)[] {
  const rows = report.people.map(({ person, notes, verdicts, signOffs }) => {
    return [person.name, words.number(notes), words.number(verdicts), words.number(signOffs)];
  });
  const head = [words.name, words.sourceNotes, words.verdictsProposed, words.signOffs];
  return section(words.people, head, rows, [40, 20, 20, 20]);
}

function fingerprint({ report, words }: Setting): Paragraph[] {
  const { version, ledger } = report;
  const { chain, again, command } = fingerprintWords(report, words);
  return [
    heading(words.fingerprint),
    line({ lead: `${words.textOf(version.number)}:`, text: grouped(version.sha256) }),
    line({ lead: `${words.ledgerEntry(ledger.seq)}:`, text: grouped(ledger.hash) }),
    line({ lead: "", text: `${chain} ${again} ${command}` }),
  ];
}

function foot({ report, words }: Setting): Footer {
  const { ledger, asOf, options } = report;
  const { page } = DOCUMENT_WORDS[options.language];
  const look = { size: 16, color: "55524B" };
  return new Footer({
    children: [
      new Paragraph({
        children: [
          run(`${words.ledgerFoot(ledger.seq, ledger.hash.slice(0, 16))} · ${words.moment(asOf)} · ${page} `, look),
          new TextRun({ children: [PageNumber.CURRENT, " / ", PageNumber.TOTAL_PAGES], ...look }),
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
function run(text: string, look: Look = {}, clean: (text: string) => string = inline): TextRun {
  const children = clean(text)
    .split("\t")
    .flatMap((part, at) => (at === 0 ? [part] : [new Tab(), part]));
  return new TextRun({ ...look, children });
}

function link(address: string): ParagraphChild {
  const href = followable(address);
  return href === null
    ? run(address, SOFT)
    : new ExternalHyperlink({ link: href, children: [new TextRun({ text: inline(address), style: "Hyperlink" })] });
}

function boldAndPlain({ lead, text }: ClaimLine): TextRun[] {
  const strong = lead === "" ? [] : [run(text === "" ? lead : `${lead} `, { bold: true })];
  return text === "" ? strong : [...strong, run(text)];
}

const heading = (text: string): Paragraph => new Paragraph({ heading: HeadingLevel.HEADING_1, children: [run(text)] });

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
                children: [run(text, isHead ? { ...SOFT, size: 18 } : { size: 20 })],
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
