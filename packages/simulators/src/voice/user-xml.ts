import type { Directory } from '../directory/directory.ts';
import { reasonXml } from '../directory/reason-xml.ts';
import type { ScenarioUser } from '../scenario/scenario.ts';
import { type XmlElement, xml } from '../xml/xml-element.ts';
import type { VoiceAgent } from './voice-agent.ts';

const instant = (ms: number) => new Date(ms).toISOString();

/** A `<User>` as REST answers it. */
export function userXml(user: ScenarioUser, agent: VoiceAgent, directory: Directory): XmlElement {
  const fields = fieldsOf(user, agent, directory);
  const order = [
    ...[
      'uri',
      'roles',
      'loginId',
      'loginName',
      'state',
      'stateChangeTime',
      'mediaType',
      'pendingState',
      'reasonCodeId',
    ],
    ...[
      'ReasonCode',
      'settings',
      'extension',
      'firstName',
      'lastName',
      'teamId',
      'teamName',
      'dialogs',
      'teams',
      'wrapUpTimer',
    ],
  ];
  return xml(
    'User',
    order.map(name => fields.get(name)),
  );
}

/** The same in a notification: a lower-case name, in the order of the alphabet. */
export function notifiedUserXml(user: ScenarioUser, agent: VoiceAgent, directory: Directory): XmlElement {
  const fields = [...fieldsOf(user, agent, directory).values()];
  return xml(
    'user',
    fields.sort((one, other) => (one.name.toLowerCase() < other.name.toLowerCase() ? -1 : 1)),
  );
}

/** What a supervisor hears of an agent of a team. */
export function teamNotificationXml(user: ScenarioUser, agent: VoiceAgent, directory: Directory): XmlElement {
  const fields = fieldsOf(user, agent, directory);
  const names = ['uri', 'loginId', 'firstName', 'lastName', 'extension', 'pendingState', 'state', 'stateChangeTime'];
  return xml(
    'user',
    [...names, 'reasonCodeId', 'ReasonCode'].map(name => fields.get(name)),
  );
}

/** A member in a `<Team>`, which spells `reasonCode` in lower case. */
export function teamMemberXml(user: ScenarioUser, agent: VoiceAgent, directory: Directory): XmlElement {
  const fields = fieldsOf(user, agent, directory);
  const reason = fields.get('ReasonCode');
  const names = ['uri', 'loginId', 'firstName', 'lastName', 'dialogs', 'extension', 'pendingState', 'state'];
  const isBusy = agent.call?.kind === 'non-acd';
  return xml('User', [
    ...names.map(name => fields.get(name)),
    reason && { ...reason, name: 'reasonCode' },
    fields.get('stateChangeTime'),
    directory.scenario.deployment === 'UCCX' ? xml('mediaState', isBusy ? 'BUSY' : 'IDLE') : undefined,
  ]);
}

function fieldsOf(user: ScenarioUser, agent: VoiceAgent, directory: Directory): Map<string, XmlElement> {
  const uri = `/finesse/api/User/${encodeURIComponent(user.id)}`;
  const team = user.team === undefined ? undefined : directory.team(user.team);
  const hasReason = agent.state === 'NOT_READY' || agent.state === 'LOGOUT';
  const reason = hasReason && agent.reasonCodeId !== undefined ? directory.reasons.get(agent.reasonCodeId) : undefined;
  const teams = user.supervises.flatMap(id => directory.team(id) ?? []);
  const elements: (XmlElement | undefined)[] = [
    xml('uri', uri),
    xml(
      'roles',
      user.roles.map(role => xml('role', role)),
    ),
    xml('loginId', user.id),
    xml('loginName', user.loginName ?? user.id),
    xml('state', agent.state),
    xml('stateChangeTime', agent.changedAt === 0 ? '' : instant(agent.changedAt)),
    xml('mediaType', 1),
    xml('pendingState', agent.pending?.state ?? ''),
    hasReason ? xml('reasonCodeId', agent.reasonCodeId ?? '-1') : undefined,
    reason && reasonXml(reason),
    xml('settings', [
      xml('wrapUpOnIncoming', user.wrapUp ? 'OPTIONAL' : 'NOT_ALLOWED'),
      xml('wrapUpOnOutgoing', user.wrapUp ? 'OPTIONAL' : 'NOT_ALLOWED'),
    ]),
    xml('extension', agent.extension ?? ''),
    xml('firstName', user.firstName),
    xml('lastName', user.lastName),
    xml('teamId', team?.id ?? ''),
    xml('teamName', team?.name ?? ''),
    xml('dialogs', `${uri}/Dialogs`),
    user.roles.includes('Supervisor')
      ? xml(
          'teams',
          teams.map(({ id, name }) =>
            xml('Team', [xml('uri', `/finesse/api/Team/${id}`), xml('id', id), xml('name', name)]),
          ),
        )
      : undefined,
    xml('wrapUpTimer', Math.round(directory.scenario.timings.wrapUpMs / 1000)),
  ];
  return new Map(elements.filter(each => each !== undefined).map(each => [each.name, each]));
}
