import { type CommandInput, type MessageContent, type NewFact, plainTextOf, readContent } from '@eyeline/protocol';
import { Refusal } from '../../people/refusal.ts';
import { contentFault } from '../../settings/messages/content-fault.ts';
import { agentRefusals } from '../../settings/sentences/refusals.ts';
import type { Membership } from '../access.ts';
import type { InteractionRooms } from '../interaction-port.ts';
import { type Mask, maskIn } from '../masking/masking.ts';
import { answered } from './answered.ts';

type Said = Pick<NewFact<'message.sent'>, 'text' | 'content' | 'answer' | 'masked'>;
type Input = Pick<CommandInput<'message.send'>, 'text' | 'content' | 'answer' | 'masked'>;

/**
 * What a message becomes before it is kept: without what is to be hidden, and where it has content or answers, with the text that
 * is made of it.
 * @throws Refusal where it may not be said here, or by this person
 */
export function said(rooms: InteractionRooms, membership: Membership, input: Input): Said {
  const mask = maskIn(rooms, membership.log);
  const { content, answer } = input;
  if (content && answer) throw new Refusal('invalid-payload');
  if (content) return contained(rooms, membership, content, mask);
  if (answer) {
    const { masked = [], ...given } = answered(membership, answer, mask);
    const claimed = 'values' in answer ? mask.claimed(given.text, input.masked ?? []) : [];
    return { ...given, ...maskedOf([...claimed, ...masked]) };
  }
  const { text, masked } = mask.text(input.text);
  return { text, ...maskedOf([...mask.claimed(input.text, input.masked ?? []), ...masked]) };
}

/** Only agents make messages of more than text, for customers. */
function contained(rooms: InteractionRooms, { identity, log }: Membership, given: MessageContent, mask: Mask): Said {
  if (identity.role !== 'agent' || log.consult) throw new Refusal('not-allowed');
  const fault = contentFault(given, {
    pictureHosts: rooms.settings.config.pictureHosts,
    hasPicture: fileId => log.files.some(({ file }) => file.fileId === fileId && file.width !== undefined),
  });
  if (fault !== null) throw new Refusal('invalid-payload', agentRefusals.content[fault]);
  const hidden: string[] = [];
  const content = withoutHidden(given, text => {
    const { text: shown, masked } = mask.text(text);
    hidden.push(...masked);
    return shown;
  }) as MessageContent;
  // What is kept has to be read again: as it is now, without what was hidden and what nobody can read.
  if (!readContent(content)) throw new Refusal('invalid-payload');
  return { text: plainTextOf(content), content, ...maskedOf(hidden) };
}

/** What nobody reads, and what programs decide by. */
const unread: readonly string[] = ['kind', 'type', 'id', 'name', 'url', 'fileId'];

function withoutHidden(value: unknown, hide: (text: string) => string, key = ''): unknown {
  if (typeof value === 'string') return unread.includes(key) ? value : hide(value);
  if (Array.isArray(value)) return value.map(one => withoutHidden(one, hide, key));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([name, one]) => [name, withoutHidden(one, hide, name)]));
}

const maskedOf = (masked: readonly string[]): Pick<Said, 'masked'> =>
  masked.length > 0 ? { masked: [...new Set(masked)] } : {};
