"use client";

import { useState } from "react";
import { ActionForm, Submit } from "@/app/_ui/action-form";
import { CopyButton } from "@/app/_ui/copy-button";
import { Field, Input } from "@/app/_ui/field";
import { Notice } from "@/app/_ui/notice";
import { Popover } from "@/app/_ui/popover";
import { RelativeTime } from "@/app/_ui/relative-time";
import type { TokenView } from "@/lib/tokens/schema";
import { createTokenAction, revokeTokenAction } from "../actions";

/** Make tokens for other programs, see which there are and when each was used, and revoke them. */
export function Tokens({ tokens }: { readonly tokens: readonly TokenView[] }) {
  const [made, setMade] = useState<{ readonly id: string; readonly name: string; readonly token: string } | null>(null);
  return (
    <div className="flex flex-col gap-4">
      <ActionForm
        action={createTokenAction}
        draftKey="token"
        onSaved={({ tokenId, name, token }) => setMade({ id: tokenId, name, token })}
      >
        <div className="flex flex-wrap items-end gap-3">
          <Field label="Program that will use it" name="name" className="w-80 max-w-full">
            <Input name="name" required maxLength={80} autoComplete="off" placeholder="Publishing system" />
          </Field>
          <Submit variant="outline">Make token</Submit>
        </div>
      </ActionForm>
      {made && <MadeToken key={made.id} name={made.name} token={made.token} />}
      {tokens.length === 0 ? (
        <p className="border-line border-t py-3 text-muted">
          No program has access. Make a token, and give it to the program that asks Claimdesk before it publishes.
        </p>
      ) : (
        <ul className="border-line border-t">
          {tokens.map((token) => (
            <TokenLine
              key={token.id}
              token={token}
              onRevoked={() => setMade((shown) => (shown?.id === token.id ? null : shown))}
            />
          ))}
        </ul>
      )}
    </div>
  );
}

function TokenLine({ token, onRevoked }: { readonly token: TokenView; readonly onRevoked: () => void }) {
  const { id, name, createdBy, createdAt, lastUsedAt } = token;
  return (
    <li className="flex min-h-11 items-center justify-between gap-x-4 border-line border-b py-2">
      <div className="min-w-0">
        <p className="wrap-anywhere font-medium">{name}</p>
        <p className="text-muted text-sm">
          Made by {createdBy.name} <RelativeTime at={createdAt} /> ·{" "}
          {lastUsedAt ? (
            <>
              last used <RelativeTime at={lastUsedAt} />
            </>
          ) : (
            "never used"
          )}
        </p>
      </div>
      <Popover
        label={`Revoke the token of ${name}`}
        trigger="Revoke…"
        variant="quiet"
        size="sm"
        align="end"
        triggerClassName="text-muted"
        className="w-80"
      >
        <ActionForm action={revokeTokenAction} onSaved={onRevoked}>
          <input type="hidden" name="tokenId" value={id} />
          <p className="wrap-anywhere font-medium">Revoke the token of {name}?</p>
          <p className="mt-1 mb-3 text-muted">
            Its next question is refused. This can’t be undone; a new token can be made at any time.
          </p>
          <Submit variant="danger">Revoke</Submit>
        </ActionForm>
      </Popover>
    </li>
  );
}

/** A new token, shown this once. */
function MadeToken({ name, token }: { readonly name: string; readonly token: string }) {
  return (
    <Notice tone="success" title={`The token for ${name} is ready. It is shown only now.`}>
      <p className="mt-0.5 text-muted text-sm">
        Keep it where the program keeps its secrets. Claimdesk stores only its hash.
      </p>
      <div className="mt-1.5 flex flex-wrap items-center gap-2">
        <Input
          readOnly
          value={token}
          aria-label="Token"
          spellCheck={false}
          className="min-w-0 flex-1 font-mono text-sm max-sm:basis-full"
          onFocus={(event) => event.currentTarget.select()}
        />
        <CopyButton text={token} label="Copy token" />
      </div>
    </Notice>
  );
}
