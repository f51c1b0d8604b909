"use client";

import Link from "next/link";
import { type ReactNode, useEffect, useId, useRef, useState } from "react";
import { Button } from "@/app/_ui/button";
import { EmptyState } from "@/app/_ui/empty-state";
import type { Rereading, SuggestionView } from "@/lib/claims/schema";
import { undoAction } from "../../../../_claims/actions";
import { useAct } from "../../../../_claims/use-act";
import { KIND_LABELS } from "../../../../_claims/words";
import { counted } from "../../../../claims/_table/words";
import { takeReadingAction } from "./actions";
import { wordChanges } from "./word-changes";

type What = SuggestionView["what"];
const GROUPS: readonly (readonly [what: What, title: string, hint: string])[] = [
  ["changed", "Read differently", "Nobody worked on these yet. Taking one gives the claim its new reading."],
  ["new", "New", "Taking one adds it as a detected claim, with the next number in the margin."],
  ["gone", "No longer found", "Taking one takes the claim away; undo brings it back."],
];

/** What was just done, with the entry that takes it back. */
interface Told {
  readonly words: string;
  readonly undo: { readonly articleId: string; readonly seq: number } | null;
}

/** The suggestions of a reading, in groups, each to be chosen or left; all are chosen to begin with. */
export function SuggestionList({ rereading }: { readonly rereading: Rereading }) {
  const { articleId, suggestions, total } = rereading;
  const [left, setLeft] = useState<ReadonlySet<string>>(new Set());
  const [told, setTold] = useState<Told | null>(null);
  const { act, pending } = useAct();
  const said = useRef<HTMLParagraphElement>(null);
  useEffect(() => {
    // The button that was pressed may be gone with the last suggestion.
    if (told) said.current?.focus();
  }, [told]);
  const chosen = suggestions.filter(({ key }) => !left.has(key));
  const choose = (keys: readonly string[], wanted: boolean) =>
    setLeft((before) => new Set([...[...before].filter((key) => !keys.includes(key)), ...(wanted ? [] : keys)]));
  const take = async () => {
    setTold(null);
    const done = await act(takeReadingAction, { articleId, suggestions: chosen.map(({ key }) => key) });
    if (done) setTold({ words: done.said, undo: done.undo?.[0] ?? null });
  };
  const undo = async (entry: { readonly articleId: string; readonly seq: number }) => {
    const done = await act(undoAction, entry);
    if (!done) return;
    const since = Object.values(done.skipped).reduce((sum, count) => sum + count, 0);
    setTold({
      words: since === 0 ? "Undone." : `Undone, but for ${counted(since, "claim")} changed since.`,
      undo: null,
    });
  };
  const entry = told?.undo ?? null;
  return (
    <>
      <p role="status" ref={said} tabIndex={-1} className="flex flex-wrap items-center gap-x-3 outline-none">
        {told?.words}
        {entry && (
          <Button variant="quiet" size="sm" pending={pending} onClick={() => void undo(entry)}>
            Undo
          </Button>
        )}
      </p>
      {suggestions.length === 0 ? (
        <EmptyState title="Read again, the text gives just the claims that stand here.">
          Another reading can differ after the date of publication was put right, or when Claimdesk has learnt to read
          better.
        </EmptyState>
      ) : (
        <>
          <div className="sticky top-0 z-20 -mx-1 flex min-h-12 flex-wrap items-center justify-between gap-x-4 gap-y-1 border-line border-y bg-paper px-1 py-1.5">
            <AllBox
              label={`All ${counted(suggestions.length, "suggestion")}`}
              keys={suggestions.map(({ key }) => key)}
              left={left}
              onChoose={choose}
            />
            <Button variant="filled" disabled={chosen.length === 0} pending={pending} onClick={() => void take()}>
              {chosen.length === 0 ? "Take suggestions" : `Take ${counted(chosen.length, "suggestion")}`}
            </Button>
          </div>
          {total > suggestions.length && (
            <p className="mt-3 text-muted">
              These are the first {suggestions.length.toLocaleString("en")} of {total.toLocaleString("en")}, in the
              order of the text. Take or leave them; what remains is suggested after them.
            </p>
          )}
          {GROUPS.map(([what, title, hint]) => (
            <Group
              key={what}
              title={title}
              hint={hint}
              articleId={articleId}
              several={new Set(suggestions.map((one) => one.what)).size > 1}
              suggestions={suggestions.filter((one) => one.what === what)}
              left={left}
              onChoose={choose}
            />
          ))}
        </>
      )}
    </>
  );
}

type OnChoose = (keys: readonly string[], wanted: boolean) => void;

/** A box that chooses many at once; half full while some of them are left. */
function AllBox(props: {
  readonly label: ReactNode;
  readonly keys: readonly string[];
  readonly left: ReadonlySet<string>;
  readonly onChoose: OnChoose;
}) {
  const { label, keys, left, onChoose } = props;
  const box = useRef<HTMLInputElement>(null);
  const open = keys.filter((key) => left.has(key)).length;
  const some = open > 0 && open < keys.length;
  useEffect(() => {
    if (box.current) box.current.indeterminate = some;
  }, [some]);
  return (
    <label className="flex min-h-8 cursor-pointer items-center gap-2.5">
      <input
        ref={box}
        type="checkbox"
        className="size-4 shrink-0 accent-ink"
        checked={open === 0}
        onChange={() => onChoose(keys, open > 0)}
      />
      <span>{label}</span>
    </label>
  );
}

function Group(props: {
  readonly title: string;
  readonly hint: string;
  readonly articleId: string;
  /** Whether there are other groups; of a single one the box over all groups chooses all. */
  readonly several: boolean;
  readonly suggestions: readonly SuggestionView[];
  readonly left: ReadonlySet<string>;
  readonly onChoose: OnChoose;
}) {
  const { title, hint, articleId, several, suggestions, left, onChoose } = props;
  const id = useId();
  if (suggestions.length === 0) return null;
  return (
    <section aria-labelledby={id} className="mt-6">
      <h2 id={id} className="font-medium">
        {title}
      </h2>
      <p className="text-muted">{hint}</p>
      {several && suggestions.length > 1 && (
        <div className="mt-1">
          <AllBox
            label={
              <>
                All {suggestions.length.toLocaleString("en")}
                <span className="sr-only"> under “{title}”</span>
              </>
            }
            keys={suggestions.map(({ key }) => key)}
            left={left}
            onChoose={onChoose}
          />
        </div>
      )}
      <ul className="mt-2 border-line border-t">
        {suggestions.map((suggestion) => (
          <Suggested
            key={suggestion.key}
            articleId={articleId}
            suggestion={suggestion}
            chosen={!left.has(suggestion.key)}
            onChoose={(wanted) => onChoose([suggestion.key], wanted)}
          />
        ))}
      </ul>
    </section>
  );
}

function Suggested(props: {
  readonly articleId: string;
  readonly suggestion: SuggestionView;
  readonly chosen: boolean;
  readonly onChoose: (wanted: boolean) => void;
}) {
  const { articleId, suggestion, chosen, onChoose } = props;
  const { claim, before, after, facts } = suggestion;
  const id = useId();
  return (
    <li className="border-line border-b py-3 [contain-intrinsic-size:auto_5rem] [content-visibility:auto]">
      <div className="flex items-start gap-2.5">
        <input
          id={id}
          type="checkbox"
          className="mt-1.5 size-4 shrink-0 cursor-pointer accent-ink"
          checked={chosen}
          onChange={(event) => onChoose(event.target.checked)}
        />
        <div className="min-w-0 flex-1">
          <label htmlFor={id} className="wrap-anywhere block cursor-pointer font-serif text-lg leading-snug">
            <Changed before={before?.wording} after={after?.wording} />
          </label>
          <dl className="mt-1 flex flex-wrap gap-x-6 gap-y-0.5 text-muted">
            {claim && (
              <Line name="Claim">
                <Link
                  href={`/articles/${articleId}?claim=${claim.id}`}
                  prefetch={false}
                  className="text-ink underline decoration-line-strong underline-offset-3 hover:decoration-ink"
                >
                  {claim.number}
                </Link>
              </Line>
            )}
            <Line name="Kind">
              <FromTo from={before && KIND_LABELS[before.kind]} to={after && KIND_LABELS[after.kind]} />
            </Line>
            {(before?.speaker || after?.speaker) && (
              <Line name="Said by">
                <FromTo from={before && (before.speaker || "nobody")} to={after && (after.speaker || "nobody")} />
              </Line>
            )}
            {before && after && before.exact !== after.exact && (
              <Line name="In the text">
                <Changed before={before.exact} after={after.exact} />
              </Line>
            )}
            {facts.map(({ text, from, to }) => (
              <Line key={`${text} ${from} ${to}`} name={`“${text}”`}>
                <FromTo from={from || "no fact"} to={to || "no fact"} />
              </Line>
            ))}
          </dl>
        </div>
      </div>
    </li>
  );
}

function Line({ name, children }: { readonly name: string; readonly children: ReactNode }) {
  return (
    <div className="flex min-w-0 gap-1.5">
      <dt className="shrink-0 max-w-48 wrap-anywhere">{name}</dt>
      <dd className="wrap-anywhere min-w-0 text-ink">{children}</dd>
    </div>
  );
}

/** What something was and is to be; once where it stays or stands alone. */
function FromTo({ from, to }: { readonly from: string | null; readonly to: string | null }) {
  if (from === null || to === null || from === to) return <>{to ?? from}</>;
  return (
    <>
      <del className={GONE}>{from}</del> <span aria-hidden="true">→</span> <ins className={COME}>{to}</ins>
    </>
  );
}

const GONE = "text-muted line-through decoration-from-font";
const COME = "bg-selected underline decoration-2 decoration-line-strong underline-offset-3";

/** Words with what goes struck out and what comes underlined; a wording that stands alone is shown as it is. */
function Changed({ before, after }: { readonly before?: string | undefined; readonly after?: string | undefined }) {
  if (before === undefined || after === undefined) return <>{after ?? before}</>;
  return wordChanges(before, after).map(({ text, mark }, n) => {
    const key = `${n} ${text}`;
    if (mark === "same") return <span key={key}>{text}</span>;
    // The space between words is neither struck out nor underlined.
    const words = text.trimStart();
    const space = text.slice(0, text.length - words.length);
    return (
      <span key={key}>
        {space}
        {mark === "gone" ? <del className={GONE}>{words}</del> : <ins className={COME}>{words}</ins>}
      </span>
    );
  });
}
