import { type DeviceFailureCode, deviceFault } from '@eyeline/machines';
import type { DoctorCode } from '@eyeline/protocol';
import { whyRefused } from '../devices/after-refusal.ts';
import { isBlack } from './black-picture.ts';
import { type Finding, failed, success } from './finding.ts';

type Device = 'camera' | 'microphone';

/** Opens camera and microphone, together where that is possible so that the browser asks once, and closes them again. */
export async function checkDevices(signal: AbortSignal): Promise<Readonly<Record<Device, Finding>>> {
  const unable: DoctorCode | null = !isSecureContext ? 'insecure' : navigator.mediaDevices ? null : 'calls-unsupported';
  if (unable) return { camera: failed(unable), microphone: failed(unable) };
  const both = await open({ video: true, audio: true }, signal);
  if (both instanceof MediaStream) return await looked(both);
  // Who has closed the question is not asked again.
  if (both === 'dismissed' || both === 'policy-blocked')
    return { camera: failed(deviceFault('camera', both)), microphone: failed(deviceFault('microphone', both)) };
  const [camera, microphone] = [await open({ video: true }, signal), await open({ audio: true }, signal)];
  return {
    camera: camera instanceof MediaStream ? (await looked(camera)).camera : failed(deviceFault('camera', camera)),
    microphone:
      microphone instanceof MediaStream
        ? (await looked(microphone)).microphone
        : failed(deviceFault('microphone', microphone)),
  };
}

async function open(wanted: MediaStreamConstraints, signal: AbortSignal): Promise<MediaStream | DeviceFailureCode> {
  try {
    const stream = await navigator.mediaDevices.getUserMedia(wanted);
    // Somebody ended the check while the browser asked.
    if (signal.aborted) for (const track of stream.getTracks()) track.stop();
    return stream;
  } catch (error) {
    const sources = (['camera', 'microphone'] as const).filter(source =>
      source === 'camera' ? wanted.video : wanted.audio,
    );
    return Object.values(await whyRefused(error, sources))[0] ?? 'dismissed';
  }
}

/** What it is that was opened; closed in any case. */
async function looked(stream: MediaStream): Promise<Readonly<Record<Device, Finding>>> {
  try {
    const [video] = stream.getVideoTracks();
    const [audio] = stream.getAudioTracks();
    const { width = 0, height = 0, frameRate = 0 } = video?.getSettings() ?? {};
    const shown = { label: video?.label.slice(0, 300) ?? '', width, height, frameRate: Math.round(frameRate) };
    return {
      camera: video ? success(shown, (await isBlack(stream)) ? 'camera-black' : null) : failed('camera-missing'),
      microphone: audio ? success({ label: audio.label.slice(0, 300) }) : failed('microphone-missing'),
    };
  } finally {
    for (const track of stream.getTracks()) track.stop();
  }
}
