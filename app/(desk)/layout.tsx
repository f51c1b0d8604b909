import { cookies, headers } from "next/headers";
import type { ReactNode } from "react";
import { DraftScope } from "@/app/_ui/draft";
import { requireActor } from "@/lib/platform/session";
import { Frame } from "./_shell/frame";

/** The signed-in area. Who is signed out comes back to the same place after signing in. */
export default async function DeskLayout({ children }: { readonly children: ReactNode }) {
  const actor = await requireActor((await headers()).get("x-path") ?? "/");
  const theme = (await cookies()).get("theme")?.value;
  const me = { name: actor.name, email: actor.email, role: actor.role };
  return (
    <DraftScope owner={actor.userId}>
      <Frame me={me} newsroomName={actor.newsroomName} theme={theme === "light" || theme === "dark" ? theme : "system"}>
        {children}
      </Frame>
    </DraftScope>
  );
}
