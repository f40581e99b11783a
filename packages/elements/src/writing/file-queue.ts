import type { ConversationActor, FileOutcome } from '@eyeline/machines';
import { type CommandId, type FileRules, readFileRules } from '@eyeline/protocol';
import { answeredFiles, offersFirst } from './offered-files.ts';
import { smallPicture } from './small-picture.ts';
import { isToGo, isWaited, mostWaiting, nextToSend, obstacleOf, type WaitingFile, withFile } from './waiting-file.ts';

/** Before a file that broke off goes again, in ms. */
const resendPause = 4000;

/** The most that a name may have on its way. */
const longestName = 500;

const queues = new WeakMap<ConversationActor, FileQueue>();

/** The files on their way into a conversation. They go on when the element that shows them is another one. */
export function fileQueueOf(conversation: ConversationActor): FileQueue {
  const known = queues.get(conversation) ?? new FileQueue(conversation);
  queues.set(conversation, known);
  return known;
}

/** Sends files one after the other, and again where the connection broke. A reload of the page forgets what was not sent. */
export class FileQueue {
  #files: readonly WaitingFile[] = [];
  readonly #conversation: ConversationActor;
  readonly #readers = new Set<(news: WaitingFile | null) => void>();
  #sending: AbortController | null = null;

  constructor(conversation: ConversationActor) {
    this.#conversation = conversation;
    let wasOnline = true;
    conversation.subscribe(({ context: { online, interaction } }) => {
      if (interaction.closed && this.#files.length > 0) this.#clear();
      if (!interaction.closed) queueMicrotask(() => this.#follow());
      // What a subscriber sends is carried out when all have heard.
      if (online && !wasOnline) queueMicrotask(() => this.#resend());
      wasOnline = online;
    });
    this.#follow();
  }

  get files(): readonly WaitingFile[] {
    return this.#files;
  }

  /** What may be sent here; null where nothing may. */
  get rules(): FileRules | null {
    return readFileRules(this.#conversation.getSnapshot().context.entryPoint?.files);
  }

  /** `onChange` gets the file that has just become a message. Answers with what ends it. */
  subscribe(onChange: (sent: WaitingFile | null) => void): () => void {
    this.#readers.add(onChange);
    return () => this.#readers.delete(onChange);
  }

  /** Puts files before a person, who sees what would go. */
  async add(files: readonly File[]): Promise<void> {
    const { rules } = this;
    if (!rules) return;
    for (const file of files.slice(0, mostWaiting + 1)) {
      const small = await smallPicture(file);
      const failure = obstacleOf(small.content, this.#files.length, rules.maxBytes);
      const fileId = this.#conversation.getSnapshot().context.ids.commandId();
      const state = failure ? 'failed' : 'chosen';
      this.#set([...this.#files, { ...small, fileId, state, share: 0, failure }]);
    }
  }

  /** What is on its way stops, and nothing is left of it. */
  remove(fileId: CommandId): void {
    const one = this.#files.find(file => file.fileId === fileId);
    if (one?.state === 'sending') this.#sending?.abort();
    if (one && isWaited(one)) this.#tell({ type: 'file.answer', fileId, accepted: false });
    one?.picture?.close();
    this.#set(this.#files.filter(file => file.fileId !== fileId));
    this.#next();
  }

  retry(fileId: CommandId): void {
    this.#change(fileId, { state: 'queued', failure: null, share: 0 });
    this.#next();
  }

  /** What was in a file that an earlier page offered. */
  async supply(fileId: CommandId, file: File): Promise<void> {
    const { content, picture } = await smallPicture(file);
    this.#change(fileId, { content, picture, state: 'offered' });
    this.#follow();
  }

  /** All that was chosen goes, or is offered first. */
  send(): void {
    const { context } = this.#conversation.getSnapshot();
    const { rules } = this;
    const chosen = this.#files.filter(isToGo);
    const state = rules && offersFirst(rules, context) ? 'offered' : 'queued';
    this.#set(this.#files.map(one => (isToGo(one) ? { ...one, state } : one)));
    if (state === 'offered') for (const one of chosen) this.#offer(one);
    else this.#next();
  }

  #offer({ fileId, name, content }: WaitingFile): void {
    const { interactionId } = this.#conversation.getSnapshot().context;
    const mediaType = /^[\w.+-]{1,60}\/[\w.+-]{1,60}$/.test(content.type) ? { mediaType: content.type } : {};
    const told = { name: name.slice(-longestName), bytes: content.size, ...mediaType };
    this.#conversation.send({
      type: 'commanded',
      command: { type: 'file.offer', commandId: fileId, interactionId, ...told },
    });
  }

  #tell(answer: { readonly type: 'file.answer'; readonly fileId: CommandId; readonly accepted: boolean }): void {
    const { interactionId, ids } = this.#conversation.getSnapshot().context;
    this.#conversation.send({
      type: 'commanded',
      command: { ...answer, commandId: ids.commandId(), interactionId },
    });
  }

  /** Of what was offered something goes now, and something never. */
  #follow(): void {
    const files = answeredFiles(this.#files, this.#conversation.getSnapshot().context);
    if (files === this.#files) return;
    this.#set(files);
    this.#next();
  }

  #next(): void {
    const file = nextToSend(this.#files);
    if (!file) return;
    const { fileId, name, content } = file;
    const conversation = this.#conversation;
    if (!conversation.getSnapshot().context.online) {
      this.#change(fileId, { state: 'lost' });
      return;
    }
    const stop = new AbortController();
    this.#sending = stop;
    this.#change(fileId, { state: 'sending', share: 0, failure: null });
    const onProgress = (share: number) => this.#change(fileId, { share });
    conversation.send({ type: 'open-file', fileId, sending: { name, content, signal: stop.signal, onProgress } });
    const child = conversation.getSnapshot().children[fileId];
    if (!child) this.#lose(fileId);
    child?.subscribe({
      complete: () => {
        // What was stopped says nothing any more.
        const { output } = child.getSnapshot();
        if (!stop.signal.aborted) this.#take(file, isOutcome(output) ? output : null);
      },
    });
  }

  #take(file: WaitingFile, outcome: FileOutcome | null): void {
    const { fileId } = file;
    if (outcome?.type === 'sent') {
      file.picture?.close();
      this.#set(
        this.#files.filter(one => one.fileId !== fileId),
        file,
      );
    } else if (outcome?.type === 'refused') this.#change(fileId, { state: 'failed', failure: outcome.failure });
    else this.#lose(fileId);
    this.#next();
  }

  #lose(fileId: CommandId): void {
    this.#change(fileId, { state: 'lost' });
    setTimeout(() => this.#resend(), resendPause);
  }

  #resend(): void {
    this.#set(this.#files.map(one => (one.state === 'lost' ? { ...one, state: 'queued' } : one)));
    this.#next();
  }

  #clear(): void {
    this.#sending?.abort();
    for (const { picture } of this.#files) picture?.close();
    this.#set([]);
  }

  #change(fileId: CommandId, change: Partial<WaitingFile>): void {
    this.#set(withFile(this.#files, fileId, change));
  }

  #set(files: readonly WaitingFile[], sent: WaitingFile | null = null): void {
    this.#files = files;
    for (const reader of this.#readers) reader(sent);
  }
}

const isOutcome = (output: unknown): output is FileOutcome =>
  typeof output === 'object' && output !== null && 'type' in output;
