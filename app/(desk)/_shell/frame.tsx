"use client";

import { Ellipsis, Keyboard, Search } from "lucide-react";
import Link, { useLinkStatus } from "next/link";
import { usePathname, useRouter } from "next/navigation";
import { type ReactNode, useState } from "react";
import { Kbd } from "@/app/_ui/kbd";
import { Menu, MenuItem } from "@/app/_ui/menu";
import { ToastArea } from "@/app/_ui/toast";
import { Tooltip } from "@/app/_ui/tooltip";
import { KeyboardMap } from "./keyboard-map";
import { type Me, MemberMenu } from "./member-menu";
import { Palette } from "./palette";
import { isAt, PLACES, type Place } from "./places";
import { EVERYWHERE, GO_TO, keyCaps, ShortcutListener, useMacKeys, useShortcut } from "./shortcuts";

/**
 * The frame of every signed-in screen: a slim rail at the left (icons only below 1280 px, a bar at the foot below 768 px),
 * the search palette and the keyboard map.
 */
export function Frame({
  me,
  newsroomName,
  theme,
  children,
}: {
  readonly me: Me;
  readonly newsroomName: string;
  readonly theme: string;
  readonly children: ReactNode;
}) {
  const [shown, setShown] = useState<"palette" | "keyboard" | null>(null);
  const hide = (): void => setShown(null);
  useShortcut("Mod+K", "Search, or go anywhere", () => setShown("palette"), { group: EVERYWHERE });
  useShortcut("/", "Search", () => setShown("palette"), { group: EVERYWHERE });
  useShortcut("?", "Show this map", () => setShown("keyboard"), { group: EVERYWHERE });
  const search = (): void => setShown("palette");
  return (
    <>
      <a
        href="#main"
        className="fixed top-2 left-2 z-50 -translate-y-20 rounded-sm bg-ink px-3 py-2 font-medium text-paper focus:translate-y-0"
      >
        Skip to content
      </a>
      <div className="md:grid md:min-h-dvh md:grid-cols-[3.5rem_minmax(0,1fr)] xl:grid-cols-[12.5rem_minmax(0,1fr)] print:block">
        <Rail
          me={me}
          newsroomName={newsroomName}
          theme={theme}
          onSearch={search}
          onKeyboard={() => setShown("keyboard")}
        />
        <main id="main" tabIndex={-1} className="min-w-0 outline-none max-md:pb-(--bar-height)">
          {children}
        </main>
        <Bar me={me} theme={theme} onSearch={search} />
      </div>
      {PLACES.map((place) => (
        <GoTo key={place.href} place={place} />
      ))}
      <Palette open={shown === "palette"} onClose={hide} />
      <KeyboardMap open={shown === "keyboard"} onClose={hide} />
      <ShortcutListener />
      <ToastArea />
    </>
  );
}

function GoTo({ place }: { readonly place: Place }) {
  const router = useRouter();
  useShortcut(place.keys, place.label, () => router.push(place.href), { group: GO_TO });
  return null;
}

const RAIL_ITEM =
  "flex h-9 items-center gap-2.5 rounded-sm text-muted hover:bg-ink/5 hover:text-ink md:w-9 md:justify-center xl:w-auto xl:justify-start xl:px-2.5";

function Rail({
  me,
  newsroomName,
  theme,
  onSearch,
  onKeyboard,
}: {
  readonly me: Me;
  readonly newsroomName: string;
  readonly theme: string;
  readonly onSearch: () => void;
  readonly onKeyboard: () => void;
}) {
  const pathname = usePathname();
  const mac = useMacKeys();
  return (
    <header className="sticky top-0 flex h-dvh flex-col border-line border-r bg-sunken px-2.5 py-3 max-md:hidden print:hidden">
      <Link
        href="/"
        className="mb-3 block rounded-sm px-2.5 max-xl:px-0 max-xl:text-center"
        aria-label={`${newsroomName}: desk`}
      >
        <span aria-hidden="true" className="block border-ink border-t-4 border-double max-xl:hidden" />
        <span className="block truncate pt-1.5 font-serif text-lg leading-6 max-xl:hidden">{newsroomName}</span>
        <span
          aria-hidden="true"
          className="inline-block border-ink border-t-3 border-double pt-1 font-serif text-lg leading-6 xl:hidden"
        >
          {[...newsroomName.replace(/^the\s+/iu, "")][0]?.toLocaleUpperCase("en")}
        </span>
      </Link>
      <RailTip words="Search" keys={keyCaps("Mod+K", mac).join(" ")}>
        <button
          type="button"
          onClick={onSearch}
          aria-keyshortcuts="Control+K Meta+K"
          className={`${RAIL_ITEM} xl:border xl:border-line xl:bg-raised`}
        >
          <Search size={16} aria-hidden="true" />
          <span className="flex-1 text-left max-xl:sr-only">Search</span>
          <Kbd className="max-xl:hidden">{keyCaps("Mod+K", mac).join(" ")}</Kbd>
        </button>
      </RailTip>
      <nav aria-label="Screens" className="mt-3 flex flex-col gap-0.5">
        {PLACES.map(({ href, label, icon: Icon, keys }) => (
          <RailTip key={href} words={label} keys={keyCaps(keys, mac).join(" ")}>
            <Link
              href={href}
              aria-current={isAt(pathname, href) ? "page" : undefined}
              className={`${RAIL_ITEM} aria-[current]:bg-ink/8 aria-[current]:font-medium aria-[current]:text-ink`}
            >
              <Underway>
                <Icon size={17} strokeWidth={1.75} aria-hidden="true" />
              </Underway>
              <span className="max-xl:sr-only">{label}</span>
            </Link>
          </RailTip>
        ))}
      </nav>
      <div className="mt-auto flex flex-col gap-0.5">
        <RailTip words="Keyboard" keys="?">
          <button type="button" onClick={onKeyboard} className={RAIL_ITEM}>
            <Keyboard size={17} strokeWidth={1.75} aria-hidden="true" />
            <span className="flex-1 text-left max-xl:sr-only">Keyboard</span>
            <Kbd className="max-xl:hidden">?</Kbd>
          </button>
        </RailTip>
        <MemberMenu me={me} theme={theme} />
      </div>
    </header>
  );
}

/**
 * Fade a link's icon while its screen is on the way. There is no skeleton page: the old screen stays until the new one is
 * whole, so that nothing jumps, pages work without scripts, and an unknown address answers 404.
 */
function Underway({ children }: { readonly children: ReactNode }) {
  const { pending } = useLinkStatus();
  return <span className={pending ? "opacity-40 transition-opacity delay-150 duration-100" : ""}>{children}</span>;
}

/** A tooltip at the right of the rail; where the words are shown anyway it only adds the key. */
function RailTip({
  words,
  keys,
  children,
}: {
  readonly words: string;
  readonly keys: string;
  readonly children: ReactNode;
}) {
  return (
    <Tooltip words={words} keys={keys} side="right">
      {children}
    </Tooltip>
  );
}

const BAR_ITEM =
  "flex h-full w-full flex-col items-center justify-center gap-0.5 text-muted text-xs aria-[current]:font-medium aria-[current]:text-ink";

function Bar({ me, theme, onSearch }: { readonly me: Me; readonly theme: string; readonly onSearch: () => void }) {
  const pathname = usePathname();
  const router = useRouter();
  const here = PLACES.slice(0, 3);
  const more = PLACES.slice(3);
  return (
    <nav
      aria-label="Screens"
      className="fixed inset-x-0 bottom-0 z-30 grid h-(--bar-height) grid-cols-[repeat(5,minmax(0,1fr))_3.25rem] border-line border-t bg-sunken pb-[env(safe-area-inset-bottom)] md:hidden print:hidden"
    >
      {here.map(({ href, label, icon: Icon }) => (
        <Link key={href} href={href} aria-current={isAt(pathname, href) ? "page" : undefined} className={BAR_ITEM}>
          <Underway>
            <Icon size={19} strokeWidth={1.75} aria-hidden="true" />
          </Underway>
          {label}
        </Link>
      ))}
      <button type="button" onClick={onSearch} className={BAR_ITEM}>
        <Search size={19} strokeWidth={1.75} aria-hidden="true" />
        Search
      </button>
      <Menu
        side="top"
        align="end"
        trigger={
          <button
            type="button"
            className={BAR_ITEM}
            aria-current={more.some((place) => isAt(pathname, place.href)) || undefined}
          >
            <Ellipsis size={19} strokeWidth={1.75} aria-hidden="true" />
            More
          </button>
        }
      >
        {more.map(({ href, label, icon: Icon }) => (
          <MenuItem key={href} icon={<Icon size={16} />} onSelect={() => router.push(href)}>
            {label}
          </MenuItem>
        ))}
      </Menu>
      <div className="flex items-center justify-center">
        <MemberMenu me={me} theme={theme} />
      </div>
    </nav>
  );
}
