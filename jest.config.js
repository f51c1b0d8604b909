const nextJest = require("next/jest");

const base = nextJest({ dir: __dirname })({
  moduleNameMapper: { "^@/(.*)$": "<rootDir>/$1" },
});

/** One project per level at which something can break; `npm test` runs them all. */
const project =
  (displayName, testMatch, more = {}) =>
  async () => {
    const config = await base();
    // Generous: two cores may be busy with other things; what must be fast is asserted where it is tested.
    return { ...config, displayName, testMatch, testEnvironment: "node", testTimeout: 30_000, ...more };
  };

module.exports = async () => ({
  projects: await Promise.all(
    [
      project("core", ["<rootDir>/__tests__/core/**/*.test.ts", "<rootDir>/__tests__/architecture.test.ts"]),
      project("lib", ["<rootDir>/__tests__/lib/**/*.test.ts"], {
        globalSetup: "<rootDir>/__tests__/support/database-setup.ts",
        globalTeardown: "<rootDir>/__tests__/support/database-teardown.ts",
      }),
      project("app", ["<rootDir>/__tests__/app/**/*.test.tsx"], { testEnvironment: "jsdom" }),
      project("browser", ["<rootDir>/__tests__/browser/**/*.test.ts"], {
        testTimeout: 90_000,
        globalSetup: "<rootDir>/__tests__/support/browser-setup.ts",
        globalTeardown: "<rootDir>/__tests__/support/browser-teardown.ts",
      }),
    ].map((make) => make()),
  ),
});
