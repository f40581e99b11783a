import type { DeviceFailureCode } from '@eyeline/machines';
import type { Source } from '@eyeline/protocol';
import { permissionOf } from './permission-of.ts';

/** Why a track that was open has ended. */
export async function whyLost(source: Source, track: MediaStreamTrack): Promise<DeviceFailureCode> {
  if (source === 'screen') return 'ended';
  const [state, devices] = await Promise.all([permissionOf(source), navigator.mediaDevices.enumerateDevices()]);
  if (state === 'denied') return 'denied';
  const kind = source === 'camera' ? 'videoinput' : 'audioinput';
  const named = devices.filter(device => device.kind === kind && device.deviceId !== '');
  const { deviceId } = track.getSettings();
  if (named.length > 0 && !named.some(device => device.deviceId === deviceId)) return 'ended';
  return state === 'prompt' ? 'press-needed' : 'ended';
}
