"use client";

import { useEffect, useState } from "react";
import { Button, ButtonLink } from "./button";
import { Trouble } from "./trouble";

/** A screen that failed: nothing is lost, and the id finds the cause in the server's log. */
export function ScreenError({ error, retry }: { readonly error: unknown; readonly retry: () => void }) {
  const digest = digestOf(error);
  const offline = useOffline();
  return (
    <Trouble
      title={offline ? "The server can't be reached" : "This screen could not be shown"}
      actions={
        <>
          <Button variant="filled" onClick={retry}>
            Try again
          </Button>
          <ButtonLink href="/">Go to the desk</ButtonLink>
        </>
      }
      foot={digest && `If it happens again, tell your admin this number: ${digest}`}
    >
      <p>
        {offline
          ? "The connection is gone. Try again when it is back."
          : "Something went wrong on our side while reading it."}
      </p>
      <p>What was saved is safe, and text you typed is kept in this browser.</p>
    </Trouble>
  );
}

/** Return the id under which the server logged an error, or null for one of the browser. */
function digestOf(error: unknown): string | null {
  return error instanceof Error && "digest" in error && typeof error.digest === "string" ? error.digest : null;
}

function useOffline(): boolean {
  const [offline, setOffline] = useState(false);
  useEffect(() => {
    const look = (): void => setOffline(!navigator.onLine);
    look();
    window.addEventListener("online", look);
    window.addEventListener("offline", look);
    return () => {
      window.removeEventListener("online", look);
      window.removeEventListener("offline", look);
    };
  }, []);
  return offline;
}
