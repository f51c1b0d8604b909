"use client";

import { useEffect, useRef } from "react";
import { writeFields } from "@/app/_ui/draft-fields";

/** What the address may bring into the form for the next note, by the names of its fields. */
const TAKEN = { quote: "quote", place: "locator", source: "sourceId", title: "sourceTitle" } as const;

/** Return the address of a claim with words for its next note, taken from a copy of a source. */
export function takenQuoteHref(
  claimId: string,
  taken: { readonly quote: string; readonly place: string; readonly source: string; readonly title: string },
): string {
  return `/claims/${claimId}?${new URLSearchParams(taken)}#note-form`;
}

/** Put words that were taken from a copy of a source into the form around it, once; the address then forgets them. */
export function TakenQuote() {
  const here = useRef<HTMLSpanElement>(null);
  useEffect(() => {
    // After the form has brought its draft back.
    const timer = setTimeout(() => {
      const form = here.current?.closest("form");
      const address = new URL(window.location.href);
      if (!form || !address.searchParams.get("quote")) return;
      const fields: Record<string, string[]> = {};
      for (const [name, field] of Object.entries(TAKEN)) {
        const value = address.searchParams.get(name);
        if (value) fields[field] = [value];
        address.searchParams.delete(name);
      }
      writeFields(form, fields);
      window.history.replaceState(null, "", address);
      form.scrollIntoView({ block: "center" });
    });
    return () => clearTimeout(timer);
  }, []);
  return <span ref={here} hidden />;
}
