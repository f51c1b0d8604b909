import type { ReactNode } from "react";
import {
  type ClaimLine,
  claimLabel,
  evidenceLines,
  type Lines,
  linesOf,
  noteLine,
  saidLine,
  vouchingLines,
} from "@/lib/core/report/claim-lines";
import { verdictGlyph } from "@/lib/core/report/glyphs";
import { followable } from "@/lib/core/report/markup";
import { inContext, type Report, type ReportClaim, standing } from "@/lib/core/report/report";

/** A claim as the public reads it: what is said, what was found, what the newsroom says, and who stands for it. */
export function ClaimEntry({
  report,
  claim,
  heading,
}: {
  readonly report: Report;
  readonly claim: ReportClaim;
  /** The claim's wording as a heading of the page's own level. */
  readonly heading: ReactNode;
}) {
  const { place, verdict } = claim;
  const lines = linesOf(report);
  const { words } = lines;
  const context = place && inContext(report.version.text, place);
  return (
    <article className="break-inside-avoid-page">
      <p className="mb-1 flex items-center gap-2 font-medium text-lg leading-6">
        <Glyph claim={claim} />
        <span>{claimLabel(claim, words)}</span>
      </p>
      {heading}
      <p className="mt-1 text-muted text-sm">{saidLine(claim, words)}</p>
      {context && (
        <blockquote
          lang={report.article.language}
          className="mt-3 border-line-strong border-l-2 pl-3 font-serif text-muted leading-relaxed"
        >
          {context.before}
          <mark className="bg-selected text-ink">{context.words}</mark>
          {context.after}
        </blockquote>
      )}
      {verdict && standing(claim) !== "dismissed" && (
        <div className="mt-3 font-serif text-lg leading-relaxed">
          {verdict.explanation && <p className="wrap-anywhere whitespace-pre-line">{verdict.explanation}</p>}
          {verdict.authorsWordReason && (
            <p className="wrap-anywhere">
              {words.onAuthorsWord} {words.because} {verdict.authorsWordReason}
            </p>
          )}
        </div>
      )}
      {claim.dismissal && claim.dismissal.note !== "" && <p className="mt-3 wrap-anywhere">{claim.dismissal.note}</p>}
      <Notes lines={lines} claim={claim} />
      <div className="mt-3 flex flex-col gap-0.5 text-muted text-sm leading-5">
        {[...evidenceLines(lines, claim), ...vouchingLines(lines, claim)].map((line) => (
          <Line key={`${line.lead}${line.text}`} line={line} />
        ))}
      </div>
    </article>
  );
}

function Line({ line: { lead, text } }: { readonly line: ClaimLine }) {
  return (
    <p className="wrap-anywhere">
      {lead && <span className="font-medium">{lead}</span>} {text}
    </p>
  );
}

/** The verdict's own shape, which reads without colour; a claim without a sign-off has a broken ring. */
export function Glyph({ claim }: { readonly claim: ReportClaim }) {
  const { markup } = verdictGlyph(standing(claim) === "signed" ? claim.verdict : null);
  return (
    <span
      aria-hidden="true"
      className="inline-block size-4 shrink-0 [&_svg]:size-full"
      // biome-ignore lint/security/noDangerouslySetInnerHtml: a drawing of our own, made of nothing that anybody typed.
      dangerouslySetInnerHTML={{ __html: markup }}
    />
  );
}

function Notes({ lines, claim }: { readonly lines: Lines; readonly claim: ReportClaim }) {
  if (claim.notes.length === 0) return null;
  return (
    <ul className="mt-4 flex flex-col gap-2.5 border-line border-t pt-3">
      {claim.notes.map((note) => {
        const { stance, title, quote, own, evidence, by } = noteLine(lines, note);
        const source = note.sourceId === null ? undefined : lines.sources.get(note.sourceId);
        const href = source?.told === "all" ? followable(source.url) : null;
        return (
          <li key={note.id} className="wrap-anywhere">
            <p>
              <span className="font-medium">{stance}:</span>{" "}
              {href ? (
                <a
                  href={href}
                  rel="noopener nofollow ugc"
                  className="underline decoration-line-strong underline-offset-3 hover:decoration-ink"
                >
                  {title}
                </a>
              ) : (
                title
              )}
            </p>
            {quote && (
              <p className="font-serif">
                {lines.words.quotes.open}
                {quote}
                {lines.words.quotes.close}
              </p>
            )}
            {own && <p>{own}</p>}
            {evidence.map((line) => (
              <p key={line} className="text-muted text-sm">
                {line}
              </p>
            ))}
            <p className="text-muted text-sm">{by}</p>
          </li>
        );
      })}
    </ul>
  );
}
