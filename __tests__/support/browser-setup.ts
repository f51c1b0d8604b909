import { keepForTeardown } from "./browser-product";
import { startProduct } from "./product";

/** Start the product once for all browser tests: the production build, a new data folder, a free port. */
export default async function setup(): Promise<void> {
  const product = await startProduct();
  keepForTeardown(product);
  process.env.CLAIMDESK_TEST_URL = product.url;
  process.env.CLAIMDESK_TEST_DATA = product.dataFolder;
}
