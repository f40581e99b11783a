import { setTimeout as sleep } from 'node:timers/promises';
import { startBox } from '@eyeline/simulators';
import * as v from 'valibot';
import { BoxOrder, type BoxReport } from './box-message.ts';
import { largeCentre, userIds } from './large-centre.ts';

// The contact centre in a process of its own, so that its processor time is not the connector's.
const [agents = 0, teams = 0, changeMs = 0] = process.argv.slice(2).map(Number);
const box = await startBox({ scenario: largeCentre(agents, teams, changeMs) });
const ids = userIds(agents);
const notify = (report: BoxReport) => process.send?.(report);

process.on('message', message => {
  const order = v.parse(BoxOrder, message);
  if (order.type === 'ready') {
    for (const id of ids) for (const state of ['LOGIN', 'READY'] as const) box.setState(id, { state });
    notify({ type: 'ready' });
  } else void change(order.perSecond, order.forMs);
});
process.once('disconnect', () => process.exit());

/** Everybody in turn, NOT_READY and READY by turns, and all READY at the end: each change is one notification of a team. */
async function change(perSecond: number, forMs: number): Promise<void> {
  const start = performance.now();
  const before = process.cpuUsage();
  const sentAt: number[] = [];
  const turn = 2 * ids.length;
  const whole = Math.ceil((perSecond * forMs) / 1000 / turn) * turn;
  while (sentAt.length < whole) {
    const due = Math.min(whole, ((performance.now() - start) * perSecond) / 1000);
    while (sentAt.length < due) {
      const { length } = sentAt;
      const isAway = Math.floor(length / ids.length) % 2 === 0;
      const command = isAway ? ({ state: 'NOT_READY', reasonCodeId: '1' } as const) : ({ state: 'READY' } as const);
      sentAt.push(performance.timeOrigin + performance.now());
      box.setState(ids[length % ids.length] ?? '', command);
    }
    await sleep(2);
  }
  const { user, system } = process.cpuUsage(before);
  notify({ type: 'changed', sentAt, cpuMs: (user + system) / 1000, ms: performance.now() - start });
}

notify({
  type: 'started',
  nodes: [...box.addresses.finesse],
  notifications: box.addresses.notifications[0] ?? '',
  authority: box.authority,
});
