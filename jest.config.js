const nextJest = require("next/jest");

const base = nextJest({ dir: __dirname })({
  moduleNameMapper: { "^@/(.*)$": "<rootDir>/$1" },
});

/** One project per level at which something can break; `npm test` runs them all. */
const project =
  (displayName, testMatch, more = {}) =>
  async () => {
    const config = await base();
    const setupFilesAfterEnv = ["<rootDir>/__tests__/support/properties.ts"];
    // Jest would replace what a file set on shared objects by setters that call themselves when a later file sets it again.
    const testEnvironmentOptions = { globalsCleanup: "off" };
    const own = { displayName, testMatch, testEnvironment: "node", testEnvironmentOptions, setupFilesAfterEnv };
    return { ...config, ...own, ...more };
  };

module.exports = async () => ({
  // Generous: two cores may be busy with other things; what must be fast is asserted where it is tested.
  testTimeout: 60_000,
  // A worker of a busy machine may need longer than the usual half second to end; only a leak needs as long as this.
  workerGracefulExitTimeout: 15_000,
  projects: await Promise.all(
    [
      project("core", ["<rootDir>/__tests__/core/**/*.test.ts", "<rootDir>/__tests__/architecture.test.ts"]),
      project("lib", ["<rootDir>/__tests__/lib/**/*.test.ts"], {
        globalSetup: "<rootDir>/__tests__/support/database-setup.ts",
        globalTeardown: "<rootDir>/__tests__/support/database-teardown.ts",
      }),
      project("app", ["<rootDir>/__tests__/app/**/*.test.tsx"], { testEnvironment: "jsdom" }),
      project("browser", ["<rootDir>/__tests__/browser/**/*.test.ts"], {
        globalSetup: "<rootDir>/__tests__/support/browser-setup.ts",
        globalTeardown: "<rootDir>/__tests__/support/browser-teardown.ts",
      }),
    ].map((make) => make()),
  ),
});
