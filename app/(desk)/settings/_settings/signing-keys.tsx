"use client";

import { ActionForm, Submit } from "@/app/_ui/action-form";
import { CopyButton } from "@/app/_ui/copy-button";
import { Field, Textarea } from "@/app/_ui/field";
import { Notice } from "@/app/_ui/notice";
import { Popover } from "@/app/_ui/popover";
import { RelativeTime } from "@/app/_ui/relative-time";
import type { KeysView, KeyView } from "@/lib/packages/schema";
import { makeSigningKeyAction, rotateSigningKeyAction } from "../actions";

/** The key that signs packages, those that did, and the way to a new one. */
export function SigningKeys({ keys, address }: { readonly keys: KeysView; readonly address: string }) {
  const { current, retired, opens, mayRotate } = keys;
  if (!current) {
    return (
      <div className="flex flex-col items-start gap-3">
        <p>
          There is no key yet. The first backup package makes one; you can make it now, to tell others its fingerprint.
        </p>
        {mayRotate && (
          <ActionForm action={makeSigningKeyAction}>
            <Submit variant="outline">Make the key</Submit>
          </ActionForm>
        )}
      </div>
    );
  }
  return (
    <>
      {!opens && (
        <Notice tone="error" title="This key can’t be opened any more">
          It was sealed with another session secret (NEXTAUTH_SECRET), so nothing can be signed with it. Set that secret
          again, or make a new key. What it signed can be checked as before.
        </Notice>
      )}
      <div>
        <Key signingKey={current} />
        <div className="mt-3 flex flex-wrap items-center gap-2">
          <CopyButton text={current.id} label="Copy fingerprint" />
          <a
            href={address}
            className="underline decoration-line-strong underline-offset-3 hover:decoration-ink max-sm:py-2"
          >
            Public page of the keys
          </a>
          {mayRotate && <Rotate keyId={current.id} />}
        </div>
      </div>
      {retired.length > 0 && (
        <section aria-labelledby="older-keys">
          <h3 id="older-keys" className="mb-1 font-medium">
            Older keys
          </h3>
          <ul className="border-line border-t">
            {retired.map((key) => (
              <li key={key.id} className="border-line border-b py-3">
                <Key signingKey={key} />
              </li>
            ))}
          </ul>
        </section>
      )}
    </>
  );
}

function Key({ signingKey: { id, publicKey, createdAt, createdBy, retiredAt } }: { readonly signingKey: KeyView }) {
  return (
    <dl className="grid gap-x-4 gap-y-1 sm:grid-cols-[7rem_minmax(0,1fr)]">
      <dt className="text-muted">Fingerprint</dt>
      <dd>
        <code className="wrap-anywhere text-sm">{id.match(/.{8}/g)?.join(" ")}</code>
      </dd>
      <dt className="text-muted">Public key</dt>
      <dd>
        <code className="wrap-anywhere text-sm">{publicKey}</code>{" "}
        <span className="text-muted text-sm">Ed25519, base64</span>
      </dd>
      <dt className="text-muted">In use</dt>
      <dd>
        since <RelativeTime at={createdAt} />, made by {createdBy.name}
        {retiredAt && (
          <>
            ; retired <RelativeTime at={retiredAt} />
          </>
        )}
      </dd>
    </dl>
  );
}

function Rotate({ keyId }: { readonly keyId: string }) {
  return (
    <Popover label="Make a new signing key" trigger="New key…" variant="quiet" className="w-96">
      {(close) => (
        <ActionForm action={rotateSigningKeyAction} onSaved={close} className="flex flex-col gap-3">
          <input type="hidden" name="keyId" value={keyId} />
          <div>
            <p className="font-medium">Put a new key in its place?</p>
            <p className="mt-1 text-muted">
              Packages are signed with the new one from now on. The old one stays listed, so that what it signed can be
              checked. Tell the new fingerprint to those who know the old one.
            </p>
          </div>
          <Field label="Why" name="reason">
            <Textarea name="reason" required rows={2} maxLength={1000} />
          </Field>
          <Submit variant="danger">Make a new key</Submit>
        </ActionForm>
      )}
    </Popover>
  );
}
