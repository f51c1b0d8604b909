"use client";

import { useEffect, useRef, useState } from "react";
import { Button } from "@/app/_ui/button";
import { Field, Input } from "@/app/_ui/field";
import { Kbd } from "@/app/_ui/kbd";
import type { BareSentence, ListedFact } from "@/lib/core/coverage/coverage";
import { FACT_REASON_LABELS, FACT_REASONS, type FactReason } from "@/lib/core/coverage/dismissal";
import { LIMITS } from "@/lib/coverage/schema";
import { markClaimAction } from "../../../_claims/actions";
import { offerUndo, useAct } from "../../../_claims/use-act";
import { useShortcut } from "../../../_shell/shortcuts";
import { dismissFactsAction } from "./coverage-actions";
import { neighbourOf } from "./use-coverage";
import { useWorkbench } from "./workbench-context";

/** The sentences with bare facts, in order of place; the one looked at offers what can be done about it. */
export function BareFacts() {
  const { article, coverage } = useWorkbench();
  const { bare } = article.coverage;
  return (
    <>
      {coverage.at === null && (
        <p className="mb-2 text-muted text-sm">
          These stand in no claim.
          {article.may.correct && " Choose one to mark its sentence as a claim, or to dismiss it with a reason."} Press{" "}
          <Kbd>B</Kbd> to go from one to the next.
        </p>
      )}
      <ul className="-mx-5 border-line border-t">
        {bare.map((sentence) => (
          <Entry key={sentence.start} sentence={sentence} current={sentence.start === coverage.at} />
        ))}
      </ul>
      {bare.length >= LIMITS.listed && (
        <p className="mt-2 text-muted text-sm">
          The first {LIMITS.listed.toLocaleString("en")} sentences; more come as these are done.
        </p>
      )}
    </>
  );
}

function Entry({ sentence, current }: { readonly sentence: BareSentence; readonly current: boolean }) {
  const { article, coverage } = useWorkbench();
  const button = useRef<HTMLButtonElement>(null);
  useEffect(() => {
    if (!current) return;
    button.current?.focus({ preventScroll: true });
    button.current?.scrollIntoView({ block: "nearest" });
  }, [current]);
  return (
    <li className="border-line border-b last:border-b-0 has-[[aria-current]]:bg-sunken">
      <button
        ref={button}
        type="button"
        aria-current={current || undefined}
        onClick={() => coverage.go(sentence.start)}
        className="w-full px-5 py-2.5 text-left hover:bg-ink/4 focus-visible:-outline-offset-2"
      >
        <span className="wrap-anywhere -m-1 line-clamp-4 p-1 font-serif text-[1rem] leading-normal">
          <FactsInPlace sentence={sentence} />
        </span>
      </button>
      {current && article.may.correct && <Steps sentence={sentence} />}
    </li>
  );
}

/** The words of a sentence with its bare facts boxed as in the galley. */
function FactsInPlace({ sentence }: { readonly sentence: BareSentence }) {
  const { text } = useWorkbench().article.version;
  const parts: React.ReactNode[] = [];
  let from = sentence.start;
  for (const { start, end } of sentence.facts) {
    if (end <= from) continue;
    const begin = Math.max(start, from);
    parts.push(text.slice(from, begin));
    parts.push(
      <span key={begin} className="galley-outside" data-outside="bare">
        {text.slice(begin, end)}
      </span>,
    );
    from = end;
  }
  return [...parts, text.slice(from, sentence.end)];
}

function Steps({ sentence }: { readonly sentence: BareSentence }) {
  const { article, coverage } = useWorkbench();
  const { act, pending } = useAct();
  const [asking, setAsking] = useState(false);
  const { id: articleId, version } = article;
  /** The list goes on with the sentence after this one; what is done moves nobody away from it. */
  const goOn = () => {
    const others = article.coverage.bare.filter(({ start }) => start !== sentence.start);
    coverage.go(neighbourOf(others, sentence.start, 1)?.start ?? null);
  };
  const mark = async () => {
    const done = await act(markClaimAction, { articleId, versionId: version.id, ...sentence.place });
    if (!done) return;
    goOn();
    await offerUndo("Marked as a claim.", done.claimId);
  };
  const dismiss = async (facts: readonly ListedFact[], reason: FactReason, note: string) => {
    const places = facts.map(({ start, end }) => ({ start, end }));
    const done = await act(dismissFactsAction, { articleId, versionId: version.id, facts: places, reason, note });
    if (!done) return;
    if (facts.length === sentence.facts.length) goOn();
    else setAsking(false);
  };
  useShortcut("Escape", "Close the question", () => setAsking(false), { group: "Coverage", enabled: asking });
  return (
    <div className="px-5 pb-3">
      <div className="flex gap-1.5">
        <Button size="sm" variant={asking ? "outline" : "filled"} pending={pending && !asking} onClick={mark}>
          Mark as claim
        </Button>
        <Button
          size="sm"
          variant="quiet"
          disabled={pending}
          aria-expanded={asking}
          onClick={() => setAsking((before) => !before)}
        >
          Dismiss…
        </Button>
      </div>
      {asking && <Dismiss facts={sentence.facts} pending={pending} onDismiss={dismiss} />}
    </div>
  );
}

function Dismiss(props: {
  readonly facts: readonly ListedFact[];
  readonly pending: boolean;
  readonly onDismiss: (facts: readonly ListedFact[], reason: FactReason, note: string) => void;
}) {
  const { facts, pending, onDismiss } = props;
  const { text } = useWorkbench().article.version;
  const [left, setLeft] = useState<ReadonlySet<number>>(new Set());
  const [note, setNote] = useState("");
  const first = useRef<HTMLButtonElement>(null);
  useEffect(() => first.current?.focus(), []);
  const chosen = facts.filter(({ start }) => !left.has(start));
  const toggle = (start: number) =>
    setLeft((before) => new Set(before.has(start) ? [...before].filter((one) => one !== start) : [...before, start]));
  return (
    <div className="mt-3 flex flex-col gap-3">
      {facts.length > 1 && (
        <fieldset className="min-w-0">
          <legend className="mb-1 font-medium text-sm">Which of its facts?</legend>
          {facts.map(({ start, end }) => (
            <label
              key={`${start}:${end}`}
              className="flex min-h-7 cursor-pointer items-center gap-2 rounded-sm text-sm"
            >
              <input
                type="checkbox"
                className="size-4 shrink-0 accent-ink"
                checked={!left.has(start)}
                onChange={() => toggle(start)}
              />
              <span className="wrap-anywhere line-clamp-2">{text.slice(start, end)}</span>
            </label>
          ))}
        </fieldset>
      )}
      <fieldset className="min-w-0">
        <legend className="mb-1.5 font-medium text-sm">Why does it need no claim?</legend>
        <div className="flex flex-wrap gap-1.5">
          {FACT_REASONS.map((reason, index) => (
            <ReasonButton
              key={reason}
              ref={index === 0 ? first : null}
              reason={reason}
              digit={String(index + 1)}
              disabled={pending || chosen.length === 0}
              onPress={() => onDismiss(chosen, reason, note)}
            />
          ))}
        </div>
      </fieldset>
      <Field label="A word more" optional>
        <Input value={note} onChange={(event) => setNote(event.target.value)} maxLength={LIMITS.note} />
      </Field>
    </div>
  );
}

function ReasonButton(props: {
  readonly ref: React.Ref<HTMLButtonElement>;
  readonly reason: FactReason;
  readonly digit: string;
  readonly disabled: boolean;
  readonly onPress: () => void;
}) {
  const { digit, reason, disabled, onPress } = props;
  useShortcut(digit, FACT_REASON_LABELS[reason], onPress, { group: "Dismiss as", enabled: !disabled });
  return (
    <Button ref={props.ref} size="sm" variant="outline" disabled={disabled} onClick={onPress} className="pl-1.5">
      <Kbd>{digit}</Kbd>
      {FACT_REASON_LABELS[reason]}
    </Button>
  );
}
