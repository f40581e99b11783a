import type { HardwareReport } from '@eyeline/machines';
import type { Source } from '@eyeline/protocol';
import { listDevices } from './list-devices.ts';
import { permissionStatus } from './permission-of.ts';

export interface Surroundings {
  /** Tells which devices there are. */
  list(): void;
  close(): void;
}

/** Hears of devices that come and go, of permissions and of the way back to the page. `lose`: the browser has taken it. */
export function watchSurroundings(
  report: (heard: HardwareReport) => void,
  lose: (source: Source) => void,
): Surroundings {
  const devices: Partial<MediaDevices> | undefined = globalThis.navigator?.mediaDevices;
  const closing = new AbortController();
  const { signal } = closing;
  const retry = () => {
    if (!signal.aborted) report({ type: 'devices.retry' });
  };
  const list = async () => {
    const listed = await listDevices(devices);
    if (!signal.aborted) report({ type: 'devices.listed', ...listed });
  };
  const onDevices = () => void list().then(retry);
  // Where the browser does not tell of permissions, the person comes back from where they were given.
  const onVisible = () => {
    if (document.visibilityState !== 'hidden') retry();
  };
  devices?.addEventListener?.('devicechange', onDevices, { signal });
  globalThis.document?.addEventListener('visibilitychange', onVisible, { signal });
  globalThis.window?.addEventListener('focus', retry, { signal });
  for (const source of ['camera', 'microphone'] as const)
    void permissionStatus(source).then(status => {
      const tell = () => {
        if (status && !signal.aborted) report({ type: 'devices.permission', source, permission: status.state });
      };
      tell();
      status?.addEventListener(
        'change',
        () => {
          tell();
          if (status.state === 'denied') lose(source);
          else void list().then(retry);
        },
        { signal },
      );
    });
  void list();
  return { list: () => void list(), close: () => closing.abort() };
}
