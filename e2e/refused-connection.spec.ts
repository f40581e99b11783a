import { failure } from '@eyeline/protocol';
import type { Browser, WebSocketRoute } from '@playwright/test';
import { openPage } from './harness/browser.ts';
import { expect, test } from './harness/scene.ts';

const handshake = JSON.stringify({
  sid: 'x',
  upgrades: [],
  pingInterval: 25_000,
  pingTimeout: 20_000,
  maxPayload: 1e6,
});

/** A page whose sockets are refused, as a server does that has no room or is starting, until the gate opens. */
async function openRefused(browser: Browser, code: Parameters<typeof failure>[0]) {
  const page = await openPage(browser, { viewport: { width: 1280, height: 800 } });
  const gate = { isOpen: false };
  await page.routeWebSocket(/\/eyeline\/socket/, socket => {
    if (gate.isOpen) socket.connectToServer();
    else refuse(socket, code);
  });
  return { page, gate, sentence: page.getByText(failure(code).message) };
}

/** engine.io's `open`, then socket.io's `connect_error` as the answer to whatever comes. */
function refuse(socket: WebSocketRoute, code: Parameters<typeof failure>[0]): void {
  const data = failure(code);
  socket.onMessage(() => socket.send(`44${JSON.stringify({ message: data.message, data })}`));
  socket.send(`0${handshake}`);
}

test('who is not let in reads why, in the widget and at the desk, and is let in when there is room', async ({
  centre,
  customerBrowser,
  agentBrowser,
}) => {
  const customer = await openRefused(customerBrowser, 'starting');
  await customer.page.goto(`${centre.url}/shop.html`);
  await customer.page.getByRole('button', { name: 'Chat with us' }).click();
  await expect(customer.sentence).toBeVisible();
  const agent = await openRefused(agentBrowser, 'too-many-connections');
  await agent.page.goto(`${centre.url}/desk.html`);
  await expect(agent.sentence).toBeVisible();

  for (const one of [customer, agent]) one.gate.isOpen = true;
  await expect(customer.page.getByRole('button', { name: 'Wait in the chat' })).toBeVisible();
  await expect(customer.sentence).toHaveCount(0);
  await expect(agent.sentence).toHaveCount(0);
});
