"use client";

import { Search } from "lucide-react";
import { useRouter } from "next/navigation";
import { useEffect, useRef, useState, useTransition } from "react";
import { Kbd } from "@/app/_ui/kbd";
import { useShortcut } from "../../_shell/shortcuts";
import { href, type TableState, withFilter, writeState } from "./url-state";

const PAUSE_MS = 250;

/** Search the claims while typing; the address follows. Without scripts it is a form. Key: /. */
export function SearchField({ base, state }: { readonly base: string; readonly state: TableState }) {
  const router = useRouter();
  const field = useRef<HTMLInputElement>(null);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const [text, setText] = useState(state.filter.text);
  const [searching, startTransition] = useTransition();
  const { text: current } = state.filter;

  // A chip taken away, or the browser's Back, changes the text from outside; what is being typed stays.
  useEffect(() => {
    if (document.activeElement !== field.current) setText(current);
  }, [current]);
  useEffect(() => () => clearTimeout(timer.current), []);
  useShortcut("/", "Search claims", () => {
    field.current?.select();
    field.current?.focus();
  });

  const search = (words: string) => {
    clearTimeout(timer.current);
    const tidy = words.replace(/\s+/gu, " ").trim();
    startTransition(() => router.replace(href(base, withFilter(state, { text: tidy })), { scroll: false }));
  };
  const onType = (words: string) => {
    setText(words);
    clearTimeout(timer.current);
    timer.current = setTimeout(() => search(words), PAUSE_MS);
  };
  const kept = [...writeState(withFilter(state, { text: "" }))];
  return (
    <form
      action={base}
      onSubmit={(event) => {
        event.preventDefault();
        search(text);
      }}
      className="relative flex w-72 max-w-full items-center md:max-xl:w-52 max-md:w-full"
    >
      {kept.map(([name, value], place) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a name may stand several times; the fields keep nothing.
        <input key={`${name}-${place}`} type="hidden" name={name} value={value} />
      ))}
      <Search size={15} aria-hidden="true" className="pointer-events-none absolute left-2.5 text-muted" />
      <input
        ref={field}
        type="search"
        name="text"
        aria-label="Search claims"
        aria-busy={searching}
        placeholder="Search claims"
        maxLength={200}
        value={text}
        onChange={(event) => onType(event.target.value)}
        onKeyDown={(event) => {
          if (event.key === "Escape" && text !== "") {
            event.preventDefault();
            onType("");
          }
        }}
        className="h-8 w-full rounded-sm border border-line-strong bg-raised pr-8 pl-8 text-ink placeholder:text-muted focus-visible:outline-offset-0 max-md:h-10 max-md:text-[1rem]"
      />
      <Kbd className="pointer-events-none absolute right-1.5 max-md:hidden">/</Kbd>
    </form>
  );
}
