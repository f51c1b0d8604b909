"use client";

import { useSearchParams } from "next/navigation";
import { createContext, useContext } from "react";
import type { Attention, UnplacedView } from "@/lib/revisions/schema";

const NOTHING: Attention = { unplaced: [], glances: [], looks: [], may: { glance: false, look: false } };
const AttentionContext = createContext<Attention>(NOTHING);
export const AttentionProvider = AttentionContext;

/** Return what the article's versions left to look at. */
export function useAttention(): Attention {
  return useContext(AttentionContext);
}

/** Return the claim that the address names when it has no place in the text; null when it has one, or when none is named. */
export function useUnplaced(): UnplacedView | null {
  const { unplaced } = useAttention();
  const named = useSearchParams().get("claim");
  return unplaced.find(({ claimId }) => claimId === named) ?? null;
}
