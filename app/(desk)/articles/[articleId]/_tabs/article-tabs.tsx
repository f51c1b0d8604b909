import { LinkTabs } from "@/app/_ui/segmented";

/** The tables of one article, each with its own address. */
export function ArticleTabs({
  articleId,
  current,
}: {
  readonly articleId: string;
  readonly current: "claims" | "figures";
}) {
  const base = `/articles/${articleId}`;
  const tabs = [
    { href: `${base}/claims`, label: "Claims" },
    { href: `${base}/figures`, label: "Figures" },
  ];
  return <LinkTabs label="Tables of this article" tabs={tabs} current={`${base}/${current}`} />;
}
