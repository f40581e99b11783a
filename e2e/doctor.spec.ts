import { readFile } from 'node:fs/promises';
import { DoctorReport, doctorSentences } from '@eyeline/protocol';
import type { Browser, Page } from '@playwright/test';
import * as v from 'valibot';
import { openBrowser, openPage, trackStates, watchPolicy } from './harness/browser.ts';
import { ContactCentre } from './harness/contact-centre.ts';
import { expectGoodLooks } from './harness/good-looks.ts';
import { browserWithin, ownAddress } from './harness/networks.ts';
import { expect, test } from './harness/scene.ts';
import { prepareTurn, type Turn } from './harness/turn.ts';

let turn: Turn;
let centre: ContactCentre;
let browser: Browser;

test.beforeAll(async () => {
  turn = await prepareTurn(ownAddress());
  const [stun = ''] = turn.configured.urls;
  const iceServers = [{ urls: stun.replace(/^turn:/, 'stun:').replace(/\?.*/, '') }, turn.configured];
  centre = await ContactCentre.start({ config: { iceServers }, agents: [] });
  // The whole browser, of which it is known that it believes the certificate for TURN too.
  const program = await browserWithin(null);
  browser = await openBrowser({ colour: 'red', toneHz: 440, program, switches: [turn.trust] });
});
test.afterAll(async () => {
  await browser?.close();
  await centre?.stop();
});

/** Checks from the beginning to the end, and the report as a person downloads it. */
async function check(page: Page): Promise<DoctorReport> {
  await page.getByRole('button', { name: /^Check/ }).press('Enter');
  const download = page.getByRole('button', { name: 'Download the report' });
  await expect(download).toBeVisible();
  const [file] = await Promise.all([page.waitForEvent('download'), download.press('Enter')]);
  expect(file.suggestedFilename()).toBe('eyeline-doctor.json');
  return v.parse(DoctorReport, JSON.parse(await readFile(await file.path(), 'utf8')));
}

const standing = ({ checks }: DoctorReport) =>
  Object.fromEntries(checks.map(({ name, status, code }) => [name, code ?? status]));

test('before a call: devices, server, each way and the speed, with a sentence for what is closed', async () => {
  const page = await openPage(browser);
  const violations = await watchPolicy(page);
  // Machines may be many times slower than the time that a person is given.
  await page.goto(`${centre.url}/doctor?limit-ms=240000`);

  await test.step('everything is open', async () => {
    const coturn = await turn.start(['udp', 'tcp', 'tls']);
    const report = await check(page);
    const { 'bit-rate': bitRate, ...others } = standing(report);
    expect(others).toEqual({
      ...{ camera: 'success', microphone: 'success', signalling: 'success', stun: 'success' },
      ...{ 'turn-udp': 'success', 'turn-tcp': 'success', 'turn-tls': 'success' },
    });
    // How fast that is says more of this machine than of the doctor.
    expect(['success', 'bit-rate-low']).toContain(bitRate);
    expect(report.checks.find(({ name }) => name === 'bit-rate')?.data['kbps']).toBeGreaterThan(0);
    expect(JSON.stringify(report)).not.toMatch(/credential|doctor\.[\da-f]{12}/);
    expect(await trackStates(page)).toEqual(['ended', 'ended']);
    test.info().annotations.push({ type: 'doctor', description: `${report.durationMs} ms, ${bitRate}` });
    await expectGoodLooks(page, 'doctor-good');
    await coturn.stop();
  });

  await test.step('TCP to the relay is closed', async () => {
    const coturn = await turn.start(['udp', 'tls']);
    const report = await check(page);
    expect(standing(report)).toMatchObject({ 'turn-udp': 'success', 'turn-tcp': 'turn-tcp-blocked' });
    expect(report.verdict).toBe('impaired');
    await expect(page.getByText(doctorSentences['turn-tcp-blocked'])).toBeVisible();
    await expectGoodLooks(page, 'doctor-impaired');
    await coturn.stop();
  });

  await test.step('the relay has another secret', async () => {
    const coturn = await turn.start(['udp', 'tcp', 'tls'], 'another secret');
    const report = await check(page);
    expect(standing(report)).toMatchObject({ 'turn-udp': 'turn-refused', 'turn-tls': 'turn-refused' });
    // The same sentence is read once.
    await expect(page.getByText(doctorSentences['turn-refused'])).toHaveCount(1);
    await coturn.stop();
  });

  await test.step('nothing gets through, and the server is gone', async () => {
    await centre.kill();
    const report = await check(page);
    expect(report.verdict).toBe('none');
    await expect(page.getByText(doctorSentences['server-unreachable'])).toBeVisible();
  });
  expect(violations).toEqual([]);
});
