"use client";

import { LogOut, MonitorX, UserRound } from "lucide-react";
import { useRouter } from "next/navigation";
import { useTransition } from "react";
import { Menu, MenuChoices, MenuItem, MenuLine } from "@/app/_ui/menu";
import { showToast } from "@/app/_ui/toast";
import { chooseTheme, signOutAction, signOutEverywhereAction } from "./actions";
import { initials } from "./initials";

/** Who is signed in, as the frame shows it. */
export interface Me {
  readonly name: string;
  readonly email: string;
  readonly role: string;
}

const THEMES = [
  { value: "system", label: "As the system" },
  { value: "light", label: "Light" },
  { value: "dark", label: "Dark" },
] as const;

/** The signed-in person: name and role; theme, own settings, signing out. */
export function MemberMenu({ me, theme }: { readonly me: Me; readonly theme: string }) {
  const router = useRouter();
  const [, start] = useTransition();
  const onTheme = (value: string): void => {
    // At once, so that the eye need not wait for the server; the cookie makes it last.
    if (value === "system") delete document.documentElement.dataset.theme;
    else document.documentElement.dataset.theme = value;
    start(() => chooseTheme(value));
  };
  const everywhere = (): void =>
    start(async () => {
      const answer = await signOutEverywhereAction(null, new FormData());
      if (answer && !answer.ok) showToast({ words: answer.message, tone: "error" });
    });
  return (
    <Menu
      side="top"
      trigger={
        <button
          type="button"
          className="flex h-11 w-full min-w-0 items-center gap-2.5 rounded-sm px-2 text-left hover:bg-ink/5 data-[state=open]:bg-ink/7 md:justify-center xl:justify-start"
        >
          <span
            aria-hidden="true"
            className="flex size-7 shrink-0 items-center justify-center rounded-full border border-line-strong/60 bg-raised font-medium text-xs"
          >
            {initials(me.name)}
          </span>
          <span className="min-w-0 flex-1 leading-4 max-xl:sr-only">
            <span className="sr-only">Account: </span>
            <span className="block truncate font-medium text-sm">{me.name}</span>
            <span className="block text-muted text-xs first-letter:uppercase">{me.role}</span>
          </span>
        </button>
      }
    >
      <div className="px-2 pt-1.5 pb-1">
        <p className="truncate font-medium">{me.name}</p>
        <p className="truncate text-muted text-sm">
          <span className="inline-block first-letter:uppercase">{me.role}</span> · {me.email}
        </p>
      </div>
      <MenuLine />
      <MenuChoices label="Appearance" value={theme} onChange={onTheme} choices={THEMES} />
      <MenuLine />
      <MenuItem icon={<UserRound size={15} />} onSelect={() => router.push("/settings#me")}>
        Name and password
      </MenuItem>
      <MenuItem icon={<LogOut size={15} />} onSelect={() => start(() => signOutAction())}>
        Sign out
      </MenuItem>
      <MenuItem icon={<MonitorX size={15} />} onSelect={everywhere}>
        Sign out on every device
      </MenuItem>
    </Menu>
  );
}
