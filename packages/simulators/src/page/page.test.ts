import { axeFindings } from '@eyeline/testing';
import { chromium } from '@playwright/test';
import { expect, test } from 'vitest';
import { startBox } from '../box.ts';
import { smallScenario, until } from '../testing/small-scenario.ts';

const { EYELINE_CHROMIUM: executablePath = '/usr/bin/chromium' } = process.env;

test('the page shows the centre live, orders faults, and complains of nothing', async () => {
  const box = await startBox({ scenario: smallScenario({ timings: { changeMs: 5 } }) });
  const browser = await chromium.launch({ executablePath, args: ['--no-sandbox'] });
  try {
    const page = await (await browser.newContext({ colorScheme: 'dark' })).newPage();
    const complaints: string[] = [];
    page.on('pageerror', error => complaints.push(error.message));
    page.on('console', message => {
      if (message.type() === 'error' || message.type() === 'warning') complaints.push(message.text());
    });
    await page.goto(box.addresses.page);
    const ada = page.getByRole('row', { name: /Ada Park/ });
    await ada.getByText('LOGOUT', { exact: true }).waitFor();
    await ada.getByRole('button', { name: 'Set Ada Park LOGIN' }).click();
    await ada.getByText('NOT_READY', { exact: true }).waitFor();
    box.setState('1001', { state: 'READY' });
    await ada.getByRole('button', { name: 'Call Ada Park' }).click();
    await ada.getByText('RESERVED', { exact: true }).waitFor();
    await page.getByRole('button', { name: /^Answer/ }).click();
    await ada.getByText('TALKING', { exact: true }).waitFor();
    await page.getByRole('button', { name: 'Node A down, 15 s' }).click();
    await page.getByText('down', { exact: true }).waitFor();
    expect(box.state().faults.map(({ fault }) => fault.type)).toEqual(['node-down']);
    await page.getByRole('button', { name: 'End f1' }).click();
    await until(() => box.state().faults.length === 0);
    await page.getByText('None in force.').waitFor();
    for (const colorScheme of ['dark', 'light'] as const) {
      await page.emulateMedia({ colorScheme });
      expect(await axeFindings(page), colorScheme).toEqual([]);
    }
    expect(complaints).toEqual([]);
  } finally {
    await browser.close();
    await box.stop();
  }
});

test('text from the centre does not become markup', async () => {
  const scenario = smallScenario();
  const users = scenario.users.map(user =>
    user.id === '1001' ? { ...user, firstName: '<img src=x onerror=alert(1)>' } : user,
  );
  const box = await startBox({ scenario: { ...scenario, users } });
  const browser = await chromium.launch({ executablePath, args: ['--no-sandbox'] });
  try {
    const page = await browser.newPage();
    await page.goto(box.addresses.page);
    await page.getByText('<img src=x onerror=alert(1)> Park').waitFor();
    expect(await page.locator('img').count()).toBe(0);
  } finally {
    await browser.close();
    await box.stop();
  }
});
