import { findProduct } from "./browser-product";
import { removeData, stopProduct } from "./product";

/** Stop the product of the browser tests; fails when it does not end cleanly. */
export default async function teardown(): Promise<void> {
  const product = findProduct();
  if (product === null) return;
  const code = await stopProduct(product);
  removeData(product);
  if (code !== 0) throw new Error(`The product ended with ${code}:\n${product.output()}`);
}
