import type { Metadata } from "next";
import { ButtonLink } from "./_ui/button";
import { Trouble } from "./_ui/trouble";

export const metadata: Metadata = { title: "Not found" };

/** An address that leads nowhere, for whoever asks: not there and not yours are the same answer. */
export default function NotFound() {
  return (
    <main>
      <Trouble
        title="There is nothing at this address"
        actions={
          <ButtonLink href="/" variant="filled">
            Go to the desk
          </ButtonLink>
        }
      >
        <p>The link may be incomplete, or what it led to belongs to another newsroom.</p>
      </Trouble>
    </main>
  );
}
