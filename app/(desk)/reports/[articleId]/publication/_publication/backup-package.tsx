"use client";

import { Download } from "lucide-react";
import Link from "next/link";
import { ActionForm, Submit } from "@/app/_ui/action-form";
import { buttonClasses } from "@/app/_ui/button";
import { Notice } from "@/app/_ui/notice";
import type { KeysView } from "@/lib/packages/schema";
import { makeSigningKeyAction } from "./actions";

/** The backup package of the article: what it is, and the way to it. */
export function BackupPackage({ articleId, keys }: { readonly articleId: string; readonly keys: KeysView }) {
  const { current, opens } = keys;
  const address = `/api/articles/${encodeURIComponent(articleId)}/package`;
  if (!current) {
    return (
      <ActionForm action={makeSigningKeyAction} className="flex flex-col items-start gap-3">
        <p>
          Packages are signed, and the newsroom has no key yet. Making it takes a moment; its fingerprint then stands in
          the settings and on a public page.
        </p>
        <Submit variant="outline">Make the signing key</Submit>
      </ActionForm>
    );
  }
  if (!opens) {
    return (
      <Notice tone="error" title="The signing key can’t be opened any more">
        It was sealed with another session secret. See the{" "}
        <Link href="/settings#signing-key" className="underline underline-offset-2">
          settings
        </Link>
        .
      </Notice>
    );
  }
  return (
    <div className="flex flex-col gap-3">
      <div className="flex flex-wrap gap-2">
        <a href={address} download className={buttonClasses({ variant: "outline" })}>
          <Download size={14} aria-hidden="true" />
          Save the package
        </a>
        <a href={`${address}?snapshots=without`} download className={buttonClasses({ variant: "quiet" })}>
          Without copies of pages and files
        </a>
      </div>
      <p className="text-muted text-sm">
        Signed by the key <code className="text-xs">{current.id.slice(0, 16)}…</code>. Whoever gets it can check it
        without you: <code className="text-xs">claimdesk verify</code>, or the single file{" "}
        <a href="/r/verify.cjs" download className="underline decoration-line-strong underline-offset-3 hover:text-ink">
          <code className="text-xs">verify.cjs</code>
        </a>
        .
      </p>
    </div>
  );
}
