import { afterEach, describe, expect, test } from 'vitest';
import type { Update } from '../codec/update.ts';
import { FinesseError } from '../finesse-error.ts';
import { pauseBefore } from './backoff.ts';
import { notificationServices } from './endpoints.ts';
import { type FeedOptions, type FeedState, NotificationFeed } from './feed.ts';
import { checkServiceAccount } from './service-account.ts';

type Handlers = Parameters<FeedOptions['open']>[0];

const text = (id: string) =>
  `<Update><event>PUT</event><source>/finesse/api/User/${id}</source><data><user><loginId>${id}</loginId><state>READY</state></user></data></Update>`;
const lost = new FinesseError('connection-lost', 'Lost.');

let feed: NotificationFeed | undefined;
afterEach(() => feed?.stop());

/** A feed over sessions of paper: the protocol itself is tested against Prosody. */
function start(given: Partial<FeedOptions> = {}) {
  const story: string[] = [];
  const states: FeedState[] = [];
  const sessions: Handlers[] = [];
  const options: FeedOptions = {
    locate: async () => ({ services: ['wss://a', 'xmpps://a'], domain: 'd', pubsubDomain: 'p.d' }),
    nodes: async () => ['team-1', 'team-2'],
    resync: async () => {
      story.push('resync');
    },
    onUpdate: (update: Update) => story.push(update.userId ?? ''),
    onState: state => states.push(state),
    backoff: { firstMs: 5, maxMs: 10 },
    open: async handlers => {
      sessions.push(handlers);
      return {
        jid: 'j',
        subscribe: async node => {
          story.push(`+${node}`);
        },
        unsubscribe: async () => undefined,
        close: async () => {
          story.push('close');
        },
      };
    },
    ...given,
  };
  feed = new NotificationFeed(options);
  feed.start();
  const live = (times = 1) => expect.poll(() => states.filter(({ name }) => name === 'live').length).toBe(times);
  return { story, states, sessions, live, feed };
}

describe('NotificationFeed', () => {
  test('4.10 subscribes first, then reads the state; what comes meanwhile waits', async () => {
    const seen: string[] = [];
    const { story, sessions, live } = start({
      resync: async () => {
        sessions[0]?.onNotification(text('during'));
        story.push('resync');
        seen.push(...story);
      },
    });
    await live();
    expect(seen).toEqual(['+team-1', '+team-2', 'resync']);
    sessions[0]?.onNotification(text('after'));
    expect(story.slice(2)).toEqual(['resync', 'during', 'after']);
  });

  test('4.11 after a loss: connects again, subscribes again, reads the state again', async () => {
    const { story, sessions, live, states } = start();
    await live();
    sessions[0]?.onLost(lost);
    await live(2);
    expect(story).toEqual(['+team-1', '+team-2', 'resync', 'close', '+team-1', '+team-2', 'resync']);
    expect(states.map(({ name }) => name)).toEqual(['connecting', 'live', 'lost', 'connecting', 'live']);
  });

  test('4.19 a connection that comes and goes is made slower and slower, until it has lasted', async () => {
    let now = 0;
    const { sessions, live, states } = start({
      chance: () => 0,
      backoff: { firstMs: 4, maxMs: 60 },
      now: () => now,
    });
    for (let time = 1; time <= 4; time++) {
      await live(time);
      if (time === 4) now = 60;
      sessions.at(-1)?.onLost(lost);
    }
    await live(5);
    expect(states.flatMap(state => (state.name === 'lost' ? state.nextInMs : []))).toEqual([2, 4, 8, 2]);
  });

  test('4.12 Finesse that leaves the service, or says it is out of service, is a loss', async () => {
    const { sessions, live, feed } = start();
    await live();
    sessions[0]?.onFinesse?.(false);
    await live(2);
    feed.renew();
    await live(3);
  });

  test('4.13 a way that fails is followed by the next, which is the first from then on', async () => {
    const tried: string[] = [];
    const { live, feed } = start({
      open: async ({ service }) => {
        tried.push(service);
        if (service.startsWith('wss')) throw new FinesseError('unreachable', 'Closed.');
        return {
          jid: '',
          subscribe: async () => undefined,
          unsubscribe: async () => undefined,
          close: async () => undefined,
        };
      },
    });
    await live();
    feed.renew();
    await live(2);
    expect(tried).toEqual(['wss://a', 'xmpps://a', 'xmpps://a']);
  });

  test.each(['credential-refused', 'conflict', 'agent-account', 'single-sign-on'] as const)(
    '4.14 %s ends it: trying again makes it worse',
    async code => {
      let attempts = 0;
      const { states } = start({
        open: async () => {
          attempts++;
          throw new FinesseError(code, 'No.');
        },
      });
      await expect.poll(() => states.at(-1)).toMatchObject({ name: 'stopped', fault: { code } });
      await new Promise(resolve => setTimeout(resolve, 40));
      expect(attempts).toBe(1);
    },
  );

  test('4.15 a team that may not be subscribed to is told, and the others go on', async () => {
    const refused: string[] = [];
    const subscribed: string[] = [];
    const { live } = start({
      onRefused: (node, fault) => refused.push(`${node} ${fault.code}`),
      open: async () => ({
        jid: '',
        subscribe: async node => {
          if (node === 'team-1') throw new FinesseError('not-supervisor', 'No.');
          subscribed.push(node);
        },
        unsubscribe: async () => undefined,
        close: async () => undefined,
      }),
    });
    await live();
    expect(refused).toEqual(['team-1 not-supervisor']);
    expect(subscribed).toEqual(['team-2']);
  });

  test('4.16 what cannot be read is told, and the next is read', async () => {
    const unreadable: string[] = [];
    const { story, sessions, live } = start({ onUnreadable: (_, wrong) => unreadable.push(wrong) });
    await live();
    sessions[0]?.onNotification('<html>');
    sessions[0]?.onNotification(text('next'));
    expect(unreadable).toEqual(['<html>']);
    expect(story.at(-1)).toBe('next');
  });

  test('4.17 a loss while the state is read begins anew', async () => {
    let reads = 0;
    const { sessions, live } = start({
      resync: async () => {
        if (++reads > 1) return;
        sessions[0]?.onLost(lost);
        await new Promise(() => undefined);
      },
    });
    await live();
    expect(sessions).toHaveLength(2);
  });

  test('4.18 stops at once, also in a pause', async () => {
    const { states, feed } = start({
      locate: () => Promise.reject(new FinesseError('out-of-service', 'No.')),
      backoff: { firstMs: 60_000, maxMs: 60_000 },
    });
    await expect.poll(() => states.at(-1)?.name).toBe('lost');
    await feed.stop();
    expect(states.at(-1)).toEqual({ name: 'stopped' });
  });
});

test('4.19 pauses double up to the longest, half of each by chance', () => {
  const backoff = { firstMs: 500, maxMs: 30_000 };
  expect([0, 1, 2, 3, 20, 5_000].map(attempt => pauseBefore(attempt, 0, backoff))).toEqual([
    250, 500, 1_000, 2_000, 15_000, 15_000,
  ]);
  expect(pauseBefore(0, 0.999, backoff)).toBeGreaterThan(499);
  expect(pauseBefore(99, 0.999, backoff)).toBeLessThanOrEqual(30_000);
});

test('4.20 the ports of every release are tried, with and without the slash', () => {
  expect(notificationServices('fin-a.example.com')).toEqual([
    'wss://fin-a.example.com:8445/ws/',
    'wss://fin-a.example.com:8445/ws',
    'wss://fin-a.example.com:7443/ws/',
    'wss://fin-a.example.com:7443/ws',
    'xmpps://fin-a.example.com:5223',
  ]);
  expect(notificationServices('h', ['tcp'], { tcp: 1 })).toEqual(['xmpps://h:1']);
});

test('4.21 no session under an agent’s id', () => {
  const user = {
    id: 'svc',
    firstName: '',
    lastName: '',
    state: 'logged-out',
    roles: ['agent', 'supervisor'],
    supervisedTeams: [],
  } as const;
  const nobody = () => false;
  expect(() => checkServiceAccount(user, nobody)).not.toThrow();
  expect(() => checkServiceAccount({ ...user, roles: ['agent'] }, nobody)).toThrow('separate supervisor account');
  expect(() => checkServiceAccount(user, id => id === 'svc')).toThrow('an agent');
  expect(() => checkServiceAccount({ ...user, state: 'ready' }, nobody)).toThrow('an agent');
  expect(() => checkServiceAccount({ ...user, state: 'ready' }, nobody, true)).not.toThrow();
});
