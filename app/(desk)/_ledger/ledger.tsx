import { clsx } from "clsx";
import Form from "next/form";
import Link from "next/link";
import type { ReactNode } from "react";
import { Button } from "@/app/_ui/button";
import { CopyButton } from "@/app/_ui/copy-button";
import { EmptyState } from "@/app/_ui/empty-state";
import { Field, Select } from "@/app/_ui/field";
import { Notice } from "@/app/_ui/notice";
import { PageLinks } from "@/app/_ui/page-links";
import { RelativeTime } from "@/app/_ui/relative-time";
import type { LedgerEntry } from "@/lib/core/ledger/chain";
import { type LedgerFilter, type LedgerView, ledgerFilter, type ShownEntry } from "@/lib/ledger/schema";
import { commandLabel, type Sentence } from "./sentence";

/** Says what an entry did. */
export type Teller = (entry: LedgerEntry) => Sentence;

/** A ledger: what checking its chain found, the filter, then every entry as a sentence, newest first. */
export function Ledger({
  base,
  filter,
  ledger,
  numbers,
  tell,
  foot,
  children,
}: {
  /** Address of the page without its filter. */
  readonly base: string;
  readonly filter: LedgerFilter;
  readonly ledger: LedgerView;
  /** Numbers of the claims to filter by; none where entries are about no claims. */
  readonly numbers?: ReadonlyMap<string, number>;
  readonly tell: Teller;
  /** A sentence about where else the head's hash stands. */
  readonly foot?: string;
  readonly children?: ReactNode;
}) {
  const last = Math.max(1, Math.ceil(ledger.total / ledger.pageSize));
  return (
    <>
      <Chain ledger={ledger} {...(foot && { foot })} />
      <FilterForm base={base} filter={filter} ledger={ledger} numbers={numbers ?? new Map()}>
        {children}
      </FilterForm>
      {ledger.entries.length === 0 ? (
        <EmptyState title="No entry matches">Choose another command, person or claim.</EmptyState>
      ) : (
        <ol className="border-line border-t">
          {ledger.entries.map((entry) => (
            <Entry key={entry.seq} entry={entry} sentence={tell(entry)} broken={isBroken(entry, ledger)} />
          ))}
        </ol>
      )}
      <PageLinks
        page={Math.min(filter.page, last)}
        last={last}
        href={(page) => ledgerHref(base, { ...filter, page })}
      />
    </>
  );
}

/** Read the filter from an address; a wrong one shows everything. */
export function readFilter(params: URLSearchParams): LedgerFilter {
  const read = ledgerFilter.safeParse(Object.fromEntries(params));
  return read.success ? read.data : ledgerFilter.parse({});
}

function ledgerHref(base: string, { command, actorId, claimId, page }: LedgerFilter): string {
  const params = new URLSearchParams();
  if (command) params.set("command", command);
  if (actorId) params.set("actorId", actorId);
  if (claimId) params.set("claimId", claimId);
  if (page > 1) params.set("page", String(page));
  return params.size === 0 ? base : `${base}?${params}`;
}

function Chain({ ledger: { check, head }, foot = "" }: { readonly ledger: LedgerView; readonly foot?: string }) {
  if (!check.ok) {
    return (
      <Notice tone="error" title={`The chain is broken at entry ${check.seq.toLocaleString("en")}`}>
        {check.reason} What stands before it is whole. Keep a copy of the data and tell your admin.
      </Notice>
    );
  }
  return (
    <Notice
      tone="success"
      title={`The chain is whole: ${check.length.toLocaleString("en")} ${check.length === 1 ? "entry" : "entries"}, each hash recomputed`}
      action={<CopyButton text={head.hash} label="Copy the whole hash" size="sm" />}
    >
      <p>
        Its head is{" "}
        <code className="font-mono text-sm" title={head.hash}>
          {head.hash.slice(0, 8)}…{head.hash.slice(-8)}
        </code>
        .{foot && ` ${foot}`}
      </p>
    </Notice>
  );
}

function FilterForm({
  base,
  filter,
  ledger,
  numbers,
  children,
}: {
  readonly base: string;
  readonly filter: LedgerFilter;
  readonly ledger: LedgerView;
  readonly numbers: ReadonlyMap<string, number>;
  readonly children: ReactNode;
}) {
  const filtered = filter.command !== undefined || filter.actorId !== undefined || filter.claimId !== undefined;
  return (
    <search>
      <Form action={base} key={ledgerHref(base, filter)} className="flex flex-wrap items-end gap-3">
        <Field label="What was done" className="w-52 max-sm:w-full">
          <Select name="command" defaultValue={filter.command ?? ""}>
            <option value="">Everything</option>
            {ledger.commands.map(({ command, count }) => (
              <option key={command} value={command}>
                {commandLabel(command)} ({count.toLocaleString("en")})
              </option>
            ))}
          </Select>
        </Field>
        <Field label="By" className="w-44 max-sm:w-full">
          <Select name="actorId" defaultValue={filter.actorId ?? ""}>
            <option value="">Everybody</option>
            {ledger.actors.map(({ id, name }) => (
              <option key={id} value={id}>
                {name}
              </option>
            ))}
          </Select>
        </Field>
        {numbers.size > 0 && (
          <Field label="Claim" className="w-36 max-sm:w-full">
            <Select name="claimId" defaultValue={filter.claimId ?? ""}>
              <option value="">Every claim</option>
              {[...numbers].map(([id, number]) => (
                <option key={id} value={id}>
                  No. {number}
                </option>
              ))}
            </Select>
          </Field>
        )}
        <Button type="submit">Filter</Button>
        {filtered && (
          <Link
            href={base}
            className="flex h-8 items-center text-muted underline decoration-line-strong underline-offset-3 hover:text-ink"
          >
            Clear
          </Link>
        )}
        <div className="ml-auto flex min-h-8 flex-wrap items-center gap-x-6 text-muted">
          {children}
          <p>
            {ledger.total.toLocaleString("en")} {ledger.total === 1 ? "entry" : "entries"}
          </p>
        </div>
      </Form>
    </search>
  );
}

/** What stands at and after the break can't be trusted. */
function isBroken({ seq }: LedgerEntry, { check }: LedgerView): boolean {
  return !check.ok && seq >= check.seq;
}

function Entry({
  entry,
  sentence,
  broken,
}: {
  readonly entry: ShownEntry;
  readonly sentence: Sentence;
  readonly broken: boolean;
}) {
  const { before, claim, after } = sentence;
  return (
    <li className="grid grid-cols-[3rem_minmax(0,1fr)] gap-x-3 border-line border-b py-2.5 sm:grid-cols-[3rem_minmax(0,1fr)_7rem]">
      <span className={clsx("text-right leading-5", broken ? "text-reopened" : "text-muted")}>
        <span className="sr-only">Entry </span>
        {entry.seq}
      </span>
      <div className="min-w-0">
        <p className="wrap-anywhere leading-5">
          <span className="font-medium">{entry.actor?.name ?? "Claimdesk"}</span> {before}
          {claim && (
            <>
              {" "}
              <Link
                href={`/claims/${claim.id}`}
                prefetch={false}
                className="underline decoration-line-strong underline-offset-3 hover:decoration-ink"
              >
                {claim.number === null ? "a claim" : `claim ${claim.number}`}
              </Link>
            </>
          )}
          {after}
          {entry.withheld && <span className="text-muted"> Part of it is withheld: its source is secret.</span>}
          {broken && <span className="text-reopened"> Stands after the break.</span>}
        </p>
        <Raw entry={entry} />
      </div>
      <RelativeTime
        at={entry.at}
        className="text-muted text-sm leading-5 max-sm:col-start-2 max-sm:row-start-2 sm:text-right"
      />
    </li>
  );
}

/** The most characters of an entry that the page shows; entries about thousands of claims are longer. */
const RAW_LIMIT = 20_000;

function Raw({ entry }: { readonly entry: LedgerEntry }) {
  const raw = JSON.stringify(entry, null, 2);
  const more = raw.length - RAW_LIMIT;
  return (
    <details className="mt-0.5 text-sm">
      <summary className="w-fit cursor-pointer text-muted hover:text-ink">Data</summary>
      <pre
        // biome-ignore lint/a11y/noNoninteractiveTabindex: a part that scrolls must be reachable by keyboard.
        tabIndex={0}
        className="mt-1.5 max-h-96 overflow-auto border border-line bg-sunken p-3 font-mono text-xs leading-4"
      >
        {more > 0 ? `${raw.slice(0, RAW_LIMIT)}\n… ${more.toLocaleString("en")} characters more` : raw}
      </pre>
    </details>
  );
}
