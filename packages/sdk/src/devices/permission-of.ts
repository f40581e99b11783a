import type { Source } from '@eyeline/protocol';

/** The browser's status of a permission; null where it does not tell. */
export async function permissionStatus(source: Source): Promise<PermissionStatus | null> {
  try {
    // Not every browser's types know these names.
    const query: { name: string } = { name: source };
    return await navigator.permissions.query(query as PermissionDescriptor);
  } catch {
    return null;
  }
}

/** What the browser remembers of the person's answer; null where it does not tell. */
export const permissionOf = async (source: Source): Promise<PermissionState | null> =>
  (await permissionStatus(source))?.state ?? null;

const features: Readonly<Record<Source, string>> = {
  camera: 'camera',
  microphone: 'microphone',
  screen: 'display-capture',
};

/** Does the page around this frame withhold it? Only some browsers can tell. */
export function isPolicyBlocked(source: Source): boolean {
  const policy: unknown = 'featurePolicy' in document ? document.featurePolicy : null;
  if (typeof policy !== 'object' || policy === null) return false;
  if (!('allowsFeature' in policy) || typeof policy.allowsFeature !== 'function') return false;
  return policy.allowsFeature(features[source]) === false;
}
