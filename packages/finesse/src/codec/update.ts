import { xmlFaults } from '../sentences/xml.ts';
import { type ChangeKind, changeKinds } from '../words/finesse-words.ts';
import { parseXml, type XmlLimits } from '../xml/parse-xml.ts';
import { childOf, filledText, isNamed, type XmlElement } from '../xml/xml-element.ts';
import { XmlError } from '../xml/xml-error.ts';
import { type ApiError, readApiErrors } from './api-error.ts';
import { type FinesseDialog, readDialog, readDialogs } from './dialog.ts';
import { type FinesseMedia, readMedia } from './media.ts';
import { optional } from './optional.ts';
import { readSystemInfo, type SystemInfo } from './system-info.ts';
import { readTeam } from './team.ts';
import { type FinesseUser, readUser } from './user.ts';

/** What a notification is about. */
export type UpdateContent =
  | { readonly type: 'users'; readonly users: readonly FinesseUser[] }
  | { readonly type: 'dialogs'; readonly dialogs: readonly FinesseDialog[] }
  | { readonly type: 'media'; readonly media: FinesseMedia }
  | { readonly type: 'system'; readonly system: SystemInfo }
  | { readonly type: 'errors'; readonly errors: readonly ApiError[] }
  | { readonly type: 'other' };

/** One notification. */
export interface Update {
  readonly kind: ChangeKind;
  /** The `requestId` of the request that caused it; not there when nobody's did. */
  readonly requestId?: string;
  /** The object's address, such as `/finesse/api/User/1001`. */
  readonly source: string;
  /** Whose object it is, when the source says so. */
  readonly userId?: string;
  readonly content: UpdateContent;
}

const limits: XmlLimits = { maxLength: 1024 * 1024, maxDepth: 40 };

/**
 * Reads the text of one notification.
 * @throws {XmlError} when it is no `<Update>`
 */
export function readUpdate(text: string): Update {
  const root = parseXml(text, limits);
  if (!isNamed(root, 'Update')) throw new XmlError('not-xml', xmlFaults.noUpdate(root.name));
  const source = filledText(root, 'source') ?? '';
  return {
    kind: changeKinds.fromTheirs(filledText(root, 'event'), 'changed'),
    source,
    content: readContent(childOf(root, 'data')),
    ...optional('requestId', filledText(root, 'requestId')),
    ...optional('userId', /^\/finesse\/api\/User\/([^/]+)/i.exec(source)?.[1]),
  };
}

function readContent(data: XmlElement | undefined): UpdateContent {
  const errors = readApiErrors(data);
  if (childOf(data, 'apiErrors')) return { type: 'errors', errors };
  const user = readUser(childOf(data, 'user'));
  if (user) return { type: 'users', users: [user] };
  const team = readTeam(childOf(data, 'team'));
  if (team) return { type: 'users', users: team.users };
  const dialogs = childOf(data, 'dialogs');
  if (dialogs) return { type: 'dialogs', dialogs: readDialogs(dialogs) };
  const dialog = readDialog(childOf(data, 'dialog'));
  if (dialog) return { type: 'dialogs', dialogs: [dialog] };
  const media = readMedia(childOf(data, 'media'));
  if (media) return { type: 'media', media };
  const info = childOf(data, 'systemInfo');
  const system = info && readSystemInfo(info);
  return system ? { type: 'system', system } : { type: 'other' };
}
