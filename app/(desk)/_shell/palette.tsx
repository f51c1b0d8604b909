"use client";

import { Command } from "cmdk";
import { FilePlus2, Newspaper, Search } from "lucide-react";
import { useRouter } from "next/navigation";
import { type ReactNode, useEffect, useState, useTransition } from "react";
import { Dialog } from "@/app/_ui/dialog";
import { Kbd } from "@/app/_ui/kbd";
import { StateGlyph } from "../_claims/state-mark";
import { type Found, findAnywhere } from "./actions";
import { PLACES } from "./places";
import { keyCaps } from "./shortcuts";

const ITEM =
  "flex min-h-9 cursor-pointer items-center gap-2.5 rounded-sm px-2.5 py-1 data-[selected=true]:bg-ink/7 aria-disabled:cursor-default";

/** The window that goes anywhere: screens, articles by title, claims by their words. */
export function Palette({ open, onClose }: { readonly open: boolean; readonly onClose: () => void }) {
  return (
    <Dialog
      open={open}
      onClose={onClose}
      title="Search and go"
      hideTitle
      wide
      className="max-sm:mt-0 max-sm:mb-auto max-sm:rounded-t-none max-sm:rounded-b-md sm:mt-[12dvh]"
    >
      <Finder onClose={onClose} />
    </Dialog>
  );
}

function Finder({ onClose }: { readonly onClose: () => void }) {
  const router = useRouter();
  const [text, setText] = useState("");
  const [chosen, setChosen] = useState("");
  const { found, searching, failed } = useFound(text);
  const go = (href: string) => () => {
    onClose();
    router.push(href);
  };
  const needle = text.trim().toLowerCase();
  const places = PLACES.filter((place) => place.label.toLowerCase().includes(needle));
  const first = needle === "" ? places[0]?.href : (found.claims[0]?.id ?? found.articles[0]?.id ?? places[0]?.href);
  // What comes in late takes its place at the top, and Enter means the top line.
  useEffect(() => setChosen(first ?? ""), [first]);
  const nothing =
    !searching && !failed && needle !== "" && found.articles.length + found.claims.length + places.length === 0;
  const screens = places.length > 0 && (
    <Group heading="Screens">
      {places.map(({ href, label, icon: Icon, keys }) => (
        <Command.Item key={href} value={href} onSelect={go(href)} className={ITEM}>
          <Icon size={16} aria-hidden="true" className="shrink-0 text-muted" />
          <span className="flex-1">{label}</span>
          <span className="flex gap-1 max-sm:hidden">
            {keyCaps(keys, false).map((cap) => (
              <Kbd key={cap}>{cap}</Kbd>
            ))}
          </span>
        </Command.Item>
      ))}
      {needle === "" && (
        <Command.Item value="import" onSelect={go("/articles/import")} className={ITEM}>
          <FilePlus2 size={16} aria-hidden="true" className="shrink-0 text-muted" />
          Import an article
        </Command.Item>
      )}
    </Group>
  );
  return (
    <Command shouldFilter={false} label="Search and go" loop value={chosen} onValueChange={setChosen}>
      <div className="flex items-center gap-2.5 border-line border-b px-4">
        <Search size={16} aria-hidden="true" className="shrink-0 text-muted" />
        <Command.Input
          data-autofocus=""
          value={text}
          onValueChange={setText}
          maxLength={200}
          placeholder="Find a claim, an article or a screen"
          className="h-12 w-full bg-transparent text-[1rem] outline-none placeholder:text-muted"
        />
        <Kbd>Esc</Kbd>
      </div>
      <Command.List className="h-96 max-h-[60dvh] overflow-y-auto p-1.5" aria-busy={searching}>
        {failed && <p className="px-2.5 py-3 text-muted">The search can't be reached right now. Screens still open.</p>}
        {nothing && (
          <p className="px-2.5 py-3 text-muted">Nothing matches “{text.trim()}”. Try fewer or other words.</p>
        )}
        {needle === "" && screens}
        {found.claims.length > 0 && (
          <Group heading="Claims">
            {found.claims.map((claim) => (
              <Command.Item key={claim.id} value={claim.id} onSelect={go(`/claims/${claim.id}`)} className={ITEM}>
                <StateGlyph state={claim.state} label />
                <span className="min-w-0 flex-1">
                  <span className="block truncate font-serif">{claim.wording}</span>
                  <span className="block truncate text-muted text-xs">
                    {claim.number} · {claim.articleTitle}
                  </span>
                </span>
              </Command.Item>
            ))}
          </Group>
        )}
        {found.articles.length > 0 && (
          <Group heading="Articles">
            {found.articles.map((article) => (
              <Command.Item
                key={article.id}
                value={article.id}
                onSelect={go(`/articles/${article.id}`)}
                className={ITEM}
              >
                <Newspaper size={16} aria-hidden="true" className="shrink-0 text-muted" />
                <span className="min-w-0 flex-1 truncate font-serif">{article.title}</span>
              </Command.Item>
            ))}
          </Group>
        )}
        {needle !== "" && screens}
      </Command.List>
    </Command>
  );
}

function Group({ heading, children }: { readonly heading: string; readonly children: ReactNode }) {
  return (
    <Command.Group
      heading={heading}
      className="mb-1 [&_[cmdk-group-heading]]:px-2.5 [&_[cmdk-group-heading]]:py-1.5 [&_[cmdk-group-heading]]:text-muted [&_[cmdk-group-heading]]:text-xs"
    >
      {children}
    </Command.Group>
  );
}

const PAUSE_MS = 120;

/** Ask the server for what matches `text`, a moment after the last keystroke; late answers to earlier words are dropped. */
function useFound(text: string): { readonly found: Found; readonly searching: boolean; readonly failed: boolean } {
  const [found, setFound] = useState<Found>({ articles: [], claims: [] });
  const [failed, setFailed] = useState(false);
  const [searching, start] = useTransition();
  useEffect(() => {
    let late = false;
    const timer = setTimeout(
      () => {
        start(async () => {
          const answer = await findAnywhere(text).catch(() => null);
          if (late) return;
          start(() => {
            setFailed(answer === null);
            if (answer) setFound(answer);
          });
        });
      },
      text === "" ? 0 : PAUSE_MS,
    );
    return () => {
      late = true;
      clearTimeout(timer);
    };
  }, [text]);
  return { found, searching, failed };
}
