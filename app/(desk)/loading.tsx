import { Skeleton } from "@/app/_ui/skeleton";
import { PageBody } from "./_shell/page-header";

/** The shape of a screen while its data is read: head and lines where they will stand. */
export default function Loading() {
  return (
    <div role="status" aria-label="Loading">
      <div className="border-line border-b px-4 pt-5 pb-4 md:px-6 xl:px-8">
        <Skeleton className="h-7 w-48" />
        <Skeleton className="mt-2 h-4 w-72 max-w-full" />
      </div>
      <PageBody>
        <div className="flex max-w-4xl flex-col gap-6">
          {["w-full", "w-11/12", "w-full", "w-4/5", "w-10/12"].map((width, row) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: the rows never move.
            <div key={row} className="flex flex-col gap-2 border-line border-b pb-4">
              <Skeleton className={`h-5 ${width}`} />
              <Skeleton className="h-3.5 w-52" />
            </div>
          ))}
        </div>
      </PageBody>
    </div>
  );
}
