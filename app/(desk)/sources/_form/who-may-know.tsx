import { LockKeyhole, Users } from "lucide-react";
import { Badge } from "@/app/_ui/badge";
import { RadioGroup } from "@/app/_ui/field";
import { CONFIDENTIALITIES, type Confidentiality } from "@/lib/core/workflow/sourcing";
import { CONFIDENTIALITY_LABELS, CONFIDENTIALITY_WORDS } from "../../_claims/words";

/** The choice of who may know a source, each with what it means. */
export function WhoMayKnow({ name, value = "open" }: { readonly name: string; readonly value?: Confidentiality }) {
  return (
    <RadioGroup
      legend="Who may know it"
      name={name}
      defaultValue={value}
      choices={CONFIDENTIALITIES.map((one) => ({
        value: one,
        label: CONFIDENTIALITY_LABELS[one],
        hint: CONFIDENTIALITY_WORDS[one],
      }))}
    />
  );
}

const GLYPHS = { internal: Users, secret: LockKeyhole } as const;

/** How secret a source is, as a sign and a word; nothing for an open one. */
export function SecrecyBadge({ value, className }: { readonly value: Confidentiality; readonly className?: string }) {
  if (value === "open") return null;
  const Glyph = GLYPHS[value];
  return (
    <Badge title={CONFIDENTIALITY_WORDS[value]} {...(className && { className })}>
      <Glyph size={11} aria-hidden="true" />
      {CONFIDENTIALITY_LABELS[value]}
    </Badge>
  );
}
