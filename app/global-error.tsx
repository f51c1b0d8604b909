"use client";

import { ScreenError } from "./_ui/screen-error";
import "./globals.css";

/** The last resort, when the frame itself failed: it brings its own document. */
export default function GlobalError({ error, retry }: { readonly error: unknown; readonly retry: () => void }) {
  return (
    <html lang="en">
      <body>
        <title>Claimdesk could not be shown</title>
        <main>
          <ScreenError error={error} retry={retry} />
        </main>
      </body>
    </html>
  );
}
