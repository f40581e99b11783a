import { openPage } from './harness/browser.ts';
import { Customer } from './harness/customer.ts';
import { expect, test } from './harness/scene.ts';

test('what was typed and not sent survives Escape, a reload and a storage that is forbidden', async ({
  centre,
  customerBrowser,
}) => {
  const customer = await Customer.visit(customerBrowser, centre.url);
  await customer.openForm();
  await customer.page.getByLabel('Name').fill('Ada Lovelace');
  await customer.page.keyboard.press('Escape');
  await customer.open();
  await expect(customer.page.getByLabel('Name')).toHaveValue('Ada Lovelace');
  await customer.page.reload();
  await customer.ask('Ada Lovelace');
  await customer.message.fill('Where is');
  await customer.page.keyboard.press('Escape');
  await customer.open();
  await expect(customer.message).toHaveValue('Where is');
  await customer.page.reload();
  await expect(customer.message).toHaveValue('Where is');
  await customer.press('Send');
  await customer.page.reload();
  await customer.expectTexts(['Where is']);
  await expect(customer.message).toHaveValue('');
  expect(await customer.page.evaluate(() => Object.keys(sessionStorage).filter(key => key.includes('draft')))).toEqual(
    [],
  );

  const page = await openPage(customerBrowser);
  await page.addInitScript(() =>
    Object.defineProperty(window, 'sessionStorage', {
      get() {
        throw new DOMException('forbidden', 'SecurityError');
      },
    }),
  );
  await page.goto(`${centre.url}/shop.html`);
  const other = new Customer(page);
  await other.ask('Grace Hopper');
  await other.message.fill('Good');
  await page.keyboard.press('Escape');
  await other.open();
  await expect(other.message).toHaveValue('Good');
});

test('the Enter that ends a conversion sends nothing, and each line has the direction of its letters', async ({
  centre,
  customerBrowser,
}) => {
  const customer = await Customer.visit(customerBrowser, centre.url);
  await customer.ask('دانا');
  await customer.message.fill('こんにちは');
  // As Safari tells of it: the conversion is over, and the key that ended it comes after.
  await customer.message.evaluate(field => {
    field.dispatchEvent(new CompositionEvent('compositionend', { bubbles: true, composed: true, data: 'こんにちは' }));
    const key = { key: 'Enter', keyCode: 229, bubbles: true, composed: true, cancelable: true };
    field.dispatchEvent(new KeyboardEvent('keydown', key));
  });
  await expect(customer.message).toHaveValue('こんにちは');
  await customer.message.press('Enter');
  await customer.send('שלום עולם');
  await expect(customer.message).toHaveCSS('direction', 'ltr');
  await customer.message.fill('مرحبا');
  await expect(customer.message).toHaveCSS('direction', 'rtl');
  const bubble = customer.page.getByRole('log').locator('[data-message]');
  await expect(bubble.nth(0)).toHaveCSS('direction', 'ltr');
  await expect(bubble.nth(1)).toHaveCSS('direction', 'rtl');
});
