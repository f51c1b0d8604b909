"use client";

import { clsx } from "clsx";
import { RotateCcw } from "lucide-react";
import { useMemo, useRef, useState } from "react";
import { ActionForm, SaveState, Submit } from "@/app/_ui/action-form";
import { Button } from "@/app/_ui/button";
import type { Strengths } from "@/lib/claims/schema";
import { FURTHEST, NOTCH, notched, type RuleFeature, turnedWeights, type Weights } from "@/lib/core/extraction/weights";
import type { WeightsView } from "@/lib/people/schema";
import { counted } from "../../claims/_table/words";
import { changeWeightsAction } from "../actions";
import { OrderPreview } from "./order-preview";

/** Turn what makes a claim worth checking, and see the order of an article's claims change while turning. */
export function WeightsEditor({
  weights,
  rev,
  strengths,
}: {
  readonly weights: WeightsView;
  readonly rev: number;
  readonly strengths: Strengths;
}) {
  const { features, bias, turned } = weights;
  const saved = useMemo(() => wholeSet(features, turned), [features, turned]);
  const [wanted, setWanted] = useState(saved);
  const [done, setDone] = useState("");
  const list = useRef<HTMLUListElement>(null);

  // While nothing is edited, the sliders follow what is saved.
  const savedText = JSON.stringify(saved);
  const [shownSaved, setShownSaved] = useState(savedText);
  if (shownSaved !== savedText) {
    if (JSON.stringify(wanted) === shownSaved) setWanted(saved);
    setShownSaved(savedText);
  }

  const now = turnedWeights(features, wanted);
  const dirty = JSON.stringify(wanted) !== savedText;
  const turn = (name: string, value: number): void => {
    setDone("");
    setWanted((before) => ({ ...before, [name]: value }));
  };
  const onSaved = ({ changed }: { readonly changed: number }): void =>
    setDone(changed === 0 ? "No claim’s score changed." : `${counted(changed, "claim")} scored anew.`);
  // One press: every slider back, and sent.
  const reset = (): void => {
    for (const { name, weight } of features) setSlider(name, notched(weight));
    list.current?.closest("form")?.requestSubmit();
  };
  return (
    <ActionForm action={changeWeightsAction} draftKey="weights" keepValues onSaved={onSaved}>
      <input type="hidden" name="rev" value={rev} />
      <div className="grid gap-x-8 gap-y-6 lg:grid-cols-[minmax(0,1fr)_17rem]">
        <ul ref={list} aria-label="Weights" className="-mt-4">
          {features.map((feature) => (
            <Slider
              key={feature.name}
              feature={feature}
              value={wanted[feature.name] ?? notched(feature.weight)}
              turned={now[feature.name] !== undefined}
              onTurn={turn}
            />
          ))}
        </ul>
        <div className="max-lg:sticky max-lg:bottom-0 max-lg:z-10 max-lg:-mx-4 max-lg:border-line-strong max-lg:border-t max-lg:bg-raised max-lg:px-4 max-lg:py-2 max-md:bottom-(--bar-height) lg:sticky lg:top-6 lg:-mt-2 lg:self-start">
          <OrderPreview features={features} bias={bias} saved={turned} wanted={now} strengths={strengths} />
          <div className="mt-2 flex flex-wrap items-center gap-2 lg:mt-3">
            <Submit disabled={!dirty}>Save weights</Submit>
            {Object.keys({ ...now, ...turned }).length > 0 && (
              <Button
                variant="quiet"
                onClick={reset}
                title="Back to the weights that Claimdesk came with, saved at once"
              >
                Reset all
              </Button>
            )}
            <SaveState />
            {done !== "" && (
              <span role="status" className="text-muted text-sm">
                {done}
              </span>
            )}
          </div>
        </div>
      </div>
    </ActionForm>
  );
}

function Slider({
  feature,
  value,
  turned,
  onTurn,
}: {
  readonly feature: RuleFeature;
  readonly value: number;
  readonly turned: boolean;
  readonly onTurn: (name: string, value: number) => void;
}) {
  const { name, says } = feature;
  const usual = notched(feature.weight);
  return (
    <li className="grid grid-cols-[minmax(0,1fr)_2.75rem_1.75rem] items-center gap-x-2 border-line border-b py-1.5 sm:grid-cols-[minmax(0,1fr)_9rem_2.75rem_1.75rem]">
      <label htmlFor={`weight-${name}`} className={clsx("first-letter:uppercase", turned && "font-medium")}>
        {says}
      </label>
      <input type="hidden" name="feature[]" value={name} />
      <input
        id={`weight-${name}`}
        type="range"
        name="weight[]"
        min={-FURTHEST}
        max={FURTHEST}
        step={NOTCH}
        value={value}
        aria-valuetext={`${signed(value)}${turned ? `, usually ${signed(usual)}` : ""}`}
        onChange={(event) => onTurn(name, notched(event.target.valueAsNumber))}
        className="h-6 w-full cursor-pointer accent-ink max-sm:order-last max-sm:col-span-full max-sm:h-9"
      />
      <output
        htmlFor={`weight-${name}`}
        className={clsx("text-right tabular-nums", turned ? "font-medium" : "text-muted")}
      >
        {signed(value)}
      </output>
      <span className="size-7">
        {turned && (
          <Button
            variant="quiet"
            size="sm"
            square
            aria-label={`Put “${says}” back to ${signed(usual)}`}
            title={`Usually ${signed(usual)}`}
            onClick={() => setSlider(name, usual)}
          >
            <RotateCcw size={14} aria-hidden="true" />
          </Button>
        )}
      </span>
    </li>
  );
}

/** Move a slider as a hand would, so that the draft and the screen both follow. */
function setSlider(name: string, value: number): void {
  const slider = document.getElementById(`weight-${name}`);
  if (!(slider instanceof HTMLInputElement) || slider.valueAsNumber === value) return;
  // React overrides `value` on the element to notice changes; the prototype's setter makes it see this one.
  Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, "value")?.set?.call(slider, String(value));
  slider.dispatchEvent(new Event("input", { bubbles: true }));
}

/** The weights, for those who may not change them. */
export function WeightsList({ weights: { features, turned } }: { readonly weights: WeightsView }) {
  return (
    <ul className="-mt-4">
      {features.map(({ name, says, weight }) => {
        const own = turned[name];
        return (
          <li key={name} className="flex items-baseline gap-x-3 border-line border-b py-1.5">
            <span className="flex-1 first-letter:uppercase">{says}</span>
            {own !== undefined && <span className="text-muted text-sm">usually {signed(notched(weight))}</span>}
            <span className="w-11 text-right tabular-nums">{signed(own ?? notched(weight))}</span>
          </li>
        );
      })}
    </ul>
  );
}

/** Every weight at its notch: the newsroom's where it turned one, else the model's. */
function wholeSet(features: readonly RuleFeature[], turned: Weights): Weights {
  return Object.fromEntries(features.map(({ name, weight }) => [name, turned[name] ?? notched(weight)]));
}

function signed(weight: number): string {
  const figure = Math.abs(weight).toFixed(1);
  if (weight === 0) return figure;
  return weight > 0 ? `+${figure}` : `−${figure}`;
}
