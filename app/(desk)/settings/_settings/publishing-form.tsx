"use client";

import { ActionForm, SaveState, Submit } from "@/app/_ui/action-form";
import { Field, Input } from "@/app/_ui/field";
import { useFormStatusOf } from "@/app/_ui/form-context";
import { type Publishing, ratingOf } from "@/lib/core/report/publishing";
import type { VerdictScale } from "@/lib/core/workflow/verdict-scale";
import { changePublishingAction } from "../actions";

/** What goes out with published reports: the newsroom's addresses, and each verdict's number for machines. */
export function PublishingForm({
  publishing,
  scale,
  rev,
}: {
  readonly publishing: Publishing;
  readonly scale: VerdictScale;
  readonly rev: number;
}) {
  const { url, logoUrl, correctionsUrl, contact, best, worst } = publishing;
  return (
    <ActionForm action={changePublishingAction} draftKey="publishing" keepValues>
      <input type="hidden" name="rev" value={rev} />
      <div className="flex flex-col gap-5">
        <div className="grid gap-4 sm:grid-cols-2">
          <Field label="The newsroom’s address" name="url">
            <Input key={url} name="url" type="url" defaultValue={url} placeholder="https://" autoComplete="url" />
          </Field>
          <Field label="Address of its logo" name="logoUrl">
            <Input key={logoUrl} name="logoUrl" type="url" defaultValue={logoUrl} placeholder="https://" />
          </Field>
          <Field label="Corrections policy" name="correctionsUrl" hint="A page that says how you correct errors.">
            <Input
              key={correctionsUrl}
              name="correctionsUrl"
              type="url"
              defaultValue={correctionsUrl}
              placeholder="https://"
            />
          </Field>
          <Field label="Where to report errors" name="contact" hint="An e-mail address or a page.">
            <Input key={contact} name="contact" defaultValue={contact} />
          </Field>
        </div>
        <fieldset className="flex flex-col gap-3">
          <legend className="mb-1 font-medium text-sm">Ratings in ClaimReview</legend>
          <p className="text-muted text-sm">
            Search engines show a verdict’s word; the number tells them how true the claim is. A verdict that says
            nothing about that, such as one that could not be confirmed, has none.
          </p>
          <div className="flex flex-wrap gap-4">
            <Field label="Worst" name="worst" className="w-24">
              <Input
                key={worst}
                name="worst"
                type="number"
                min={1}
                max={100}
                step="any"
                defaultValue={worst}
                className="tabular-nums"
                required
              />
            </Field>
            <Field label="Best" name="best" className="w-24">
              <Input
                key={best}
                name="best"
                type="number"
                min={1}
                max={100}
                step="any"
                defaultValue={best}
                className="tabular-nums"
                required
              />
            </Field>
          </div>
          <Ratings publishing={publishing} scale={scale} />
        </fieldset>
        <div className="flex flex-wrap items-center gap-3">
          <Submit variant="outline">Save</Submit>
          <SaveState className="h-8" />
        </div>
      </div>
    </ActionForm>
  );
}

function Ratings({ publishing, scale }: { readonly publishing: Publishing; readonly scale: VerdictScale }) {
  const { errors } = useFormStatusOf();
  const wrong = Object.entries(errors).find(([name]) => name === "rating" || name.startsWith("rating."))?.[1];
  return (
    <>
      <ul>
        {scale.map(({ id, label }) => {
          const rating = ratingOf(publishing, id);
          return (
            <li key={id} className="flex items-center justify-between gap-4 border-line border-b py-1.5 first:border-t">
              <input type="hidden" name="verdict[]" value={id} />
              <label htmlFor={`rating-${id}`}>{label}</label>
              <span className="w-24">
                <Input
                  key={rating}
                  id={`rating-${id}`}
                  name="rating[]"
                  type="number"
                  step="any"
                  defaultValue={rating ?? ""}
                  placeholder="none"
                  className="text-right tabular-nums"
                />
              </span>
            </li>
          );
        })}
      </ul>
      {wrong && (
        <p role="alert" className="text-reopened text-sm">
          {wrong}
        </p>
      )}
    </>
  );
}

/** The same for those who may not change it. */
export function PublishingFacts({
  publishing,
  scale,
}: {
  readonly publishing: Publishing;
  readonly scale: VerdictScale;
}) {
  const { url, correctionsUrl, contact, best, worst } = publishing;
  const said = [
    url && `Address: ${url}`,
    correctionsUrl && `Corrections: ${correctionsUrl}`,
    contact && `Errors: ${contact}`,
  ];
  const rated = scale.flatMap(({ id, label }) => {
    const rating = ratingOf(publishing, id);
    return rating === null ? [] : `${label} ${rating}`;
  });
  return (
    <>
      <p className="wrap-break-word">{said.filter(Boolean).join(" · ") || "Nothing is said yet."}</p>
      <p>
        Ratings from {worst} to {best}: {rated.join(", ") || "none"}.
      </p>
    </>
  );
}
