"use client";

import { PenLine } from "lucide-react";
import Link from "next/link";
import { useState } from "react";
import { Button } from "@/app/_ui/button";
import { Kbd } from "@/app/_ui/kbd";
import { dayInWords } from "@/app/_ui/relative-time";
import { figuresInWords } from "@/lib/core/coverage/words";
import { CLAIM_STATES, STATE_LABELS } from "@/lib/core/workflow/workflow";
import { Section } from "../../../_claims/section";
import { StateGlyph } from "../../../_claims/state-mark";
import { FactBar } from "../../../_coverage/fact-bar";
import { ReadyMark } from "../_ready/ready-mark";
import { ArticleDetails } from "./article-details";
import { AttentionList } from "./attention-list";
import { Legend } from "./toolbar";
import { useWorkbench } from "./workbench-context";

/** What the inspector shows while no claim is selected: what is left, how to begin, what the marks mean, the article's details. */
export function Overview() {
  const { article, shown, select, coverage } = useWorkbench();
  const { progress } = article;
  const first = shown.find(({ state }) => state !== "verified" && state !== "dismissed");
  return (
    <>
      <div className="flex h-11 items-center border-line border-b px-5">
        <h2 className="font-medium">This article</h2>
      </div>
      <div className="px-5 pt-4 pb-4">
        <p className="font-serif text-lg leading-snug">{todo(progress.total, progress.done)}</p>
        <p className="mt-1 text-muted">
          {first ? (
            <>
              Click a marked sentence, or press <Kbd>J</Kbd> to go from claim to claim.
            </>
          ) : (
            "Select any words in the text to mark them as a claim."
          )}
        </p>
        <p className="mt-2 flex flex-wrap gap-x-4">
          <TableLink href={`/articles/${article.id}/claims`}>Claims as a table</TableLink>
          <TableLink href={`/articles/${article.id}/figures`}>Figures as a table</TableLink>
          <TableLink href={`/articles/${article.id}/versions`}>Versions</TableLink>
          <TableLink href={`/articles/${article.id}/ledger`}>Ledger</TableLink>
          {article.may.correct && <TableLink href={`/articles/${article.id}/read-again`}>Read again</TableLink>}
        </p>
        {first && (
          <Button variant="filled" className="mt-3" onClick={() => select(first.id)}>
            Begin with claim {first.number}
          </Button>
        )}
      </div>
      <AttentionList />
      <ReadyMark article={article} />
      <Section id="states" title="Where the claims stand">
        <States />
      </Section>
      <Section
        id="coverage"
        title="Coverage"
        aside={
          <Button variant="quiet" size="sm" className="-mr-2.5" onClick={() => coverage.show(true)}>
            Show in the text
            <Kbd>C</Kbd>
          </Button>
        }
      >
        <FactBar figures={article.coverage.facts} />
        <p className="mt-1.5 text-muted text-sm">{figuresInWords(article.coverage.facts)}.</p>
      </Section>
      <Section id="marks" title="The marks">
        <Legend />
      </Section>
      <Details />
    </>
  );
}

function TableLink({ href, children }: { readonly href: string; readonly children: string }) {
  return (
    <Link href={href} className="underline decoration-line-strong underline-offset-3 hover:decoration-ink">
      {children}
    </Link>
  );
}

function todo(total: number, done: number): string {
  if (total === 0) return "No claims were found in this text.";
  const left = total - done;
  if (left === 0)
    return total === 1 ? "Its one claim is decided." : `All ${total.toLocaleString("en")} claims are decided.`;
  return `${left.toLocaleString("en")} of ${total.toLocaleString("en")} claims are still to be decided.`;
}

function States() {
  const { article, setFilter, filter } = useWorkbench();
  return (
    <ul className="-mx-2">
      {CLAIM_STATES.filter((state) => article.progress.byState[state] > 0).map((state) => (
        <li key={state}>
          <button
            type="button"
            aria-pressed={filter.length === 1 && filter[0] === state}
            onClick={() => setFilter(filter.length === 1 && filter[0] === state ? [] : [state])}
            className="flex h-8 w-full items-center gap-2.5 rounded-sm px-2 text-left hover:bg-ink/5 aria-pressed:bg-selected"
          >
            <StateGlyph state={state} />
            <span className="flex-1">{STATE_LABELS[state]}</span>
            <span className="text-muted">{article.progress.byState[state].toLocaleString("en")}</span>
          </button>
        </li>
      ))}
    </ul>
  );
}

function Details() {
  const { article } = useWorkbench();
  const [editing, setEditing] = useState(false);
  const { version } = article;
  const rows: readonly (readonly [string, React.ReactNode])[] = [
    ["Byline", article.byline],
    ["Publisher", article.publisher],
    ["Published", dayInWords(article.publishedOn)],
    ["Address", article.url && <Address key="url" url={article.url} />],
    ["Length", `${version.words.toLocaleString("en")} words`],
    [
      "Version",
      <TableLink key="version" href={`/articles/${article.id}/versions`}>
        {`${version.number}, frozen`}
      </TableLink>,
    ],
    [
      "Fingerprint",
      <code key="hash" className="wrap-anywhere text-muted text-xs" title={`SHA-256 of the text: ${version.sha256}`}>
        {version.sha256.slice(0, 16)}…
      </code>,
    ],
  ];
  return (
    <Section
      id="details"
      title="The article"
      aside={
        article.may.edit &&
        !editing && (
          <Button variant="quiet" size="sm" className="-mr-2.5" onClick={() => setEditing(true)}>
            <PenLine size={14} aria-hidden="true" />
            Edit
          </Button>
        )
      }
    >
      {!editing && (
        <dl className="grid grid-cols-[5.5rem_minmax(0,1fr)] gap-x-3 gap-y-1">
          {rows.map(([name, value]) => (
            <div key={name} className="contents">
              <dt className="text-muted">{name}</dt>
              <dd className="wrap-anywhere">{value || <span className="text-muted">–</span>}</dd>
            </div>
          ))}
        </dl>
      )}
      {article.may.edit && <ArticleDetails article={article} shown={editing} onShown={setEditing} />}
    </Section>
  );
}

function Address({ url }: { readonly url: string }) {
  return (
    <Link href={url} target="_blank" rel="noreferrer noopener" className="underline underline-offset-2">
      {url.replace(/^https?:\/\/(www\.)?/u, "")}
    </Link>
  );
}
