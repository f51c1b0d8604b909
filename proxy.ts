import { type NextRequest, NextResponse } from "next/server";

/**
 * Stamp every page with a Content-Security-Policy and its nonce, and tell it its address. Nothing else happens here: who may see what is decided
 * by queries and commands.
 */
export function proxy(request: NextRequest): NextResponse {
  const nonce = Buffer.from(crypto.getRandomValues(new Uint8Array(16))).toString("base64");
  const policy = contentSecurityPolicy(nonce, process.env.NODE_ENV === "development");
  const headers = new Headers(request.headers);
  headers.set("x-nonce", nonce);
  headers.set("content-security-policy", policy);
  // Layouts can't see the address they are asked for; the sign-in page leads back to it.
  headers.set("x-path", request.nextUrl.pathname + request.nextUrl.search);
  const response = NextResponse.next({ request: { headers } });
  response.headers.set("content-security-policy", policy);
  return response;
}

/** `display:none`, the one style attribute allowed: React hides a streamed piece of SVG with it until its place is there. */
const HIDDEN_PIECE = "'sha256-aqNNdDLnnrDOnTNdkJpYlAxKVJtLt9CtFLklmInuUAE='";

/** Build the policy: scripts and styles by nonce only, nothing from elsewhere. Development needs eval for stack traces. */
function contentSecurityPolicy(nonce: string, development: boolean): string {
  const script = `'self' 'nonce-${nonce}' 'strict-dynamic'${development ? " 'unsafe-eval'" : ""}`;
  const style = development ? "'self' 'unsafe-inline'" : `'self' 'nonce-${nonce}'`;
  return [
    "default-src 'none'",
    `script-src ${script}`,
    `style-src ${style}`,
    development ? "style-src-attr 'unsafe-inline'" : `style-src-attr 'unsafe-hashes' ${HIDDEN_PIECE}`,
    "img-src 'self' data:",
    "media-src 'self'",
    "font-src 'self'",
    "connect-src 'self'",
    "frame-src 'self'",
    "manifest-src 'self'",
    "form-action 'self'",
    "base-uri 'none'",
    "frame-ancestors 'none'",
    "object-src 'none'",
  ].join("; ");
}

export const config = {
  // Assets carry no markup; API answers set their own policy.
  matcher: [{ source: "/((?!_next/static|_next/image|api/|icon.svg).*)" }],
};
