import { useId } from "react";
import { Input } from "@/app/_ui/field";

/** Languages that are offered; every other one can be typed as its tag. */
const OFFERED = [
  "en",
  "de",
  "fr",
  "es",
  "it",
  "pt",
  "nl",
  "pl",
  "ru",
  "uk",
  "tr",
  "ar",
  "fa",
  "he",
  "hi",
  "zh",
  "ja",
  "ko",
];

/** A text field for a language's tag (BCP 47) that offers the common ones by name. */
export function Languages({ name, defaultValue }: { readonly name: string; readonly defaultValue?: string }) {
  const list = useId();
  return (
    <>
      <Input name={name} defaultValue={defaultValue} maxLength={35} list={list} placeholder="en, de, pt-BR" />
      <datalist id={list}>
        {OFFERED.map((tag) => (
          <option key={tag} value={tag}>
            {languageName(tag)}
          </option>
        ))}
      </datalist>
    </>
  );
}

/** Name a language in English; a tag that nobody has a name for stands for itself. */
export function languageName(tag: string): string {
  return tag === "" ? "" : (new Intl.DisplayNames("en", { type: "language" }).of(tag) ?? tag);
}
