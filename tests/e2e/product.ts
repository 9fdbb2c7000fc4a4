import { test } from '@playwright/test';
import { startProduct, type ProductServer } from '../support/e2e-server';

/** The product that the tests of a file open; one that starts it again puts the new server here. */
export interface Product {
  server: ProductServer;
}

/**
 * Starts the product before the first test of a file, or of a group, and discards it after the last. To be called at the top
 * of it.
 * @param modelsDir folder of networks, by default the one that the tests were given
 */
export function productForTests(modelsDir?: string): Product {
  const product = {} as Product;
  test.beforeAll(async () => {
    product.server = await startProduct(undefined, modelsDir);
  });
  test.afterAll(async () => {
    await product.server.discard();
  });
  return product;
}
