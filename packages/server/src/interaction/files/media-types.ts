import type { FileKind } from '@eyeline/protocol';

interface MediaType {
  readonly kind: FileKind;
  /** With which its name may end; the first is added where it ends otherwise. */
  readonly extensions: readonly string[];
  /** Pages draw it. */
  readonly isDrawn?: boolean;
}

const openXml = 'application/vnd.openxmlformats-officedocument';
const openDocument = 'application/vnd.oasis.opendocument';

/**
 * All that can be sent. Old Office files are not among them: nothing but a look inside tells them from an installer, and they may
 * hold macros. Neither are those of today with macros, which have types of their own.
 */
export const mediaTypes: ReadonlyMap<string, MediaType> = new Map<string, MediaType>([
  ['image/jpeg', { kind: 'image', extensions: ['jpg', 'jpeg'], isDrawn: true }],
  ['image/png', { kind: 'image', extensions: ['png'], isDrawn: true }],
  ['image/gif', { kind: 'image', extensions: ['gif'], isDrawn: true }],
  ['image/webp', { kind: 'image', extensions: ['webp'], isDrawn: true }],
  ['image/heic', { kind: 'image', extensions: ['heic', 'heif'] }],
  ['image/avif', { kind: 'image', extensions: ['avif'] }],
  ['application/pdf', { kind: 'pdf', extensions: ['pdf'] }],
  ['text/plain', { kind: 'text', extensions: ['txt', 'csv', 'tsv', 'md', 'log', 'json'] }],
  [`${openXml}.wordprocessingml.document`, { kind: 'office', extensions: ['docx'] }],
  [`${openXml}.spreadsheetml.sheet`, { kind: 'office', extensions: ['xlsx'] }],
  [`${openXml}.presentationml.presentation`, { kind: 'office', extensions: ['pptx'] }],
  [`${openDocument}.text`, { kind: 'office', extensions: ['odt'] }],
  [`${openDocument}.spreadsheet`, { kind: 'office', extensions: ['ods'] }],
  [`${openDocument}.presentation`, { kind: 'office', extensions: ['odp'] }],
]);
