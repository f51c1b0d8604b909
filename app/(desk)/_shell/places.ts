import { FileCheck2, Inbox, Library, ListChecks, type LucideIcon, Newspaper, Settings } from "lucide-react";

/** A screen that the rail leads to. */
export interface Place {
  readonly href: string;
  readonly label: string;
  readonly icon: LucideIcon;
  /** Two keys in a row that go there. */
  readonly keys: string;
}

/** The screens of the rail, in its order. */
export const PLACES: readonly Place[] = [
  { href: "/", label: "Desk", icon: Inbox, keys: "g d" },
  { href: "/articles", label: "Articles", icon: Newspaper, keys: "g a" },
  { href: "/claims", label: "Claims", icon: ListChecks, keys: "g c" },
  { href: "/sources", label: "Sources", icon: Library, keys: "g s" },
  { href: "/reports", label: "Reports", icon: FileCheck2, keys: "g r" },
  { href: "/settings", label: "Settings", icon: Settings, keys: "g ," },
];

/** Tell whether `pathname` belongs to the screen at `href`. */
export function isAt(pathname: string, href: string): boolean {
  return href === "/" ? pathname === "/" : pathname === href || pathname.startsWith(`${href}/`);
}
