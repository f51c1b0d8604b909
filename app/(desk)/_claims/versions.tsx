"use client";

import Link from "next/link";
import { Notice } from "@/app/_ui/notice";
import { RelativeTime } from "@/app/_ui/relative-time";
import type { ClaimView } from "@/lib/claims/schema";
import type { ClaimVersion } from "@/lib/revisions/schema";
import { ChangedWords } from "../_revisions/changed-words";
import { OutcomeMark } from "../_revisions/fates";
import { Section } from "./section";

/** What a version did to a claim, where it has to be known first: why it is open again, and that it has no place in the text. */
export function WhatHappened({ claim, inGalley }: { readonly claim: ClaimView; readonly inGalley: boolean }) {
  const why = claim.state === "reopened" ? claim.stateNote : "";
  const unplaced = claim.anchored === "" && !claim.removed;
  if (why === "" && !unplaced) return null;
  return (
    <div className="flex flex-col gap-2 px-5 py-3">
      {why !== "" && (
        <p className="wrap-anywhere whitespace-pre-wrap border-reopened border-l-2 pl-2.5">
          <span className="text-muted">Reopened. </span>
          {why}
        </p>
      )}
      {unplaced && (
        <Notice tone="warning" title={`No place in version ${claim.versionNumber}`}>
          {whereTo(claim, inGalley)}
        </Notice>
      )}
    </div>
  );
}

function whereTo({ number, articleId, id, abilities, versions, state }: ClaimView, inGalley: boolean) {
  const outcome = versions.find((version) => version.outcome !== null && version.exact === null)?.outcome;
  const why = outcome === "ambiguous" ? "Its words stand in several places now." : "Its words are gone from the text.";
  if (state === "dismissed" || !abilities.correct.may) return why;
  const inText = inGalley ? (
    "in the text"
  ) : (
    <Link href={`/articles/${articleId}?claim=${id}`} className="underline underline-offset-2">
      in the text
    </Link>
  );
  return (
    <>
      {why} Select the words {inText} that say it now and press “Put claim {number} here”, or dismiss the claim as no
      longer in the text.
    </>
  );
}

/** A claim's words in each version, the newest first; nothing when there is only one. */
export function ThroughVersions({ claim }: { readonly claim: ClaimView }) {
  const { versions, articleId, versionNumber } = claim;
  if (versions.length < 2) return null;
  const changed = versions.filter(
    ({ outcome }) => outcome !== null && outcome !== "exact" && outcome !== "moved",
  ).length;
  return (
    <Section id="versions" title="Through the versions">
      <details>
        <summary className="cursor-pointer hover:text-muted">{folded(versions, changed)}</summary>
        <ol className="mt-2 flex flex-col gap-3">
          {versions.map((version, at) => (
            <li key={version.number}>
              <Version
                version={version}
                before={versions.slice(at + 1).find(({ exact }) => exact !== null)?.exact ?? null}
                href={
                  version.number === versionNumber
                    ? `/articles/${articleId}?claim=${claim.id}`
                    : `/articles/${articleId}/versions/${version.number}`
                }
              />
            </li>
          ))}
        </ol>
      </details>
    </Section>
  );
}

function folded(versions: readonly ClaimVersion[], changed: number): string {
  const all = `${versions.length} versions`;
  if (changed === 0) return `The same words in all ${all}`;
  return `${changed === 1 ? "Changed once" : `Changed ${changed} times`} in ${all}`;
}

function Version(props: { readonly version: ClaimVersion; readonly before: string | null; readonly href: string }) {
  const { version, before, href } = props;
  const { number, createdAt, exact, outcome, reason } = version;
  const same = outcome === "exact" || outcome === "moved";
  return (
    <>
      <p className="flex flex-wrap items-center gap-x-3 text-sm">
        <Link
          href={href}
          className="font-medium underline decoration-line-strong underline-offset-3 hover:decoration-ink"
        >
          Version {number}
        </Link>
        <RelativeTime at={createdAt} className="text-muted" />
        {outcome && <OutcomeMark outcome={outcome} />}
      </p>
      {exact !== null && !same && (
        <p className="wrap-anywhere mt-0.5 font-serif leading-snug">
          {before === null ? exact : <ChangedWords before={before} after={exact} />}
        </p>
      )}
      {reason && <p className="wrap-anywhere text-muted">{reason}.</p>}
    </>
  );
}
