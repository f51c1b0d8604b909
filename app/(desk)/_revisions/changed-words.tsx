import { inlineChanges } from "@/lib/core/text/side-by-side";

/** Two wordings in one line of reading: struck through what goes, underlined what comes. */
export function ChangedWords({ before, after }: { readonly before: string; readonly after: string }) {
  return inlineChanges(before, after).map(({ text, mark }, index) => {
    const key = `${index}`;
    if (mark === "gone") {
      return (
        <del key={key} className="words-gone">
          {text}
        </del>
      );
    }
    return mark === "come" ? (
      <ins key={key} className="words-come">
        {text}
      </ins>
    ) : (
      <span key={key}>{text}</span>
    );
  });
}
