import { clsx } from "clsx";

/** How much of something is done, from 0 to `max`. `label` says it in words for those who can't see the bar. */
export function ProgressBar({
  value,
  max,
  label,
  className,
}: {
  readonly value: number;
  readonly max: number;
  readonly label: string;
  readonly className?: string;
}) {
  return (
    <StackedBar
      parts={[{ key: "done", value, className: "fill-ink" }]}
      max={max}
      label={label}
      {...(className && { className })}
    />
  );
}

/** One part of a StackedBar; `className` gives its fill, such as `fill-verified`. */
export interface BarPart {
  readonly key: string;
  readonly value: number;
  readonly className: string;
}

/** Several amounts laid end to end on a line of length `max`, drawn without style attributes. */
export function StackedBar({
  parts,
  max,
  label,
  className,
}: {
  readonly parts: readonly BarPart[];
  readonly max: number;
  readonly label: string;
  readonly className?: string;
}) {
  let from = 0;
  const whole = Math.max(max, 1);
  return (
    <svg role="img" aria-label={label} className={clsx("h-1.5 w-full overflow-hidden rounded-full", className)}>
      <rect width="100%" height="100%" className="fill-line" />
      {parts.map((part) => {
        const x = from;
        from += part.value;
        return part.value > 0 ? (
          <rect
            key={part.key}
            x={`${((100 * x) / whole).toFixed(2)}%`}
            width={`${((100 * part.value) / whole).toFixed(2)}%`}
            height="100%"
            className={part.className}
          />
        ) : null;
      })}
    </svg>
  );
}
