import { clsx } from "clsx";
import { Check, TriangleAlert } from "lucide-react";
import { Badge } from "@/app/_ui/badge";
import type { ReadyBadge as Ready } from "@/lib/guard/schema";

/** A quiet word in a list: the article is ready to publish, or was and no longer is. Nothing without a mark. */
export function ReadyBadge({ ready, className }: { readonly ready: Ready | null; readonly className?: string }) {
  if (!ready) return null;
  return (
    <Badge className={clsx("mt-1.5", className)}>
      {ready.stands ? <Check size={12} aria-hidden="true" /> : <TriangleAlert size={12} aria-hidden="true" />}
      {ready.stands ? `Ready: version ${ready.version}` : `No longer ready: version ${ready.version}`}
    </Badge>
  );
}
