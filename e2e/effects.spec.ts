import { Agent } from './harness/agent.ts';
import { openBrowser, openPage, watchPolicy } from './harness/browser.ts';
import { Customer } from './harness/customer.ts';
import { Detail, sharp, voiceAndHiss } from './harness/effects.ts';
import { expectNoFrames } from './harness/picture.ts';
import { expect, test } from './harness/scene.ts';

test('noise goes and the voice stays; the background is blurred, on no way is a frame without it sent, and where it fails a person decides', async ({
  centre,
  agentBrowser,
}) => {
  const customerBrowser = await openBrowser({ colour: 'red', toneHz: 220, surroundings: 'rough' });
  const agent = await Agent.signIn(agentBrowser, centre.url);
  await agent.goReady();
  const detail = await Detail.watch(agent.page);
  const page = await openPage(customerBrowser);
  const violations = await watchPolicy(page);
  const requests: string[] = [];
  page.on('request', request => requests.push(request.url()));
  const ofEffects = () => requests.filter(url => /effect|blur|noise|tflite|wasm/.test(url));
  await page.goto(`${centre.url}/shop.html`);
  const customer = new Customer(page);
  await customer.ask('Ada Lovelace');
  await agent.acceptOffer();
  await customer.press('Start video');
  await agent.press('Accept');
  await detail.expect('sharp');
  await customer.press('Call settings');
  expect(ofEffects(), 'nothing of it before it is switched on').toEqual([]);

  const [voice, hiss] = await voiceAndHiss(agent.theirPicture);
  await page.getByLabel('Reduce noise').check();
  await expect(async () => {
    const [voiceNow, hissNow] = await voiceAndHiss(agent.theirPicture);
    expect(hissNow, 'the hiss').toBeLessThan(hiss - 15);
    expect(voiceNow, 'the voice').toBeGreaterThan(voice - 15);
  }).toPass();
  await page.getByLabel('Reduce noise').uncheck();

  await page.getByLabel('Blur the background').check();
  const before = await detail.expect('blurred');
  expect(ofEffects().length).toBeGreaterThan(4);
  expect(
    requests.filter(url => !url.startsWith(`${centre.url}/`)),
    'from our origin alone',
  ).toEqual([]);

  // Who was blurred is blurred after a reload, from the first frame on.
  await page.reload();
  await detail.expect('blurred');

  // Without its files there is a face and a question, and no picture.
  await page.route('**/eyeline/effects/**', route => route.abort());
  await page.reload();
  await expect(page.getByRole('alert')).toContainText('cannot blur your background');
  await expect(agent.page.locator('eyeline-call-tile.remote')).toContainText('Camera off');
  await expectNoFrames(agent.theirPicture);
  const frames = await detail.seen;
  expect(
    frames.slice(before).filter(one => one > sharp),
    'frames without the blur',
  ).toEqual([]);

  await customer.press('Show without blur');
  await detail.expect('sharp');
  expect(violations).toEqual([]);
  await customerBrowser.close();
});
