import type { Product } from "./product";

const kept = globalThis as typeof globalThis & { claimdeskTestProduct?: Product };

/** Hand the running product from the set-up to the teardown of the same jest process. */
export function keepForTeardown(product: Product): void {
  kept.claimdeskTestProduct = product;
}

/** Return the product the set-up started, or null when it did not get that far. */
export function findProduct(): Product | null {
  return kept.claimdeskTestProduct ?? null;
}
