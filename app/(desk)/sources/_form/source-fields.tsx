import { Field, Input, Select, Textarea } from "@/app/_ui/field";
import { SOURCE_KINDS, SOURCE_MEDIA, type SourceKind, type SourceMedium } from "@/lib/core/workflow/sourcing";
import { MEDIUM_LABELS, SOURCE_KIND_LABELS } from "../../_claims/words";
import { Languages } from "./languages";

/** What is said of a source, as its form starts. */
export interface SourceWords {
  readonly title: string;
  readonly medium: SourceMedium;
  readonly kind: SourceKind;
  readonly publisher: string;
  readonly url: string;
  readonly date: string;
  readonly author: string;
  readonly language: string;
  readonly reliability: string;
}

/** The source of an empty form. */
export const NEW_SOURCE: SourceWords = {
  title: "",
  medium: "web",
  kind: "secondary",
  publisher: "",
  url: "",
  date: "",
  author: "",
  language: "",
  reliability: "",
};

/** The fields of a source, for adding one and for changing one. */
export function SourceFields({ source }: { readonly source: SourceWords }) {
  return (
    <div className="grid gap-x-4 gap-y-3 sm:grid-cols-2">
      <Field label="Title, or the person’s name" name="title" className="sm:col-span-2">
        <Input name="title" defaultValue={source.title} maxLength={500} required />
      </Field>
      <Field label="Type" name="medium">
        <Select name="medium" defaultValue={source.medium}>
          {SOURCE_MEDIA.map((medium) => (
            <option key={medium} value={medium}>
              {MEDIUM_LABELS[medium]}
            </option>
          ))}
        </Select>
      </Field>
      <Field label="Standing" name="kind">
        <Select name="kind" defaultValue={source.kind}>
          {SOURCE_KINDS.map((kind) => (
            <option key={kind} value={kind}>
              {SOURCE_KIND_LABELS[kind]}
            </option>
          ))}
        </Select>
      </Field>
      <Field label="Web address" name="url" optional className="sm:col-span-2">
        <Input
          name="url"
          type="url"
          inputMode="url"
          defaultValue={source.url}
          maxLength={2000}
          placeholder="https://"
        />
      </Field>
      <Field label="Author" name="author" optional>
        <Input name="author" defaultValue={source.author} maxLength={200} />
      </Field>
      <Field label="Publisher" name="publisher" optional>
        <Input name="publisher" defaultValue={source.publisher} maxLength={200} />
      </Field>
      <Field label="Date of the source" name="date" optional>
        <Input name="date" type="date" defaultValue={source.date} />
      </Field>
      <Field label="Language" name="language" optional>
        <Languages name="language" defaultValue={source.language} />
      </Field>
      <Field label="How far it may be trusted, and why" name="reliability" optional className="sm:col-span-2">
        <Textarea name="reliability" rows={2} defaultValue={source.reliability} maxLength={2000} />
      </Field>
    </div>
  );
}
