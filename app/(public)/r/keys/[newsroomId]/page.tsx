import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { dateInWords } from "@/lib/core/report/words";
import { findPublicKeys } from "@/lib/packages/queries";
import type { PublicKeys } from "@/lib/packages/schema";

export const metadata: Metadata = { title: "Signing keys" };

/** A newsroom's signing keys, also those it no longer uses, so that an outsider can compare. */
export default async function PublicKeysPage({ params }: { params: Promise<{ newsroomId: string }> }) {
  const found = await findPublicKeys((await params).newsroomId);
  if (!found) notFound();
  const { newsroom, keys } = found;
  const current = keys.find(({ retiredAt }) => retiredAt === null);
  return (
    <div className="mx-auto w-full max-w-3xl px-5 pt-6 pb-16">
      <header className="mb-8 border-ink border-t-4 border-double pt-3">
        <p className="font-serif text-lg">{newsroom.name}</p>
      </header>
      <main>
        <h1 className="font-serif text-2xl leading-tight">Signing keys</h1>
        <p className="mt-3">
          Backup packages of this newsroom’s fact checks are signed with an Ed25519 key. Compare the fingerprint of a
          package’s key with these: it is the SHA-256 of the key’s 32 bytes.
        </p>
        <ul className="mt-6 border-line border-t">
          {keys.map((key) => (
            <Key key={key.id} signingKey={key} />
          ))}
        </ul>
        <h2 className="mt-10 border-ink border-b pb-1.5 font-serif text-lg">How to check a package</h2>
        <p className="mt-3">
          With Node.js 20 or newer and{" "}
          <a
            href="/r/verify.cjs"
            download
            className="underline decoration-line-strong underline-offset-3 hover:decoration-ink"
          >
            verify.cjs
          </a>
          , one file that needs neither a network nor a database:
        </p>
        <pre className="mt-2 overflow-x-auto bg-sunken px-3 py-2 text-sm">
          node verify.cjs package.zip --key {current?.id ?? keys[0]?.id}
        </pre>
        <p className="mt-3 text-muted">
          This page, and the program it hands out, are as trustworthy as the way they reached you. For more, ask the
          newsroom for its fingerprint by another way (a letter, a phone call, a printed issue), and make the program
          from the source of Claimdesk.
        </p>
      </main>
    </div>
  );
}

function Key({
  signingKey: { id, publicKey, createdAt, retiredAt },
}: {
  readonly signingKey: PublicKeys["keys"][number];
}) {
  return (
    <li className="border-line border-b py-4">
      <p className="font-medium">{retiredAt === null ? "In use" : `Retired ${dateInWords(retiredAt)}`}</p>
      <p className="mt-1">
        <code className="wrap-anywhere">{id}</code>
      </p>
      <p className="mt-1 text-muted text-sm">
        Public key (base64): <code className="wrap-anywhere">{publicKey}</code>
      </p>
      <p className="text-muted text-sm">Since {dateInWords(createdAt)}</p>
    </li>
  );
}
