import { ButtonLink } from "@/app/_ui/button";
import type { ArticleRow } from "@/lib/articles/schema";

/** Nothing waits on the reader, but there is work: the article to go on with. */
export function NothingWaits({ next }: { readonly next: ArticleRow }) {
  const { byState } = next.progress;
  const unread = byState.detected;
  const open = byState.open + byState.reopened;
  const count = (number: number): string => number.toLocaleString("en");
  const words = [unread > 0 && `${count(unread)} found and not read through`, open > 0 && `${count(open)} open`].filter(
    Boolean,
  );
  return (
    <>
      <p className="font-serif text-lg">Nothing waits on you.</p>
      <p className="text-muted">
        {words.length > 0 ? (
          <>
            There are claims to take in <cite className="font-serif">{next.title}</cite>: {words.join(", ")}.
          </>
        ) : (
          "What is in progress is with the others."
        )}
      </p>
      {words.length > 0 && (
        <ButtonLink href={`/articles/${next.id}`} className="mt-3">
          Open the article
        </ButtonLink>
      )}
    </>
  );
}

/** Everything is done. */
export function DeskIsClear() {
  return (
    <>
      <p className="font-serif text-lg">The desk is clear.</p>
      <p className="text-muted">Every claim is signed off or dismissed. The reports are ready to go out.</p>
      <ButtonLink href="/reports" className="mt-3">
        Go to the reports
      </ButtonLink>
    </>
  );
}
