import { ExternalLink, X } from "lucide-react";
import Link from "next/link";
import { Button, buttonClasses } from "@/app/_ui/button";
import { Tooltip } from "@/app/_ui/tooltip";

/** The two ways out of a claim in the inspector: to its own page, and back to the article. */
export function ClaimPageAndClose({ claimId, onClose }: { readonly claimId: string; readonly onClose: () => void }) {
  return (
    <>
      <Tooltip words="The claim’s own page" side="bottom">
        <Link
          href={`/claims/${claimId}`}
          aria-label="Open the claim’s own page"
          className={buttonClasses({ variant: "quiet", size: "sm", square: true })}
        >
          <ExternalLink size={15} aria-hidden="true" />
        </Link>
      </Tooltip>
      <Tooltip words="Close" keys="Esc" side="bottom">
        <Button variant="quiet" size="sm" square aria-label="Close the claim" onClick={onClose}>
          <X size={16} aria-hidden="true" />
        </Button>
      </Tooltip>
    </>
  );
}
