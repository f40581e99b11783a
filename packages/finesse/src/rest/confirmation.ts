import type { FinesseDialog } from '../codec/dialog.ts';
import type { FinesseMedia, MediaCommand } from '../codec/media.ts';
import type { Update } from '../codec/update.ts';
import type { FinesseUser } from '../codec/user.ts';
import type { VoiceCommand } from '../words/finesse-words.ts';

/** What became of a command for a voice state. */
export interface VoiceChange {
  readonly user: FinesseUser;
  /** Whether it takes effect only when the call at hand ends. */
  readonly isPending: boolean;
}

/** Whether an update says that a command for a voice state came true. */
export function confirmsVoice(id: string, command: VoiceCommand, { reasonCodeId }: { reasonCodeId?: string } = {}) {
  return (update: Update): VoiceChange | undefined => {
    if (update.content.type !== 'users') return undefined;
    const user = update.content.users.find(each => each.id === id);
    if (!user) return undefined;
    const wanted = command === 'sign-in' ? 'not-ready' : command === 'sign-out' ? 'logged-out' : command;
    const isOwn = update.requestId !== undefined;
    if (user.pendingState === wanted && user.state !== wanted) return { user, isPending: true };
    const isThere = user.state === wanted && (user.pendingState ?? 'none') === 'none';
    // Somebody's own not-ready with another reason is not ours.
    const hasReason = reasonCodeId === undefined || user.reasonCodeId === reasonCodeId;
    return isThere && (isOwn || hasReason) ? { user, isPending: false } : undefined;
  };
}

/** Whether an update says that a command for a domain's state came true. */
export function confirmsMedia(userId: string, mediaId: string, command: MediaCommand) {
  return (update: Update): FinesseMedia | undefined => {
    if (update.content.type !== 'media' || update.userId !== userId) return undefined;
    const { media } = update.content;
    if (media.id !== mediaId) return undefined;
    return update.requestId !== undefined || isMedia(media, command) ? media : undefined;
  };
}

/** Whether an update is about a dialog; any dialog of the request when the id is not known yet. */
export function confirmsDialog(id?: string) {
  return (update: Update): FinesseDialog | undefined => {
    if (update.content.type !== 'dialogs') return undefined;
    if (id === undefined) return update.requestId === undefined ? undefined : update.content.dialogs[0];
    return update.content.dialogs.find(dialog => dialog.id === id);
  };
}

function isMedia(media: FinesseMedia, { command }: MediaCommand): boolean {
  switch (command) {
    case 'routable':
      return media.isRoutable;
    case 'not-routable':
      return !media.isRoutable;
    case 'sign-in':
      return media.state !== 'logged-out';
    case 'sign-out':
      return media.state === 'logged-out';
    case 'ready':
    case 'not-ready':
      return media.state === command;
  }
}
