/** The few of its functions that the tests call; the package brings no types. */
declare module "jsonld" {
  interface Options {
    readonly documentLoader: (
      url: string,
    ) => Promise<{ contextUrl: undefined; documentUrl: string; document: unknown }>;
    readonly safe?: boolean;
  }
  export function expand(document: unknown, options: Options): Promise<readonly unknown[]>;
  export function compact(document: unknown, context: unknown, options: Options): Promise<unknown>;
  export function toRDF(document: unknown, options: Options): Promise<unknown>;
}
