"use client";

import Link from "next/link";
import { useRouter, useSearchParams } from "next/navigation";
import { type ReactNode, useCallback, useEffect, useMemo, useRef, useState } from "react";
import { dayInWords } from "@/app/_ui/relative-time";
import type { ClaimState } from "@/lib/core/workflow/workflow";
import { undoLast } from "../../../_claims/use-act";
import { ReadyBadge } from "../../../_ready/ready-badge";
import { useShortcut } from "../../../_shell/shortcuts";
import { ArticleMap } from "./article-map";
import { Galley } from "./galley";
import { InspectorPane } from "./inspector-pane";
import { type Mark, neighbour } from "./marks";
import { MergeBar } from "./merge-bar";
import { SelectionBar } from "./selection-bar";
import { AttentionLine, StoredLine } from "./stored-line";
import { Toolbar } from "./toolbar";
import { useCoverage } from "./use-coverage";
import { type GalleyArticle, type Workbench as Shared, WorkbenchProvider } from "./workbench-context";

/** The article screen: the galley with its margin and map, and beside it the inspector of the selected claim. */
export function Workbench({
  article,
  asOf,
  children,
}: {
  readonly article: GalleyArticle;
  /** When the article was read (ISO 8601). */
  readonly asOf: string;
  /** The selected claim's part, loaded by the page for `?claim=`. */
  readonly children: ReactNode;
}) {
  const root = useRef<HTMLDivElement>(null);
  const { selectedId, select } = useSelection(article.id);
  const [filter, setFilter] = useState<readonly ClaimState[]>([]);
  const { marks } = article;
  const shown = useMemo(
    () => (filter.length === 0 ? marks : marks.filter(({ state }) => filter.includes(state))),
    [marks, filter],
  );
  const selected = useMemo(() => marks.find(({ id }) => id === selectedId) ?? null, [marks, selectedId]);
  const picking = usePicking(marks, selected, select);
  const { picked, pick, dropPicked } = picking;
  const { coverage, bareStart } = useCoverage(article, { selectedId, select });
  const shared = useMemo<Shared>(
    () => ({ article, shown, selected, select, filter, setFilter, picked, pick, dropPicked, coverage }),
    [article, shown, selected, select, filter, picked, pick, dropPicked, coverage],
  );

  const move = (step: 1 | -1) => {
    const next = neighbour(shown, selected, step);
    if (next) select(next.id);
  };
  useShortcut("j", "Next claim", () => move(1), { group: "Galley" });
  useShortcut("k", "Previous claim", () => move(-1), { group: "Galley" });
  const pickNext = (step: 1 | -1) => {
    const chosen = marks.filter(({ id }) => id === selected?.id || picked.includes(id));
    const edge = step === 1 ? chosen.at(-1) : chosen[0];
    const next = edge && neighbour(shown, edge, step);
    if (next && next.id !== edge.id) pick(next.id);
  };
  const mayPick = article.may.correct && selected !== null;
  useShortcut("Shift+J", "Choose the next claim too, to merge", () => pickNext(1), {
    group: "Galley",
    enabled: mayPick,
  });
  useShortcut("Shift+K", "Choose the one before too", () => pickNext(-1), { group: "Galley", enabled: mayPick });
  useShortcut("Escape", "Close the claim", () => select(null), { group: "Galley", enabled: selected !== null });
  useShortcut("u", "Undo the last change", () => void undoLast(), { group: "Galley" });
  useInView(root, selectedId, selected?.start ?? null);
  useInView(root, coverage.at, bareStart);

  return (
    <WorkbenchProvider value={shared}>
      <div className="workbench">
        <div className="min-w-0">
          <Toolbar asOf={asOf} />
          <div className="flex">
            <div className="min-w-0 flex-1 px-4 pt-8 pb-[40vh] pl-13 md:pr-6 md:pl-20 lg:pl-22">
              <StoredLine />
              <AttentionLine />
              <Headline article={article} />
              <Galley root={root} />
            </div>
            <div className="sticky top-11 h-[calc(100dvh-2.75rem)] py-2 pr-1 max-md:hidden print:hidden">
              <ArticleMap root={root} />
            </div>
          </div>
          <SelectionBar root={root} />
          <MergeBar />
        </div>
        <InspectorPane>{children}</InspectorPane>
      </div>
    </WorkbenchProvider>
  );
}

function Headline({ article }: { readonly article: GalleyArticle }) {
  const { title, byline, publisher, publishedOn, version } = article;
  const line = [byline, publisher, dayInWords(publishedOn)].filter(Boolean).join(" · ");
  return (
    <header className="galley-head">
      <h1 className="wrap-anywhere text-balance font-semibold font-serif text-[1.75rem] leading-[1.15]">{title}</h1>
      <p className="wrap-anywhere mt-2 text-muted">
        {line && `${line} · `}
        <Link
          href={`/articles/${article.id}/versions`}
          className="underline decoration-line-strong underline-offset-3 hover:text-ink"
        >
          Version {version.number}
        </Link>
      </p>
      {/* Where there is no room for the overview, this is all that says it. */}
      <ReadyBadge ready={article.ready.mark} className="font-sans min-[60rem]:hidden" />
    </header>
  );
}

/** While keys are pressed quickly only the last claim is asked for. */
const ASK_AFTER_MS = 90;

/** The selected claim: at once on this screen, a moment later in the address, from which the page loads it. */
function useSelection(articleId: string) {
  const router = useRouter();
  const inAddress = useSearchParams().get("claim");
  const [selectedId, setSelectedId] = useState(inAddress);
  const wanted = useRef<{ readonly id: string | null } | null>(null);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  useEffect(() => {
    // While the address still catches up with the hand, the hand is right.
    if (wanted.current && wanted.current.id !== inAddress) return;
    wanted.current = null;
    setSelectedId(inAddress);
  }, [inAddress]);
  const select = useCallback(
    (id: string | null) => {
      setSelectedId(id);
      wanted.current = { id };
      clearTimeout(timer.current);
      timer.current = setTimeout(() => {
        const search = new URLSearchParams(window.location.search);
        if (id) search.set("claim", id);
        else search.delete("claim");
        router.replace(`/articles/${articleId}${search.size > 0 ? `?${search}` : ""}`, { scroll: false });
      }, ASK_AFTER_MS);
    },
    [router, articleId],
  );
  useEffect(() => () => clearTimeout(timer.current), []);
  return { selectedId, select };
}

/** The claims chosen beside the selected one; another selection, or their end, drops them. */
function usePicking(marks: readonly Mark[], selected: Mark | null, select: (id: string) => void) {
  const [picks, setPicks] = useState<{ readonly beside: string; readonly ids: readonly string[] } | null>(null);
  const selectedId = selected?.id ?? null;
  const picked = useMemo(() => {
    const ids = picks !== null && picks.beside === selectedId ? picks.ids : [];
    return ids.filter((id) => marks.some((mark) => mark.id === id));
  }, [picks, selectedId, marks]);
  const pick = useCallback(
    (id: string) => {
      if (selectedId === null) return select(id);
      if (id === selectedId) return;
      const ids = picked.includes(id) ? picked.filter((other) => other !== id) : [...picked, id];
      setPicks({ beside: selectedId, ids });
    },
    [selectedId, picked, select],
  );
  const dropPicked = useCallback(() => setPicks(null), []);
  return { picked, pick, dropPicked };
}

/** Bring the first line of what is chosen into view when it is out of it, and above the sheet on small screens. */
function useInView(
  root: React.RefObject<HTMLDivElement | null>,
  chosen: string | number | null,
  start: number | null,
): void {
  useEffect(() => {
    if (chosen === null || start === null) return;
    const line = root.current?.querySelector(`[data-at="${start}"]`)?.getClientRects()[0];
    if (!line) return;
    const small = !window.matchMedia("(min-width: 60rem)").matches;
    const top = 72;
    const bottom = small ? window.innerHeight * 0.36 : window.innerHeight - 96;
    if (line.top >= top && line.bottom <= bottom) return;
    const aim = small ? window.innerHeight * 0.16 : window.innerHeight * 0.33;
    window.scrollTo({ top: window.scrollY + line.top - aim });
  }, [root, chosen, start]);
}
