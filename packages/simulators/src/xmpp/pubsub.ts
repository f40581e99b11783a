import { randomUUID } from 'node:crypto';
import type { ScenarioUser } from '../scenario/scenario.ts';
import type { Simulator } from '../simulator.ts';
import { childOf, type XmlElement, xml } from '../xml/xml-element.ts';
import { unescapeName } from './node-name.ts';
import { namespaces, result, stanzaError } from './stanza.ts';
import { mayReceive } from './subscription-rule.ts';

/** Whose subscriptions they are. */
interface Subscriber {
  readonly jid: string;
  readonly domain: string;
  readonly bareJid: string;
  readonly subscriptions: Map<string, string>;
}

/** Answers a request to subscribe, to unsubscribe, or to hear of one's subscriptions (XEP-0060). */
export function answerPubsub(
  iq: XmlElement,
  subscriber: Subscriber,
  user: ScenarioUser,
  simulator: Simulator,
): XmlElement {
  const { jid, domain, bareJid, subscriptions } = subscriber;
  const service = `pubsub.${domain}`;
  const refuse = (type: 'cancel' | 'auth' | 'modify', condition: string) =>
    stanzaError(iq, service, jid, type, condition);
  const pubsub = childOf(iq, 'pubsub');
  const command = childOf(pubsub, 'subscribe') ?? childOf(pubsub, 'unsubscribe');
  const shown = (node: string, subid: string) =>
    xml('subscription', [], { node, jid, subid, subscription: 'subscribed' });

  if (childOf(pubsub, 'subscriptions')) {
    const list = [...subscriptions].map(([subid, node]) => shown(node, subid));
    return result(iq, service, jid, [xml('pubsub', [xml('subscriptions', list)], { xmlns: namespaces.pubsub })]);
  }
  if (!command) return refuse('cancel', 'feature-not-implemented');
  const { node: written, jid: whose, subid } = command.attributes;
  if (written === undefined) return refuse('modify', 'bad-request');
  const node = unescapeName(written);
  if (command.name === 'unsubscribe') {
    const ids = [...subscriptions].filter(([id, each]) => each === node && (subid === undefined || subid === id));
    if (ids.length === 0) return refuse('cancel', 'unexpected-request');
    for (const [id] of ids) subscriptions.delete(id);
    return result(iq, service, jid);
  }
  if (whose !== undefined && whose !== jid && whose !== bareJid) return refuse('modify', 'bad-request');
  const verdict = mayReceive(user, node, simulator);
  if (verdict !== 'yes') return refuse(verdict === 'forbidden' ? 'auth' : 'cancel', verdict);
  const id = randomUUID();
  subscriptions.set(id, node);
  return result(iq, service, jid, [xml('pubsub', [shown(written, id)], { xmlns: namespaces.pubsub })]);
}
