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
  serverExternalPackages: ["@node-rs/argon2", "pg", "pino", "wink-nlp", "wink-eng-lite-web-model"],
  experimental: { serverActions: { bodySizeLimit: "4mb" } },
};
