import { failure } from '@eyeline/protocol';
import type { Browser, Page, WebSocketRoute } from '@playwright/test';
import { openPage } from './harness/browser.ts';
import { expect, test } from './harness/scene.ts';

const handshake = JSON.stringify({
  sid: 'x',
  upgrades: [],
  pingInterval: 25_000,
  pingTimeout: 20_000,
  maxPayload: 1e6,
});

/** A page whose sockets are refused, as a server does that has no room or is starting, until the door opens. */
async function openRefused(browser: Browser, code: Parameters<typeof failure>[0]) {
  const page = await openPage(browser, { viewport: { width: 1280, height: 800 } });
  const open = new Set<WebSocketRoute>();
  const door = {
    isOpen: false,
    /** Whoever is in is sent out. */
    async shut(): Promise<void> {
      this.isOpen = false;
      for (const socket of open) await socket.close();
    },
  };
  await page.routeWebSocket(/\/eyeline\/socket/, socket => {
    if (!door.isOpen) return refuse(socket, code);
    socket.connectToServer();
    open.add(socket);
  });
  return { page, door, sentence: page.getByText(failure(code).message) };
}

/** engine.io's `open`, then socket.io's `connect_error` as the answer to whatever comes. */
function refuse(socket: WebSocketRoute, code: Parameters<typeof failure>[0]): void {
  const data = failure(code);
  socket.onMessage(() => socket.send(`44${JSON.stringify({ message: data.message, data })}`));
  socket.send(`0${handshake}`);
}

const press = (page: Page, name: string) => page.getByRole('button', { name, exact: true }).click();

test('who is not let in reads why, in the widget and at the desk, and is let in when there is room', async ({
  centre,
  customerBrowser,
  agentBrowser,
}) => {
  const customer = await openRefused(customerBrowser, 'starting');
  await customer.page.goto(`${centre.url}/shop.html`);
  await press(customer.page, 'Chat with us');
  await expect(customer.sentence).toBeVisible();
  const agent = await openRefused(agentBrowser, 'too-many-connections');
  await agent.page.goto(`${centre.url}/desk.html`);
  await expect(agent.sentence).toBeVisible();

  for (const one of [customer, agent]) one.door.isOpen = true;
  await expect(customer.page.getByRole('button', { name: 'Wait in the chat' })).toBeVisible();
  await expect(customer.sentence).toHaveCount(0);
  await agent.page.getByLabel('User name').fill('anna');
  await agent.page.getByLabel('Password').fill('eyeline-demo');
  await press(agent.page, 'Sign in');
  await press(agent.page, 'Go ready');
  await expect(agent.page.getByRole('heading', { name: 'You are ready' })).toBeVisible();

  // Without a connection no customer comes, whatever the server said last.
  await agent.door.shut();
  await expect(agent.page.getByText('Connection lost.')).toBeVisible();
  await expect(agent.sentence).toBeVisible();
  await expect(agent.page.getByRole('heading', { name: 'You are not connected' })).toBeVisible();
  const bar = agent.page.getByRole('region', { name: 'Your state' });
  await expect(bar.locator('strong')).toHaveText('Not connected');
  await expect(bar).not.toContainText('eady for');
});
