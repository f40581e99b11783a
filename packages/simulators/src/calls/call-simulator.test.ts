import { afterEach, describe, expect, test } from 'vitest';
import { type Box, startBox } from '../box.ts';
import type { ScenarioInput } from '../scenario/scenario.ts';
import { askFinesse } from '../testing/box-client.ts';
import { smallScenario, until } from '../testing/small-scenario.ts';
import { XmppClient } from '../testing/xmpp-client.ts';
import { childOf, textOf } from '../xml/xml-element.ts';

let box: Box;
const start = async (changes: Partial<ScenarioInput> = {}) => {
  box = await startBox({ scenario: smallScenario(changes) });
  box.setState('1001', { state: 'LOGIN' });
  box.setState('1001', { state: 'READY' });
};
afterEach(() => box.stop());

const ada = '1001:box';
const state = (id = '1001') => box.state().users.find(user => user.id === id)?.state;
const act = (id: string | undefined, action: string, target = '2001') => {
  const body = `<Dialog><targetMediaAddress>${target}</targetMediaAddress><requestedAction>${action}</requestedAction></Dialog>`;
  return askFinesse(box, `/Dialog/${id}`, { as: ada, body });
};

describe('a call', () => {
  test('rings, is answered, held and ended over REST, and notifications tell it', async () => {
    await start();
    const client = await XmppClient.signIn(box, '1001', 'box');
    const id = box.call();
    expect(state()).toBe('RESERVED');
    const { xml } = await askFinesse(box, '/User/1001/Dialogs', { as: ada });
    expect([textOf(xml?.children[0], 'id'), textOf(xml?.children[0], 'state')]).toEqual([id, 'ALERTING']);
    for (const [action, expected] of [
      ['ANSWER', 'TALKING'],
      ['HOLD', 'HOLD'],
      ['RETRIEVE', 'TALKING'],
      ['DROP', 'WORK'],
      ['', 'READY'],
    ] as const) {
      if (action !== '') expect((await act(id, action)).status).toBe(202);
      await until(() => state() === expected);
    }
    const seen = client.updates
      .filter(({ node }) => node.endsWith('/Dialogs'))
      .map(({ update }) => [textOf(update, 'event'), textOf(update, 'source')]);
    const list = '/finesse/api/User/1001/Dialogs';
    const change = ['PUT', `/finesse/api/Dialog/${id}`];
    expect(seen).toEqual([['POST', list], change, change, change, ['DELETE', list]]);
    expect((await askFinesse(box, `/Dialog/${id}`, { as: ada })).status).toBe(404);
  });

  test('is not answered: its agent is not ready, and it is the next in the queue', async () => {
    await start({ timings: { ringMs: 50 } });
    const id = box.call();
    box.call();
    await until(() => state() === 'NOT_READY');
    expect(box.state()).toMatchObject({ waitingCalls: 2, calls: [] });
    box.setState('1002', { state: 'LOGIN' });
    box.setState('1002', { state: 'READY' });
    await until(() => box.state().calls[0]?.at === '2002');
    expect(box.state().calls[0]?.id).toBe(id);
  });

  test('goes to who has been ready longest', async () => {
    await start();
    box.setState('1002', { state: 'LOGIN' });
    await new Promise(resolve => setTimeout(resolve, 5));
    box.setState('1002', { state: 'READY' });
    box.call();
    box.call();
    box.call();
    expect(box.state()).toMatchObject({ calls: [{ at: '2001' }, { at: '2002' }], waitingCalls: 1 });
  });

  test('of a caller without patience ends in the queue', async () => {
    await start({ calls: { patienceMs: 30 } });
    box.setState('1001', { state: 'NOT_READY' });
    box.call();
    expect(box.state().waitingCalls).toBe(1);
    await until(() => box.state().waitingCalls === 0);
  });

  test('is made by an agent, who is busy until it ends', async () => {
    await start();
    const client = await XmppClient.signIn(box, '1001', 'box');
    const body =
      '<Dialog><requestedAction>MAKE_CALL</requestedAction><fromAddress>2001</fromAddress><toAddress>5551234</toAddress></Dialog>';
    expect((await askFinesse(box, '/User/1001/Dialogs', { as: ada, method: 'POST', body })).status).toBe(202);
    await until(() => state() === 'NOT_READY');
    const busy = await askFinesse(box, '/User/1001', { as: ada, body: '<User><state>READY</state></User>' });
    expect(busy.status).toBe(202);
    const error = () =>
      client.updates
        .map(({ update }) => childOf(childOf(childOf(update, 'data'), 'apiErrors'), 'apiError'))
        .find(Boolean);
    await client.until(() => error() !== undefined);
    expect([textOf(error(), 'errorMessage'), textOf(error(), 'errorData')]).toEqual(['CF_RESOURCE_BUSY', '33']);
    await act(box.state().calls[0]?.id, 'DROP');
    await until(() => state() === 'READY');
  });

  test('refuses what cannot be done, at once or by a notification', async () => {
    await start();
    const client = await XmppClient.signIn(box, '1001', 'box');
    const id = box.call();
    expect((await act(id, 'SING')).status).toBe(400);
    expect((await act(id, 'ANSWER', '2002')).status).toBe(401);
    expect((await act(id, 'ANSWER', '')).status).toBe(400);
    expect((await act(id, 'RETRIEVE')).status).toBe(202);
    await client.until(() => client.updates.some(({ update }) => childOf(childOf(update, 'data'), 'apiErrors')));
    expect(state()).toBe('RESERVED');
  });
});

describe('agents who work by script', () => {
  test('answer calls of a Poisson process, wrap up and are ready again', async () => {
    const script: ScenarioInput['users'][number]['script'] = {
      answersAfterMs: [2, 5],
      talksMs: [5, 10],
      wrapsUpMs: [1, 5],
    };
    const scenario = smallScenario();
    const users = scenario.users.map(user => (user.extension ? { ...user, script } : user));
    box = await startBox({ scenario: { ...scenario, users, calls: { perMinute: 6_000, to: 'scripted' } } });
    const seen = new Set<string>();
    await until(() => {
      for (const user of box.state().users) seen.add(user.state);
      return ['READY', 'RESERVED', 'TALKING', 'WORK'].every(each => seen.has(each));
    });
    await fetch(`${box.addresses.page}/box/callers`, {
      ...{ method: 'POST', headers: { 'content-type': 'application/json' }, body: '{"perMinute":0}' },
    });
    await until(() =>
      box
        .state()
        .users.filter(user => user.isScripted)
        .every(user => user.state === 'READY'),
    );
    expect(box.state().callsPerMinute).toBe(0);
  });
});
