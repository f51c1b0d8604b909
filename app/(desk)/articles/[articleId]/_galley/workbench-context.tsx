"use client";

import { createContext, useContext } from "react";
import type { ArticleView } from "@/lib/articles/schema";
import type { ClaimState } from "@/lib/core/workflow/workflow";
import type { CoverageView } from "@/lib/coverage/schema";
import type { Mark } from "./marks";

/** The article as the screen's client side holds it: everything but the full claims. */
export interface GalleyArticle extends Omit<ArticleView, "claims"> {
  readonly marks: readonly Mark[];
  readonly coverage: CoverageView;
}

/** The coverage as it is looked at. */
export interface CoverageLook {
  /** Whether the galley paints it. */
  readonly shown: boolean;
  readonly show: (shown: boolean) => void;
  /** Where the sentence begins whose bare facts are looked at, or null. */
  readonly at: number | null;
  /** Go to the sentence with bare facts that begins here; with null, to none. */
  readonly go: (at: number | null) => void;
}

/** What the parts of the article screen share. */
export interface Workbench {
  readonly article: GalleyArticle;
  /** The marks that the filter lets through, in order of place. */
  readonly shown: readonly Mark[];
  readonly selected: Mark | null;
  /** Select a claim, or none; the galley shows it at once, the inspector follows. */
  readonly select: (id: string | null) => void;
  /** Claims chosen beside the selected one, to be merged with it. */
  readonly picked: readonly string[];
  /** Choose a claim beside the selected one, or leave it out again; without a selected one it is selected. */
  readonly pick: (id: string) => void;
  readonly dropPicked: () => void;
  /** States to show; empty means all. */
  readonly filter: readonly ClaimState[];
  readonly setFilter: (filter: readonly ClaimState[]) => void;
  readonly coverage: CoverageLook;
}

const WorkbenchContext = createContext<Workbench | null>(null);
export const WorkbenchProvider = WorkbenchContext;

/** Return what the article screen shares; throws outside of it. */
export function useWorkbench(): Workbench {
  const workbench = useContext(WorkbenchContext);
  if (!workbench) throw new Error("useWorkbench is for the article screen.");
  return workbench;
}

/** Return the article screen around a part that also stands alone, or null. */
export function useMaybeWorkbench(): Workbench | null {
  return useContext(WorkbenchContext);
}
