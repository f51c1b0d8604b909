/** @type {import('next').NextConfig} */
module.exports = {
  distDir: ".next",
  poweredByHeader: false,
  agentRules: false,
  // `npm test` runs the compiler over the whole tree; the build does not repeat it.
  typescript: { ignoreBuildErrors: true },
  transpilePackages: [
    "@tanstack/react-table",
    "@tanstack/table-core",
    "@tanstack/store",
    "@tanstack/react-store",
    "@tanstack/react-virtual",
    "@tanstack/virtual-core",
  ],
  serverExternalPackages: [
    "@myriaddreamin/typst-ts-node-compiler",
    "@node-rs/argon2",
    "jsdom",
    "pdfjs-dist",
    "pg",
    "pg-boss",
    "pino",
    "wink-nlp",
    "wink-eng-lite-web-model",
  ],
  async headers() {
    return [
      {
        source: "/:path*",
        headers: [
          { key: "X-Content-Type-Options", value: "nosniff" },
          { key: "Referrer-Policy", value: "same-origin" },
          { key: "Permissions-Policy", value: "camera=(), microphone=(), geolocation=(), payment=(), usb=()" },
          { key: "Cross-Origin-Opener-Policy", value: "same-origin" },
          { key: "Cross-Origin-Resource-Policy", value: "same-origin" },
        ],
      },
      // Pages say who may frame them in their own policy; this is for browsers that read only the old header.
      { source: "/((?!api/).*)", headers: [{ key: "X-Frame-Options", value: "DENY" }] },
    ];
  },
  // Files of 25 MB are uploaded through an action, and every page's address passes through proxy.ts.
  experimental: { serverActions: { bodySizeLimit: "27mb" }, proxyClientMaxBodySize: "27mb" },
};
