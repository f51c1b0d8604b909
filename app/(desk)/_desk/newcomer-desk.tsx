import { ButtonLink } from "@/app/_ui/button";
import { may, type Role } from "@/lib/core/policy/policy";

const STEPS: readonly { readonly title: string; readonly words: string }[] = [
  { title: "An article comes in", words: "Paste it or choose a file. Its text is kept exactly as it is." },
  {
    title: "Its claims are found",
    words: "Each stands at its place in the text, with its speaker, figures, names and dates.",
  },
  {
    title: "People check them",
    words: "Reviewers leave source notes, editors set verdicts, a second person signs off.",
  },
  {
    title: "The report goes out",
    words: "Every verdict with its sources and who stands for it, for an outsider to verify.",
  },
];

/** The desk of a newsroom without articles: how the work goes, and where it begins for this role. */
export function NewcomerDesk({ name, role }: { readonly name: string; readonly role: Role }) {
  const mayImport = may(role, "article.import");
  return (
    <div className="max-w-3xl">
      <p className="font-serif text-xl">Good to have you here, {name.split(/\s+/u)[0]}.</p>
      <ol className="mt-6 grid gap-x-10 gap-y-6 border-ink border-t pt-5 sm:grid-cols-2">
        {STEPS.map((step, index) => (
          <li key={step.title} className="grid grid-cols-[2rem_minmax(0,1fr)]">
            <span aria-hidden="true" className="font-serif text-muted text-xl leading-6">
              {index + 1}
            </span>
            <div>
              <p className="font-medium">{step.title}</p>
              <p className="text-muted">{step.words}</p>
            </div>
          </li>
        ))}
      </ol>
      <div className="mt-8">
        {mayImport ? (
          <ButtonLink href="/articles/import" variant="filled">
            Import the first article
          </ButtonLink>
        ) : (
          <p className="text-muted">An editor imports the first article; what waits on you then stands here.</p>
        )}
      </div>
    </div>
  );
}
