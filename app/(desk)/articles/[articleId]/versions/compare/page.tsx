import type { Metadata } from "next";
import Link from "next/link";
import { notFound } from "next/navigation";
import { Button, ButtonLink } from "@/app/_ui/button";
import { Notice } from "@/app/_ui/notice";
import { RelativeTime } from "@/app/_ui/relative-time";
import type { Outcome } from "@/lib/core/anchoring/relocate";
import { requireActor } from "@/lib/platform/session";
import { loadComparison, loadVersions } from "@/lib/revisions/queries";
import type { Comparison } from "@/lib/revisions/schema";
import { SideBySide } from "../../../../_revisions/side-by-side-view";
import { changedBy } from "../../../../_revisions/words";
import { found } from "../../../../_shell/found";
import { PageBody, PageHeader } from "../../../../_shell/page-header";
import { ArticleTabs } from "../../_tabs/article-tabs";
import "../../_galley/galley.css";

export const metadata: Metadata = { title: "Compare versions" };

type Query = Record<string, string | string[] | undefined>;

/** Any two versions of an article side by side, with what became of the claims between them. */
export default async function ComparePage(props: {
  params: Promise<{ articleId: string }>;
  searchParams: Promise<Query>;
}) {
  const { articleId } = await props.params;
  const query = await props.searchParams;
  const base = `/articles/${articleId}`;
  const actor = await requireActor(`${base}/versions/compare`);
  const { article, versions } = await found(loadVersions(actor, articleId));
  const current = versions[0]?.number ?? 1;
  const to = numberIn(query.to) ?? current;
  const from = numberIn(query.from) ?? Math.max(1, to - 1);
  const comparison = from === to ? null : await found(loadComparison(actor, articleId, from, to));
  return (
    <>
      <PageHeader
        over={
          <Link href={base} className="wrap-anywhere hover:text-ink hover:underline hover:underline-offset-3">
            {article.title}
          </Link>
        }
        title="Compare versions"
        meta={comparison && <Told comparison={comparison} />}
        tabs={<ArticleTabs articleId={articleId} current="versions" />}
      />
      <PageBody className="flex max-w-7xl flex-col gap-6">
        <Pickers numbers={versions.map(({ number }) => number)} from={from} to={to} versions={`${base}/versions`} />
        {comparison ? (
          <SideBySide
            before={comparison.from.text}
            after={comparison.to.text}
            names={[`Version ${comparison.from.number}`, `Version ${comparison.to.number}`]}
            fates={comparison.fates}
            language={comparison.article.language}
          />
        ) : (
          <Notice>{current === 1 ? "There is only one version yet." : "Choose two different versions."}</Notice>
        )}
      </PageBody>
    </>
  );
}

/** A number in the address; null when there is none, and a page that is not there when it is none. */
function numberIn(value: Query[string]): number | null {
  if (value === undefined || value === "") return null;
  return typeof value === "string" && /^[1-9]\d{0,8}$/u.test(value) ? Number(value) : notFound();
}

function Told({ comparison }: { readonly comparison: Comparison }) {
  const { from, to, fates } = comparison;
  const count = (wanted: Outcome) => fates.filter(({ outcome }) => outcome === wanted).length;
  const counts = {
    reworded: count("reworded"),
    "value-changed": count("value-changed"),
    ambiguous: count("ambiguous"),
    lost: count("lost"),
  };
  return (
    <>
      Version {from.number}, <RelativeTime at={from.createdAt} />, and version {to.number},{" "}
      <RelativeTime at={to.createdAt} />. {changedBy({ fates: counts })}.
    </>
  );
}

function Pickers(props: {
  readonly numbers: readonly number[];
  readonly from: number;
  readonly to: number;
  readonly versions: string;
}) {
  const { numbers, from, to, versions } = props;
  const [older, newer] = [Math.min(from, to), Math.max(from, to)];
  return (
    <form action={`${versions}/compare`} className="flex flex-wrap items-center gap-2.5 print:hidden">
      <Picker label="Version" name="from" numbers={numbers} chosen={older} />
      <Picker label="with version" name="to" numbers={numbers} chosen={newer} />
      <Button type="submit">Compare</Button>
      <ButtonLink href={`${versions}/${older}`} variant="quiet">
        Read version {older}
      </ButtonLink>
    </form>
  );
}

function Picker(props: {
  readonly label: string;
  readonly name: string;
  readonly numbers: readonly number[];
  readonly chosen: number;
}) {
  const { label, name, numbers, chosen } = props;
  return (
    <span className="flex items-center gap-2">
      <label htmlFor={`version-${name}`} className="text-muted">
        {label}
      </label>
      <select
        key={chosen}
        id={`version-${name}`}
        name={name}
        defaultValue={chosen}
        className="h-8 rounded-sm border border-line-strong/60 bg-raised px-2 max-sm:h-10"
      >
        {numbers.map((number) => (
          <option key={number} value={number}>
            {number}
          </option>
        ))}
      </select>
    </span>
  );
}
