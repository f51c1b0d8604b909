import { useSearchParams } from "next/navigation";
import { useCallback, useMemo, useState } from "react";
import { useShortcut } from "../../../_shell/shortcuts";
import type { CoverageLook, GalleyArticle } from "./workbench-context";

const GROUP = "Coverage";
/** In the address, so that a link leads to the coverage and a reload keeps it. */
const PARAM = "coverage";

/** Hold what is looked at of an article's coverage, with its keys; `bareStart` is the first bare fact of the sentence looked at. */
export function useCoverage(
  { coverage: { bare } }: GalleyArticle,
  { selectedId, select }: { readonly selectedId: string | null; readonly select: (id: string | null) => void },
): { readonly coverage: CoverageLook; readonly bareStart: number | null } {
  const inAddress = useSearchParams().has(PARAM);
  const [shown, setShown] = useState(inAddress);
  const [wanted, setWanted] = useState<number | null>(null);
  // A sentence that has no bare facts any more is not looked at.
  const current = bare.find(({ start }) => start === wanted) ?? null;
  const at = shown ? (current?.start ?? null) : null;
  const show = useCallback((next: boolean) => {
    setShown(next);
    setWanted(null);
    const search = new URLSearchParams(window.location.search);
    if (next) search.set(PARAM, "");
    else search.delete(PARAM);
    const query = search.toString().replace(`${PARAM}=`, PARAM);
    window.history.replaceState(null, "", `${window.location.pathname}${query === "" ? "" : `?${query}`}`);
  }, []);
  const go = useCallback(
    (next: number | null) => {
      setWanted(next);
      if (next !== null && selectedId !== null) select(null);
    },
    [selectedId, select],
  );
  const move = (step: 1 | -1) => {
    if (!shown) show(true);
    const next = neighbourOf(bare, wanted, step);
    if (next) go(next.start);
  };
  useShortcut("c", shown ? "Hide the coverage" : "Show the coverage", () => show(!shown), { group: GROUP });
  useShortcut("b", "Next bare fact", () => move(1), { group: GROUP, enabled: bare.length > 0 });
  useShortcut("Shift+B", "Previous bare fact", () => move(-1), { group: GROUP, enabled: bare.length > 0 });
  const coverage = useMemo<CoverageLook>(() => ({ shown, show, at, go }), [shown, show, at, go]);
  return { coverage, bareStart: at === null ? null : (current?.facts[0]?.start ?? null) };
}

/** The sentence after or before a place; the first or last when none is looked at, and at the ends the same. */
export function neighbourOf<S extends { readonly start: number }>(
  bare: readonly S[],
  at: number | null,
  step: 1 | -1,
): S | undefined {
  if (at === null) return step === 1 ? bare[0] : bare.at(-1);
  if (step === 1) return bare.find(({ start }) => start > at) ?? bare.at(-1);
  return bare.findLast(({ start }) => start < at) ?? bare[0];
}
