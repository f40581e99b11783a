import { DeviceError } from '@eyeline/machines';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { type AnyActorRef, createActor, toPromise, waitFor } from 'xstate';
import { captureAs } from './capture.ts';

class FakeTrack {
  readyState = 'live';
  stop(): void {
    this.readyState = 'ended';
  }
}
class FakeStream {
  readonly id = 'stream';
  readonly tracks = [new FakeTrack(), new FakeTrack()];
  getTracks(): FakeTrack[] {
    return this.tracks;
  }
}
const statesOf = ({ tracks }: FakeStream) => tracks.map(({ readyState }) => readyState);

interface Answer {
  readonly promise: Promise<FakeStream>;
  resolve(stream: FakeStream): void;
  reject(error: DOMException): void;
}

let answers: Answer[] = [];
beforeEach(() => {
  answers = [];
  vi.stubGlobal('isSecureContext', true);
  const getUserMedia = () => {
    let settle: Pick<Answer, 'resolve' | 'reject'> | undefined;
    const promise = new Promise<FakeStream>((resolve, reject) => {
      settle = { resolve, reject };
    });
    if (settle) answers.push({ promise, ...settle });
    return promise;
  };
  vi.stubGlobal('navigator', { mediaDevices: { getUserMedia } });
});
afterEach(() => vi.unstubAllGlobals());

const start = () => createActor(captureAs('Customer'), { input: { picture: 'camera' } }).start();

const refusalOf = async (actor: AnyActorRef) => {
  const error: unknown = await toPromise(actor).catch(reason => reason);
  return error instanceof DeviceError ? error.code : error;
};

describe('the camera', () => {
  test('is asked for in the task of whoever starts it', () => {
    start();
    expect(answers).toHaveLength(1);
  });

  test('is given as it is, and stays on', async () => {
    const actor = start();
    const stream = new FakeStream();
    answers[0]?.resolve(stream);
    const { output } = await waitFor(actor, ({ status }) => status === 'done');
    expect(output).toBe(stream);
    actor.stop();
    expect(statesOf(stream)).toEqual(['live', 'live']);
  });

  test('that comes when nobody waits for it any more goes out at once', async () => {
    const actor = start();
    actor.stop();
    const stream = new FakeStream();
    answers[0]?.resolve(stream);
    await vi.waitFor(() => expect(statesOf(stream)).toEqual(['ended', 'ended']));
  });

  test('that comes in the same moment in which it is called off goes out too', async () => {
    const actor = start();
    const stream = new FakeStream();
    answers[0]?.resolve(stream);
    await answers[0]?.promise;
    actor.stop();
    await vi.waitFor(() => expect(statesOf(stream)).toEqual(['ended', 'ended']));
  });

  test('refused by the browser: the code says why', async () => {
    const actor = start();
    answers[0]?.reject(new DOMException('', 'NotReadableError'));
    expect(await refusalOf(actor)).toBe('in-use');
  });

  test('on a page without https, or in a browser that has none: nothing is asked', async () => {
    vi.stubGlobal('isSecureContext', false);
    expect(await refusalOf(start())).toBe('insecure');
    vi.stubGlobal('isSecureContext', true);
    vi.stubGlobal('navigator', {});
    expect(await refusalOf(start())).toBe('unsupported');
    expect(answers).toHaveLength(0);
  });
});
