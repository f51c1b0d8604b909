import { clsx } from "clsx";

/** The grey shape of something that is being loaded; size it with classes so that nothing moves when it arrives. */
export function Skeleton({ className }: { readonly className?: string }) {
  return <span aria-hidden="true" className={clsx("block rounded-sm bg-line/70", className)} />;
}

/** Lines of text that are being loaded, each a line high. */
export function SkeletonLines({ lines, className }: { readonly lines: number; readonly className?: string }) {
  const widths = ["w-full", "w-11/12", "w-full", "w-4/5", "w-10/12"];
  return (
    <span aria-hidden="true" className={clsx("flex flex-col gap-2", className)}>
      {Array.from({ length: lines }, (_, line) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the lines never move.
        <Skeleton key={line} className={clsx("h-3.5", widths[line % widths.length])} />
      ))}
    </span>
  );
}
