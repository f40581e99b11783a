import { Refusal } from '../../people/refusal.ts';

/** Of one conversation no more are under way together: nobody takes the places of all. */
const mostOfOne = 2;
const retryMs = 2_000;

/** Bounds what is being sent at the same time: each file is held in memory until it is stored. */
export class UploadPlaces {
  readonly #taken = new Map<object, { readonly interactionId: string; readonly fileId: string }>();

  /** Answers with what gives the place back. @throws Refusal `server-busy` */
  take(interactionId: string, fileId: string, most: number): () => void {
    const taken = [...this.#taken.values()];
    const here = taken.filter(one => one.interactionId === interactionId);
    const isTwice = here.some(one => one.fileId === fileId);
    if (taken.length >= most || here.length >= mostOfOne || isTwice)
      throw new Refusal('server-busy', undefined, retryMs);
    const key = {};
    this.#taken.set(key, { interactionId, fileId });
    return () => this.#taken.delete(key);
  }
}
