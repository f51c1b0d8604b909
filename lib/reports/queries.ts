import { may } from "@/lib/core/policy/policy";
import { findNaming, type NamingFinding } from "@/lib/core/report/findings";
import type { ReportFormat } from "@/lib/core/report/formats";
import { IN_FULL, type ReportOptions } from "@/lib/core/report/options";
import { composeReport, type Report, type ReportFrame, type ReportInput } from "@/lib/core/report/report";
import { type Actor, authorize } from "@/lib/platform/actor";
import { db, type Tx } from "@/lib/platform/db";
import { openRecords, readClaims, readerOf, readFrame, readGuarded } from "./reading";
import { type OpenReport, type ReportStream, streamBytes } from "./streaming";

/** The longest that reading a report may take, in milliseconds: its snapshot of the records is held as long. */
const LONGEST = 300_000;

/**
 * Load the fact-check report of an article's current version, everything read in one snapshot, its ledger verified; the options say
 * for whom and of which claims. Writes nothing. Not yours and not there are the same answer.
 */
export async function loadReport(actor: Actor, articleId: string, options: ReportOptions = IN_FULL): Promise<Report> {
  authorize(actor, "report.export");
  const input = await inSnapshot(async (tx): Promise<ReportInput> => {
    const records = await openRecords(tx, actor.newsroomId, articleId);
    return { ...records.head, ...(await readClaims(records, "all")) };
  });
  return composeReport(input, options);
}

/** What the report screen shows beside the report itself. */
export interface ReportView {
  readonly frame: Omit<ReportFrame, "outline" | "sources">;
  /** Who speaks in the article's claims, to choose from. */
  readonly speakers: readonly string[];
  /** Where what people wrote names somebody whom the report must not name; for those who may know secret sources. */
  readonly findings: readonly NamingFinding[];
}

/** Load what there is to say of a report before it goes out, claim by claim. Not yours and not there are the same answer. */
export async function loadReportView(actor: Actor, articleId: string, options: ReportOptions): Promise<ReportView> {
  authorize(actor, "report.export");
  return inSnapshot(async (tx) => {
    const records = await openRecords(tx, actor.newsroomId, articleId);
    const guarded = may(actor.role, "source.secret") ? await readGuarded(records, options) : [];
    const findings: NamingFinding[] = [];
    const { frame, speakers } = await readFrame(records, options, (claim) => {
      if (guarded.length > 0) findings.push(...findNaming(claim, guarded));
    });
    const { outline, sources: _, ...rest } = frame;
    const shown = new Set(outline.map(({ number }) => number));
    return { frame: rest, speakers, findings: findings.filter(({ claimNumber }) => shown.has(claimNumber)) };
  });
}

/**
 * Open a report as a file that is written while it is read, in a format: its frame is read at once, its claims as the reader takes
 * them, all from one snapshot, five minutes at the most. Not yours and not there are the same answer.
 */
export async function openReport(
  actor: Actor,
  articleId: string,
  options: ReportOptions,
  format: ReportFormat,
): Promise<ReportStream> {
  authorize(actor, "report.export");
  return streamBytes(await openFrame(actor, articleId, options), format);
}

/** Hold a snapshot of the records until the one who opened it closes it; reading after five minutes fails. */
function openFrame(actor: Actor, articleId: string, options: ReportOptions): Promise<OpenReport> {
  return new Promise((resolve, reject) => {
    inSnapshot(async (tx) => {
      const records = await openRecords(tx, actor.newsroomId, articleId);
      const { frame } = await readFrame(records, options);
      await new Promise<void>((close) => resolve({ frame, read: readerOf(records, options), close }));
    }).catch(reject);
  });
}

function inSnapshot<T>(work: (tx: Tx) => Promise<T>): Promise<T> {
  return db().$transaction(work, { isolationLevel: "RepeatableRead", timeout: LONGEST });
}
