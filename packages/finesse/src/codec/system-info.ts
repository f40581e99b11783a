import {
  type Deployment,
  deployments,
  type ServiceState,
  type SignInMode,
  serviceStates,
  signInModes,
} from '../words/finesse-words.ts';
import { childOf, filledText, instantOf, type XmlElement } from '../xml/xml-element.ts';
import { optional } from './optional.ts';

/** What a Finesse node says of itself. */
export interface SystemInfo {
  readonly state: ServiceState;
  readonly stateReason?: string;
  readonly deployment: Deployment;
  readonly signInMode: SignInMode;
  readonly xmppDomain: string;
  readonly pubsubDomain: string;
  readonly primaryHost?: string;
  readonly secondaryHost?: string;
  readonly peripheralId?: string;
  /** ms since the epoch by the node's clock, which state change times are in. */
  readonly now?: number;
}

/** Reads `<SystemInfo>`; undefined when it is another element. A node without a status is out of service. */
export function readSystemInfo(element: XmlElement): SystemInfo | undefined {
  if (element.name.toLowerCase() !== 'systeminfo') return undefined;
  const xmppDomain = filledText(element, 'xmppDomain') ?? '';
  return {
    state: serviceStates.fromTheirs(filledText(element, 'status'), 'out-of-service'),
    deployment: deployments.fromTheirs(filledText(element, 'deploymentType'), 'ucce'),
    signInMode: signInModes.fromTheirs(filledText(element, 'systemAuthMode'), 'password'),
    xmppDomain,
    pubsubDomain: filledText(element, 'xmppPubSubDomain') ?? (xmppDomain && `pubsub.${xmppDomain}`),
    ...optional('stateReason', filledText(element, 'statusReason')),
    ...optional('primaryHost', filledText(childOf(element, 'primaryNode'), 'host')),
    ...optional('secondaryHost', filledText(childOf(element, 'secondaryNode'), 'host')),
    ...optional('peripheralId', filledText(element, 'peripheralId')),
    ...optional('now', instantOf(element, 'currentTimestamp')),
  };
}
