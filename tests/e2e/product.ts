import { test } from '@playwright/test';
import { startProduct, type ProductServer } from '../support/e2e-server';

/** The product that the tests of a file open; one that starts it again puts the new server here. */
export interface Product {
  server: ProductServer;
}

/** Starts the product before the first test of a file and discards it after the last. To be called at the top of the file. */
export function productForTests(): Product {
  const product = {} as Product;
  test.beforeAll(async () => {
    product.server = await startProduct();
  });
  test.afterAll(async () => {
    await product.server.discard();
  });
  return product;
}
