"use client";

import type { ClaimView } from "@/lib/claims/schema";
import { RightOfReply } from "../_contacts/right-of-reply";
import { Found } from "./found";
import { History } from "./history";
import { Planning } from "./planning";
import { Said } from "./said";
import { Standing } from "./standing";
import { ToCheck } from "./to-check";
import { OurVerdict } from "./verdict";
import { ThroughVersions, WhatHappened } from "./versions";

/** Everything about one claim in the order of thought; the inspector and the claim's own page show the same. */
export function ClaimSections({
  claim,
  inContext = false,
  inGalley = false,
}: {
  readonly claim: ClaimView;
  /** The words of the text stand above already. */
  readonly inContext?: boolean;
  /** The article's text stands beside it. */
  readonly inGalley?: boolean;
}) {
  return (
    <>
      <WhatHappened claim={claim} inGalley={inGalley} />
      <Said claim={claim} inContext={inContext} />
      <ToCheck claim={claim} />
      <Found claim={claim} />
      <RightOfReply claim={claim} />
      <OurVerdict claim={claim} />
      <Standing claim={claim} />
      <Planning claim={claim} />
      <ThroughVersions claim={claim} />
      <History claim={claim} />
    </>
  );
}
