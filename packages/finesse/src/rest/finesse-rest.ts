import { writeClientLog } from '../codec/client-log.ts';
import { type FinesseDialog, readDialog, readDialogs, writeDialogCommand, writeTaskCommand } from '../codec/dialog.ts';
import { type LayoutConfig, readLayoutConfig, writeDefaultLayout, writeTeamLayout } from '../codec/layout-config.ts';
import { type FinesseMedia, type MediaCommand, readMedia, readMediaList, writeMediaCommand } from '../codec/media.ts';
import { type ReasonCode, readReasonCodes } from '../codec/reason-code.ts';
import { type FinesseTeam, readTeam } from '../codec/team.ts';
import type { Update } from '../codec/update.ts';
import {
  type FinesseUser,
  readTeamNames,
  readUser,
  readUsers,
  type TeamName,
  writeVoiceCommand,
} from '../codec/user.ts';
import { FinesseError } from '../finesse-error.ts';
import { advice } from '../sentences/advice.ts';
import { answers } from '../sentences/answers.ts';
import {
  type DialogAction,
  type ReasonCategory,
  reasonCategories,
  type TaskAction,
  type VoiceCommand,
} from '../words/finesse-words.ts';
import type { XmlElement } from '../xml/xml-element.ts';
import type { ChangeLedger } from './change-ledger.ts';
import type { ClusterRequest, FinesseCluster } from './cluster.ts';
import { confirmsDialog, confirmsMedia, confirmsVoice, type VoiceChange } from './confirmation.ts';

export interface FinesseRestOptions {
  readonly cluster: FinesseCluster;
  /** Fed by the notifications; without their help no change is ever confirmed. */
  readonly ledger: ChangeLedger;
  readonly newRequestId: () => string;
  /** How long a change may stay without its notification, in ms. */
  readonly confirmWithinMs?: number;
}

/** Finesse's REST API in our words. Every failure is a {@link FinesseError}. */
export class FinesseRest {
  readonly #options: FinesseRestOptions;

  constructor(options: FinesseRestOptions) {
    this.#options = options;
  }

  /** One user. An agent may read only themself, an administrator anybody. */
  async user(id: string): Promise<FinesseUser> {
    return need(readUser(await this.#get(`/User/${segment(id)}`, `read the user ${id}`)), 'user');
  }

  /** Every user. Administrators only; ask sparingly. */
  async users(): Promise<readonly FinesseUser[]> {
    return readUsers(await this.#get('/Users', 'read all users'));
  }

  /** A team with its agents' states. Its supervisors and administrators only. */
  async team(id: string, { withSignedOut = false } = {}): Promise<FinesseTeam> {
    const query = withSignedOut ? '?includeLoggedOutAgents=true' : '';
    return need(readTeam(await this.#get(`/Team/${segment(id)}${query}`, `read the team ${id}`)), 'team');
  }

  /** The names of all teams. Administrators only. */
  async teams(): Promise<readonly TeamName[]> {
    return readTeamNames(await this.#get('/Teams', 'read all teams'));
  }

  /** The reasons of the cluster. Administrators only. */
  async reasonCodes(category: ReasonCategory): Promise<readonly ReasonCode[]> {
    const query = `?category=${reasonCategories.toTheirs(category)}`;
    return readReasonCodes(await this.#get(`/ReasonCodes${query}`, 'read the reason codes'));
  }

  /** The reasons that a user may choose (deprecated by Cisco since 12.5, still answered). */
  async userReasonCodes(id: string, category: ReasonCategory): Promise<readonly ReasonCode[]> {
    const path = `/User/${segment(id)}/ReasonCodes?category=${reasonCategories.toTheirs(category)}`;
    return readReasonCodes(await this.#get(path, `read the reason codes of ${id}`));
  }

  /** The reasons of a team (from 12.5 on). Finesse keeps this answer; it is asked past its cache. */
  async teamReasonCodes(teamId: string): Promise<readonly ReasonCode[]> {
    const path = `/TeamResource/${segment(teamId)}/ReasonCodes?category=ALL&bypassServerCache=true`;
    return readReasonCodes(await this.#get(path, `read the reason codes of the team ${teamId}`));
  }

  async dialogs(userId: string): Promise<readonly FinesseDialog[]> {
    return readDialogs(await this.#get(`/User/${segment(userId)}/Dialogs`, `read the calls of ${userId}`));
  }

  async dialog(id: string): Promise<FinesseDialog> {
    return need(readDialog(await this.#get(`/Dialog/${segment(id)}`, `read the dialog ${id}`)), 'dialog');
  }

  /** The tasks of an agent. UCCE only. */
  async taskDialogs(userId: string): Promise<readonly FinesseDialog[]> {
    await this.needMedia();
    return readDialogs(await this.#get(`/User/${segment(userId)}/Dialogs/Media`, `read the tasks of ${userId}`));
  }

  /** An agent's media routing domains. UCCE only. */
  async mediaList(userId: string): Promise<readonly FinesseMedia[]> {
    await this.needMedia();
    return readMediaList(await this.#get(`/User/${segment(userId)}/Media`, `read the media of ${userId}`));
  }

  async media(userId: string, mediaId: string): Promise<FinesseMedia> {
    await this.needMedia();
    const path = `/User/${segment(userId)}/Media/${segment(mediaId)}`;
    return need(readMedia(await this.#get(path, `read the medium ${mediaId} of ${userId}`)), 'media');
  }

  /**
   * Asks for a voice state and waits for Finesse to say that it came, or that it is pending until a call ends. A reason
   * only for oneself: an account that changes somebody else is a supervisor, who may give none.
   * @throws {FinesseError} `not-confirmed` when no notification came in time: read the state before asking again
   */
  async changeVoice(
    id: string,
    command: VoiceCommand,
    details: { reasonCodeId?: string; extension?: string } = {},
  ): Promise<VoiceChange> {
    const what = `make ${id} ${command}`;
    const body = writeVoiceCommand(command, details);
    return this.#change(
      what,
      { method: 'PUT', path: `/User/${segment(id)}`, body },
      confirmsVoice(id, command, details),
    );
  }

  /** Asks for a state of one of an agent's domains. UCCE only, and only one's own. */
  async changeMedia(userId: string, mediaId: string, command: MediaCommand): Promise<FinesseMedia> {
    await this.needMedia();
    const path = `/User/${segment(userId)}/Media/${segment(mediaId)}`;
    const body = writeMediaCommand(command);
    const what = `make ${userId} ${command.command} in ${mediaId}`;
    return this.#change(what, { method: 'PUT', path, body }, confirmsMedia(userId, mediaId, command));
  }

  /** Acts on a call at an agent's phone. */
  async actOnCall(dialogId: string, command: DialogAction, targetMediaAddress: string): Promise<FinesseDialog> {
    const body = writeDialogCommand(command, { targetMediaAddress });
    const request = { method: 'PUT', path: `/Dialog/${segment(dialogId)}`, body } as const;
    return this.#change(`${command} the call ${dialogId}`, request, confirmsDialog(dialogId));
  }

  /** Calls somebody from an agent's phone. */
  async call(userId: string, fromAddress: string, toAddress: string): Promise<FinesseDialog> {
    const body = writeDialogCommand('call', { fromAddress, toAddress });
    const request = { method: 'POST', path: `/User/${segment(userId)}/Dialogs`, body } as const;
    return this.#change(`call ${toAddress}`, request, confirmsDialog());
  }

  /** Acts on a task as its agent. A transfer names the script that takes it. UCCE only. */
  async actOnTask(dialogId: string, command: TaskAction, target?: string): Promise<FinesseDialog> {
    await this.needMedia();
    const request = {
      method: 'PUT',
      path: `/Dialog/${segment(dialogId)}`,
      body: writeTaskCommand(command, target),
    } as const;
    return this.#change(`${command} the task ${dialogId}`, request, confirmsDialog(dialogId));
  }

  /** The layout of a team, or of everybody. Administrators only. */
  async layout(teamId?: string): Promise<LayoutConfig> {
    return readLayoutConfig(await this.#get(layoutPath(teamId), 'read the desktop layout'));
  }

  /** Writes the layout of a team, or of everybody. Administrators only, on the primary node. */
  async changeLayout(layout: LayoutConfig, teamId?: string): Promise<void> {
    const body = teamId === undefined ? writeDefaultLayout(layout.layout) : writeTeamLayout(layout);
    const what = 'change the desktop layout';
    await this.#options.cluster.request({ method: 'PUT', path: layoutPath(teamId), body, what, needsPrimary: true });
  }

  /** Leaves lines in the client log of a user's desktop. */
  async log(userId: string, lines: string): Promise<void> {
    const path = `/User/${segment(userId)}/ClientLog`;
    await this.#options.cluster.request({
      method: 'POST',
      path,
      body: writeClientLog(lines),
      what: 'write the client log',
    });
  }

  async #get(path: string, what: string): Promise<XmlElement> {
    const { body } = await this.#options.cluster.request({ method: 'GET', path, what });
    return need(body, 'answer');
  }

  async #change<T>(
    what: string,
    request: Omit<ClusterRequest, 'requestId' | 'what'>,
    confirm: (update: Update) => T | undefined,
  ): Promise<T> {
    const { cluster, ledger, newRequestId, confirmWithinMs = 5_000 } = this.#options;
    const requestId = newRequestId();
    const change = { requestId, confirm, timeoutMs: confirmWithinMs, what };
    return ledger.await(change, () => cluster.request({ ...request, requestId, what }));
  }

  /** @throws {FinesseError} not-supported on a UCCX */
  async needMedia(): Promise<void> {
    const { info } = await this.#options.cluster.node();
    if (info.deployment === 'uccx') throw new FinesseError('not-supported', advice.noMedia());
  }
}

function layoutPath(teamId: string | undefined): string {
  return teamId === undefined ? '/LayoutConfig/default' : `/Team/${segment(teamId)}/LayoutConfig`;
}

function segment(text: string): string {
  return encodeURIComponent(text);
}

function need<T>(value: T | undefined, name: string): T {
  if (value === undefined) throw new FinesseError('unexpected-answer', answers.without(name));
  return value;
}
