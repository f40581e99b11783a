import { readFile } from 'node:fs/promises';
import type { Page } from '@playwright/test';
import { Agent } from './harness/agent.ts';
import { Customer } from './harness/customer.ts';
import { CuttableProxy } from './harness/cuttable-proxy.ts';
import { expectGoodLooks } from './harness/good-looks.ts';
import { meanColour } from './harness/mark.ts';
import { test as base, expect, meet } from './harness/scene.ts';

const test = base.extend<{ cuttable: CuttableProxy }>({
  cuttable: async ({ centre }, use) => {
    const proxy = await CuttableProxy.start(centre.url);
    await use(proxy);
    await proxy.stop();
  },
});

interface SentFile {
  readonly name: string;
  readonly mimeType: string;
  readonly buffer: Buffer;
}

const pdf: SentFile = {
  name: 'Offer 12.pdf',
  mimeType: 'application/pdf',
  buffer: Buffer.from('%PDF-1.7\ntrailer\n%%EOF\n'),
};

/** A picture as a camera gives it: larger than what travels, and with where it was taken in it. */
const pictureOf = (page: Page, colour: string, width: number, height: number) =>
  page.evaluate(
    async ([fill, w, h]) => {
      const canvas = Object.assign(document.createElement('canvas'), { width: w, height: h });
      const brush = canvas.getContext('2d');
      if (!brush) throw new Error('no canvas');
      brush.fillStyle = fill;
      brush.fillRect(0, 0, w, h);
      return canvas.toDataURL('image/jpeg').split(',')[1] ?? '';
    },
    [colour, width, height] as const,
  );

const withExif = (base64: string): Buffer => {
  const jpeg = Buffer.from(base64, 'base64');
  const exif = Buffer.from('Exif\0\0 53.5511N 9.9937E');
  const head = Buffer.from([0xff, 0xe1, 0, exif.length + 2]);
  return Buffer.concat([jpeg.subarray(0, 2), head, exif, jpeg.subarray(2)]);
};

/** As a person's hand does it: a file let go over an element, or pasted into it. */
async function give(page: Page, selector: string, how: 'drop' | 'paste', file: SentFile): Promise<void> {
  await page
    .locator(selector)
    .first()
    .evaluate(
      (element, [type, name, mimeType, base64]) => {
        const bytes = Uint8Array.from(atob(base64), one => one.charCodeAt(0));
        const data = new DataTransfer();
        data.items.add(new File([bytes], name, { type: mimeType }));
        const init = { bubbles: true, cancelable: true, composed: true };
        element.dispatchEvent(
          type === 'drop'
            ? new DragEvent('drop', { ...init, dataTransfer: data })
            : new ClipboardEvent('paste', { ...init, clipboardData: data }),
        );
      },
      [how, file.name, file.mimeType, file.buffer.toString('base64')] as const,
    );
}

async function downloaded(page: Page, press: () => Promise<void>) {
  const [download] = await Promise.all([page.waitForEvent('download'), press()]);
  return { name: download.suggestedFilename(), content: await readFile(await download.path()) };
}

test('a picture and a file go either way, are seen before they go, and are had by the other side', async ({
  centre,
  customerBrowser,
  agentBrowser,
}) => {
  const { agent, customer } = await meet({ centre, customerBrowser, agentBrowser });
  const photo = withExif(await pictureOf(agent.page, '#ff0000', 3000, 1500));

  // The customer chooses one, sees it, and takes another one back.
  await customer.press('Add a file or an emoji');
  const input = customer.page.locator('eyeline-composer-tools input.any');
  const file = { name: 'Parcel.jpg', mimeType: 'image/jpeg', buffer: photo };
  await input.setInputFiles([file, { ...file, name: 'Cat.jpg' }]);
  const chosen = customer.page.getByRole('list', { name: 'Files to send' }).getByRole('listitem');
  await expect(chosen).toHaveCount(2);
  await customer.press('Remove Cat.jpg');
  await expect(chosen).toHaveText(/Parcel\.jpg/);
  await expect(agent.page.getByRole('log').locator('eyeline-shared-file')).toHaveCount(0);
  await customer.message.fill('This is what came.');
  await customer.message.press('Enter');
  await expect(chosen).toHaveCount(0);

  const preview = agent.page.getByRole('button', { name: /^Open: Parcel\.jpg, JPG, / });
  await expect(preview).toBeEnabled();
  await preview.click();
  const dialog = agent.page.getByRole('dialog', { name: /^Parcel\.jpg/ });
  expect(await meanColour(dialog.getByRole('img'))).toMatchObject({ width: 2048, height: 1024, mostly: 'red' });
  const had = await downloaded(agent.page, () => dialog.getByRole('link', { name: 'Download' }).click());
  expect(had.name).toBe('Parcel.jpg');
  expect(had.content.includes('53.5511N')).toBe(false);
  await dialog.getByRole('button', { name: 'Close' }).click();
  await customer.expectTexts(['This is what came.']);

  // No picture that is looked at lies over a call that comes.
  await preview.click();
  await expect(dialog).toBeVisible();
  await customer.press('Start video');
  await expect(dialog).toBeHidden();
  await customer.press('Take back');

  // The agent lets one go over the messages.
  await give(agent.page, 'eyeline-message-list', 'drop', pdf);
  await agent.press('Send');
  const card = customer.page.getByRole('button', { name: /^Download: Offer 12\.pdf PDF · 23 byte/ });
  expect(await downloaded(customer.page, () => card.click())).toEqual({ name: pdf.name, content: pdf.buffer });

  // A screenshot is pasted; what is no file that is taken is refused in words, and can be put away.
  const shot = { name: 'image.png', mimeType: 'image/png', buffer: await agent.page.screenshot() };
  await give(customer.page, 'eyeline-composer textarea', 'paste', shot);
  await expect(chosen).toHaveCount(1);
  const drawing = { name: 'logo.png', mimeType: 'image/png', buffer: Buffer.from('<svg onload="alert(1)"/>') };
  await give(customer.page, 'eyeline-composer textarea', 'paste', drawing);
  await customer.press('Send');
  await expect(chosen).toHaveCount(1);
  await expect(chosen).toHaveText(/logo\.png\s*Not sent\. This kind of file cannot be sent here\./);
  await customer.press('Remove logo.png');
  await expect(agent.page.getByRole('button', { name: /^Open: image\.png, PNG, / })).toBeEnabled();

  // Each has files of their own and of the other side before them, and what can be added.
  for (const [state, person] of Object.entries({ 'desk-files': agent, 'widget-files': customer })) {
    await person.press('Add a file or an emoji');
    await expectGoodLooks(person.page, state);
  }
});

test('a file waits while there is no connection, goes when it is back, and is there once', async ({
  centre,
  cuttable: proxy,
  customerBrowser,
  agentBrowser,
}) => {
  const agent = await Agent.signIn(agentBrowser, centre.url);
  await agent.goReady();
  const customer = await Customer.visit(customerBrowser, proxy.url);
  await customer.ask('Ada Lovelace');
  await agent.acceptOffer();
  await give(customer.page, 'eyeline-composer textarea', 'paste', pdf);
  const chosen = customer.page.getByRole('list', { name: 'Files to send' }).getByRole('listitem');
  await expect(chosen).toHaveCount(1);
  proxy.cut();
  await expect(customer.page.getByText('Connection lost.')).toBeVisible();
  await customer.press('Send');
  await expect(chosen).toHaveText(/No connection\. It is sent when it is back\./);
  proxy.restore();
  await expect(chosen).toHaveCount(0);
  await expect(agent.page.getByRole('button', { name: /^Download: Offer 12\.pdf/ })).toHaveCount(1);

  // Emoji by the keyboard alone.
  await customer.message.fill('Thanks ');
  await customer.page.getByRole('button', { name: 'Add a file or an emoji' }).focus();
  await customer.page.keyboard.press('Enter');
  await customer.page.getByRole('button', { name: 'Emoji', exact: true }).press('Enter');
  await expect(customer.page.getByRole('button', { name: '😀' })).toBeFocused();
  await customer.page.keyboard.press('ArrowRight');
  await customer.page.keyboard.press('Enter');
  await customer.page.keyboard.press('Escape');
  await expect(customer.message).toBeFocused();
  await customer.message.press('Enter');
  await agent.expectTexts(['Thanks 😃']);
});
