"use client";

import { Dialog } from "@/app/_ui/dialog";
import { Kbd } from "@/app/_ui/kbd";
import { EVERYWHERE, GO_TO, keyCaps, type Shortcut, useMacKeys, useShortcuts } from "./shortcuts";

/** The window that lists every key that works on this screen, by group. */
export function KeyboardMap({ open, onClose }: { readonly open: boolean; readonly onClose: () => void }) {
  const groups = groupShortcuts(useShortcuts());
  const mac = useMacKeys();
  return (
    <Dialog open={open} onClose={onClose} title="Keyboard" wide>
      <div className="grid gap-x-10 gap-y-6 pt-1 sm:grid-cols-2">
        {groups.map(([group, shortcuts]) => (
          <section key={group}>
            <h3 className="border-line border-b pb-1 font-medium text-muted text-sm">{group}</h3>
            <dl>
              {shortcuts.map((shortcut) => (
                <div
                  key={shortcut.keys}
                  className="flex min-h-8 items-center justify-between gap-4 border-line border-b"
                >
                  <dt>{shortcut.label}</dt>
                  <dd className="flex gap-1">
                    {keyCaps(shortcut.keys, mac).map((cap) => (
                      <Kbd key={cap}>{cap}</Kbd>
                    ))}
                  </dd>
                </div>
              ))}
            </dl>
          </section>
        ))}
      </div>
    </Dialog>
  );
}

/** Order shortcuts by group, the screen's own first, the general ones last; of two with the same keys the newer one. */
export function groupShortcuts(
  shortcuts: readonly Shortcut[],
): readonly (readonly [group: string, shortcuts: readonly Shortcut[]])[] {
  const effective = [...new Map(shortcuts.map((shortcut) => [shortcut.keys.toLowerCase(), shortcut])).values()];
  const groups = new Map<string, Shortcut[]>();
  for (const shortcut of effective) groups.set(shortcut.group, [...(groups.get(shortcut.group) ?? []), shortcut]);
  return [...groups].sort(([one], [other]) => LAST.indexOf(one) - LAST.indexOf(other));
}

const LAST: readonly string[] = [GO_TO, EVERYWHERE];
