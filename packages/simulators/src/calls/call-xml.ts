import { type Call, callActions } from '../voice/call.ts';
import { type XmlElement, xml } from '../xml/xml-element.ts';

/** A call as REST (`Dialog`) and notifications (`dialog`) write it. */
export function callXml(call: Call, name: 'Dialog' | 'dialog' = 'Dialog'): XmlElement {
  const instant = (ms: number) => new Date(ms).toISOString();
  return xml(name, [
    xml('associatedDialogUri'),
    xml('id', call.id),
    xml('secondaryId'),
    xml('mediaType', 'Voice'),
    xml('fromAddress', call.from),
    xml('toAddress', call.to),
    xml('mediaProperties', [
      xml('dialedNumber', call.to),
      xml('callType', call.kind === 'acd' ? 'ACD_IN' : call.kind === 'outbound' ? 'OUTBOUND' : 'OTHER_IN'),
      xml('DNIS', call.to),
      xml('queueName', call.queueName ?? ''),
      xml('wrapUpReason', call.wrapUpReason),
      xml(
        'callvariables',
        Object.entries(call.variables).map(([key, value]) =>
          xml('CallVariable', [xml('name', key), xml('value', value)]),
        ),
      ),
    ]),
    xml(
      'participants',
      call.participants.map(participant =>
        xml('Participant', [
          xml(
            'actions',
            callActions(participant).map(action => xml('action', action)),
          ),
          xml('mediaAddress', participant.address),
          xml('mediaAddressType', participant.isAgent ? 'AGENT_DEVICE' : ''),
          xml('startTime', instant(participant.startedAt)),
          xml('state', participant.state),
          xml('stateCause'),
          xml('stateChangeTime', instant(participant.changedAt)),
        ]),
      ),
    ),
    xml('state', call.state),
    xml('uri', `/finesse/api/Dialog/${call.id}`),
  ]);
}
