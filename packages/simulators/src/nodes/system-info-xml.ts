import type { Scenario } from '../scenario/scenario.ts';
import { type XmlElement, xml } from '../xml/xml-element.ts';
import type { NodeId, NodePair } from './node-pair.ts';

/** What a node says of itself: `SystemInfo` by REST, `systemInfo` in a notification. */
export function systemInfoXml(node: NodeId, nodes: NodePair, scenario: Scenario, name = 'SystemInfo'): XmlElement {
  const [a, b] = [nodes.address('A'), nodes.address('B')];
  const isUp = nodes.state(node) === 'in-service';
  const now = Date.now();
  const address = ({ host, port }: typeof a) => [
    ...[xml('host', host), xml('httpsPort', port), xml('xmppPort', ''), xml('xmppSecurePort', '')],
  ];
  const domain = xmppDomain(node, nodes);
  return xml(name, [
    xml('currentTimestamp', new Date(now).toISOString()),
    xml('deploymentType', scenario.deployment),
    xml('lastCTIHeartbeatStatus', isUp ? 'success' : 'failure'),
    xml('lastSuccessCTIHeartbeatTime', now),
    ...[xml('ctiVersion', '23'), xml('ctiHeartbeatInterval', '2'), xml('license', ''), xml('peripheralId', '5000')],
    xml('primaryNode', address(a)),
    xml('secondaryNode', address(b)),
    xml('status', isUp ? 'IN_SERVICE' : 'OUT_OF_SERVICE'),
    xml('statusReason', isUp ? '' : 'CTI_SERVER_OUT_OF_SERVICE'),
    xml('systemAuthMode', scenario.signIn),
    ...[xml('timezoneOffset', '0'), xml('uri', '/finesse/api/SystemInfo')],
    xml('xmppDomain', domain),
    xml('xmppPubSubDomain', `pubsub.${domain}`),
  ]);
}

/** The name of a node's notification service. */
export function xmppDomain(node: NodeId, nodes: NodePair): string {
  return nodes.address(node).host;
}
