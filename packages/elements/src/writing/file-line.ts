import { html, nothing, type TemplateResult } from 'lit';
import { icon } from '../icons/icon.ts';
import { closePath } from '../icons/paths.ts';
import { againPath, clipPath, filePath } from '../icons/writing-paths.ts';
import { sizeOf } from '../parts/file-size.ts';
import { isolate, sentence } from '../parts/isolate.ts';
import { file as sentences } from '../sentences/file.ts';
import { sentenceOf } from '../sentences/language.ts';
import { locale } from '../sentences/locale.ts';
import { mayBeTriedAgain, mostWaiting, type WaitingFile } from './waiting-file.ts';

export interface FileLineProps {
  readonly file: WaitingFile;
  /** The most that may be sent, in bytes. */
  readonly maxBytes: number;
  readonly onRemove: () => void;
  readonly onRetry: () => void;
  /** It is chosen once more. */
  readonly onSupply: () => void;
}

const percent = (share: number): string => share.toLocaleString(locale(), { style: 'percent' });

function reasonOf({ failure }: WaitingFile, maxBytes: number): string {
  if (failure === 'empty') return sentences.empty;
  if (failure === 'too-large') return sentences.tooLarge(isolate(sizeOf(maxBytes)));
  if (failure === 'declined') return sentences.declined;
  if (failure === 'too-many') return sentences.tooMany(mostWaiting);
  return failure ? sentenceOf(failure) : sentences.lost;
}

function words(file: WaitingFile, maxBytes: number): string {
  if (file.state === 'sending') return sentences.sending(percent(file.share));
  if (file.state === 'offered') return sentences.offering;
  if (file.state === 'missing') return sentences.chosenBefore;
  if (file.state === 'lost') return sentences.waiting;
  if (file.state === 'failed') return sentences.notSent(reasonOf(file, maxBytes));
  return sizeOf(file.content.size);
}

/** A file that waits, or is on its way. */
export function fileLine({ file, maxBytes, onRemove, onRetry, onSupply }: FileLineProps): TemplateResult {
  const { name, state, share, picture } = file;
  const isSending = state === 'sending';
  const remove = isSending ? sentences.cancel : sentences.remove;
  const shown = isolate(name);
  return html`<li class=${state}>
    ${picture ? html`<canvas width="80" height="80" .picture=${picture} aria-hidden="true"></canvas>` : html`<span class="sign">${icon(filePath)}</span>`}
    <div class="about">
      <span class="name" dir="auto" title=${name}>${name}</span>
      <span class="words" role=${state === 'failed' ? 'alert' : nothing}>${sentence(words(file, maxBytes))}</span>
      ${isSending ? html`<progress max="1" .value=${share} aria-label=${name}></progress>` : nothing}
    </div>
    ${
      state === 'missing'
        ? html`<button class="button round quiet" type="button" aria-label=${sentences.chooseAgain(name)} title=${sentences.chooseAgain(shown)} @click=${onSupply}>${icon(clipPath)}</button>`
        : nothing
    }
    ${
      mayBeTriedAgain(file)
        ? html`<button class="button round quiet" type="button" aria-label=${sentences.again(name)} title=${sentences.again(shown)} @click=${onRetry}>${icon(againPath)}</button>`
        : nothing
    }
    <button class="button round quiet" type="button" aria-label=${remove(name)} title=${remove(shown)} @click=${onRemove}>${icon(closePath)}</button>
  </li>`;
}

/** The middle of a picture, as large as there is room. */
export function drawSmall(canvas: HTMLCanvasElement & { picture?: ImageBitmap }): void {
  const { picture } = canvas;
  if (!picture || picture.width === 0) return;
  const side = Math.min(picture.width, picture.height);
  const [x, y] = [(picture.width - side) / 2, (picture.height - side) / 2];
  canvas.getContext('2d')?.drawImage(picture, x, y, side, side, 0, 0, canvas.width, canvas.height);
}
