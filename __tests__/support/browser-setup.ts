import { keepForTeardown } from "./browser-product";
import { startProduct } from "./product";

/** Start the product once for all browser tests: the production build, a new data folder, a free port. */
export default async function setup(): Promise<void> {
  // Pages that tests put on this machine may be fetched.
  const product = await startProduct({ environment: { CLAIMDESK_FETCH_ALLOW: "127.0.0.1/32" } });
  keepForTeardown(product);
  process.env.CLAIMDESK_TEST_URL = product.url;
  process.env.CLAIMDESK_TEST_DATA = product.dataFolder;
}
