/** What the tests use of a package that comes without types. */
declare module "structured-data-testing-tool" {
  interface Check {
    readonly test: string;
    readonly description?: string;
  }
  interface Result {
    readonly passed: readonly Check[];
    readonly failed: readonly Check[];
    readonly warnings: readonly Check[];
  }
  /** Check a page given as HTML; rejects with the result under `res` when a check failed. */
  export function structuredDataTest(html: string, options: { presets: unknown[]; schemas: string[] }): Promise<Result>;
}
declare module "structured-data-testing-tool/presets" {
  export const Google: unknown;
}
declare module "structured-data-testing-tool/presets/google/schemas/ClaimReview" {
  export const ClaimReview: unknown;
}
