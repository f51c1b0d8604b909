import { LinkTabs } from "@/app/_ui/segmented";

/** The tables of one article and its versions, each with its own address. */
export function ArticleTabs({
  articleId,
  current,
}: {
  readonly articleId: string;
  readonly current: "claims" | "figures" | "versions";
}) {
  const base = `/articles/${articleId}`;
  const tabs = [
    { href: `${base}/claims`, label: "Claims" },
    { href: `${base}/figures`, label: "Figures" },
    { href: `${base}/versions`, label: "Versions" },
  ];
  return <LinkTabs label="Parts of this article" tabs={tabs} current={`${base}/${current}`} />;
}
