import type { CallActor, ConversationContext, HelpActor } from '@eyeline/machines';
import { isSamePicture, marksOn, zoomed } from '@eyeline/machines';
import type { HelpedPicture, Lens, LensSetting, ParticipantId } from '@eyeline/protocol';
import { html, nothing, type ReactiveController, type ReactiveControllerHost, type TemplateResult } from 'lit';
import type { SnapshotFrom } from 'xstate';
import type { CallPeople, CallPerson } from '../call/call-people.ts';
import { ActorController } from '../controller/actor-controller.ts';
import {
  clearPath,
  closerPath,
  drawPath,
  freezePath,
  lightPath,
  pointPath,
  snapshotPath,
  widerPath,
} from '../icons/help-paths.ts';
import { icon } from '../icons/icon.ts';
import { sentence as drawn, isolate } from '../parts/isolate.ts';
import { connection } from '../sentences/connection.ts';
import { help as sentences } from '../sentences/help.ts';
import { colourOf } from './help-people.ts';
import { helpedPicture, pictureOf } from './helped-picture.ts';
import type { HelpTool } from './marks-element.ts';

interface HelpSources {
  readonly call: () => CallActor | null;
  readonly context: () => ConversationContext | undefined;
}

/** What one side of a call shows on its pictures: the tools, and what lies over the pictures. */
export class CallHelp implements ReactiveController {
  readonly #host: ReactiveControllerHost;
  readonly #sources: HelpSources;
  readonly #help: ActorController<SnapshotFrom<HelpActor>, SnapshotFrom<HelpActor>['context']>;
  #isOpen = false;
  #tool: HelpTool | null = null;
  #picture: HelpedPicture | null = null;
  /** Whose camera was asked for what can be set at it. */
  #askedOf: ParticipantId | null = null;

  constructor(host: ReactiveControllerHost & Element, sources: HelpSources) {
    this.#host = host;
    this.#sources = sources;
    host.addController(this);
    this.#help = new ActorController(
      host,
      () => this.#actor,
      snapshot => snapshot.context,
    );
  }

  get isOpen(): boolean {
    return this.#isOpen;
  }

  get #actor(): HelpActor | undefined {
    return this.#sources.call()?.getSnapshot().children.help;
  }

  hostUpdate(): void {
    // The call is over, and with it what was done in it.
    if (!this.#actor && this.#isOpen) this.close();
  }

  hostUpdated(): void {
    this.#askForLens();
  }

  /** An agent who begins to help, or whose customer shows their camera again, asks what can be set at it. */
  #askForLens(): void {
    const isAgent = this.#sources.call()?.getSnapshot().context.role === 'agent';
    const picture = this.#isOpen && isAgent && this.#isTheirs(this.#picture) ? this.#picture : null;
    const of = picture?.source === 'camera' ? picture.participantId : null;
    if (of && of !== this.#askedOf) this.#actor?.send({ type: 'set-lens', participantId: of, setting: {} });
    this.#askedOf = of;
  }

  close(): void {
    this.#isOpen = false;
    this.#tool = null;
    this.#host.requestUpdate();
  }

  readonly toggle = (): void => {
    this.#isOpen = !this.#isOpen;
    this.#tool = this.#isOpen ? 'point' : null;
    this.#host.requestUpdate();
  };

  /** Which picture the tools are for; null while there is none. */
  pictureFor(people: CallPeople): HelpedPicture | null {
    const role = this.#sources.call()?.getSnapshot().context.role;
    return this.#actor && role ? helpedPicture(people, role) : null;
  }

  /** Whether the own picture is what is looked at: somebody points at it, or has drawn on it, or is to. */
  isOwnHelped({ own }: CallPeople, picture: HelpedPicture | null): boolean {
    const marks = this.#help.value?.marks;
    if (!own || !marks) return false;
    const isTarget = this.#isOpen && picture?.participantId === own.participantId;
    const isFrozen = own.still !== null;
    const isMarked = [...marks.pointers, ...marks.strokes].some(one => one.picture.participantId === own.participantId);
    return isTarget || isMarked || isFrozen;
  }

  /** What lies over a picture. */
  over(person: CallPerson, source: HelpedPicture['source']): TemplateResult | typeof nothing {
    const help = this.#actor;
    const context = this.#sources.context();
    const picture = pictureOf(person, source);
    if (!help || !context || !picture) return nothing;
    const { interaction, participantId: ownId } = context;
    const on = {
      ...{ picture, help, ownId, tool: this.#tool },
      nameOf: (id: ParticipantId) => this.#nameOf(id),
      colourOf: (id: ParticipantId) => colourOf(interaction, id),
      onDone: () => this.close(),
    };
    return html`<eyeline-marks .on=${on}></eyeline-marks>`;
  }

  tools(picture: HelpedPicture | null): TemplateResult | typeof nothing {
    const marks = this.#help.value?.marks;
    this.#picture = picture;
    if (!this.#isOpen || !marks) return nothing;
    const hasDrawing = picture !== null && marksOn(marks, picture).strokes.length > 0;
    const frozen = this.#help.value?.call.frozen?.picture;
    const isFrozen = picture !== null && frozen !== undefined && isSamePicture(frozen, picture);
    const canAsk = this.#sources.call()?.getSnapshot().context.role === 'agent' && this.#isTheirs(picture);
    const choose = (tool: HelpTool) => () => {
      this.#tool = tool;
      this.#host.requestUpdate();
    };
    return html`<div class="tools" role="toolbar" aria-orientation="vertical" aria-label=${sentences.tools}>
      ${toolButton('point', sentences.point, pointPath, this.#tool === 'point', choose('point'))}
      ${toolButton('draw', sentences.draw, drawPath, this.#tool === 'draw', choose('draw'))}
      ${picture ? toolButton('freeze', isFrozen ? sentences.unfreeze : sentences.freeze, freezePath, isFrozen, () => this.#freeze(picture, !isFrozen)) : nothing}
      ${picture ? this.#lensTools(picture) : nothing}
      ${canAsk && picture ? toolButton('snapshot', sentences.snapshot, snapshotPath, null, () => this.#actor?.send({ type: 'ask-snapshot', picture })) : nothing}
      ${hasDrawing ? toolButton('clear', sentences.clear, clearPath, null, () => picture && this.#clear(picture)) : nothing}
    </div>`;
  }

  /** Light and zoom, only where the device has them: the own ones, or as an agent those of the other side. */
  #lensTools({ participantId, source }: HelpedPicture): TemplateResult | typeof nothing {
    const { lens: own, lenses = [] } = this.#help.value ?? {};
    const isOwn = participantId === this.#sources.context()?.participantId;
    const lens = isOwn ? own : lenses.find(one => one.participantId === participantId)?.lens;
    if (source !== 'camera' || !lens) return nothing;
    const set = (setting: LensSetting) => () => this.#actor?.send({ type: 'set-lens', participantId, setting });
    const zoom = (name: string, label: string, path: string, direction: 1 | -1) => {
      const to = zoomed(lens, direction);
      return toolButton(name, label, path, null, to === null ? null : set({ zoom: to }));
    };
    return html`
      ${lens.light === null ? nothing : toolButton('light', lens.light ? sentences.lightOff : sentences.lightOn, lightPath, lens.light, set({ light: !lens.light }))}
      ${lens.zoom ? html`${zoom('closer', sentences.closer, closerPath, 1)}${zoom('wider', sentences.wider, widerPath, -1)}` : nothing}
    `;
  }

  #isTheirs(picture: HelpedPicture | null): boolean {
    return picture !== null && picture.participantId !== this.#sources.context()?.participantId;
  }

  /** The question to who shows what somebody wants a snapshot of. */
  question(): TemplateResult | typeof nothing {
    const { snapshot } = this.#help.value?.call ?? {};
    if (snapshot?.state !== 'asked' || this.#isTheirs(snapshot.picture)) return nothing;
    const answer = (given: 'once' | 'always' | 'no') => () =>
      this.#actor?.send({ type: 'answer-snapshot', answer: given });
    return html`<section class="prompt snapshot" role="alertdialog" aria-label=${sentences.snapshotAsked(this.#nameOf(snapshot.by))}>
      <h2>${drawn(sentences.snapshotAsked(isolate(this.#nameOf(snapshot.by))))}</h2>
      <p>${sentences.snapshotMore}</p>
      <div class="actions">
        <button class="button primary" type="button" @click=${answer('once')}>${sentences.allowOnce}</button>
        <button class="button" type="button" @click=${answer('always')}>${sentences.allowAlways}</button>
        <button class="button quiet" type="button" @click=${answer('no')}>${sentences.refuse}</button>
      </div>
    </section>`;
  }

  #nameOf(id: ParticipantId): string {
    const participants = this.#sources.context()?.interaction.participants ?? [];
    return participants.find(one => one.participantId === id)?.name || connection.otherSide;
  }

  /** What is to be said of a snapshot and of a picture that stands still; empty: nothing. */
  get notice(): string {
    const { call, lens, lensSetBy } = this.#help.value ?? {};
    const { frozen, snapshot } = call ?? {};
    if (snapshot?.state === 'allowed') return sentences.snapshotTaken;
    if (snapshot && this.#isTheirs(snapshot.picture))
      return sentences.snapshotWaiting(isolate(this.#nameOf(snapshot.picture.participantId)));
    if (!frozen) return lens && lensSetBy ? this.#lensNotice(lens, lensSetBy) : '';
    const isOwn = frozen.by === this.#sources.context()?.participantId;
    return isOwn ? sentences.frozenByYou : sentences.frozen(isolate(this.#nameOf(frozen.by)));
  }

  /** Whose camera is set by somebody else reads it as long as it is so. */
  #lensNotice({ light, zoom }: Lens, by: ParticipantId): string {
    if (light) return sentences.litBy(isolate(this.#nameOf(by)));
    return zoom && zoom.at > zoom.min ? sentences.zoomedBy(isolate(this.#nameOf(by))) : '';
  }

  #freeze(picture: HelpedPicture, frozen: boolean): void {
    this.#actor?.send({ type: 'freeze', picture, frozen });
  }

  #clear(picture: HelpedPicture): void {
    this.#actor?.send({ type: 'mark', signal: { type: 'cleared', picture } });
  }
}

const toolButton = (
  name: string,
  label: string,
  path: string,
  isOn: boolean | null,
  onPress: (() => void) | null,
) => html`
  <button class="button round tool ${name}" type="button" aria-label=${label} title=${label}
    aria-pressed=${isOn === null ? nothing : isOn} ?disabled=${onPress === null} @click=${onPress}>${icon(path)}</button>
`;

/** In the bar of the call, where there is room for it; else it stands in the menu. */
export const helpButton = ({ isOpen, toggle }: CallHelp): TemplateResult => html`
  <button class="button round help ${isOpen ? 'on' : ''}" type="button" aria-pressed=${isOpen} aria-label=${sentences.help}
    title=${isOpen ? sentences.helpEnd : sentences.help} @click=${toggle}>${icon(pointPath)}</button>
`;
