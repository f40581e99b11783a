import type { ScenarioUser } from '../scenario/scenario.ts';
import { textOf, type XmlElement } from '../xml/xml-element.ts';

/** Names and people come from the call manager: what changes there is changed here. */
export function followUser(objects: Map<string, XmlElement>, userId: string, user: ScenarioUser | undefined): void {
  const path = `resource/${userId}`;
  const resource = objects.get(path);
  if (!resource) return;
  if (user) {
    const names: Readonly<Record<string, string>> = { firstName: user.firstName, lastName: user.lastName };
    const children = resource.children.map(child => ({ ...child, text: names[child.name] ?? child.text }));
    objects.set(path, { ...resource, children });
    return;
  }
  objects.delete(path);
  for (const [key, object] of objects) if (key.startsWith('team/')) objects.set(key, without(object, `/${path}`));
}

/** The object without its links to what is gone. */
function without(element: XmlElement, path: string): XmlElement {
  const children = element.children.filter(child => !textOf(child, 'refURL')?.endsWith(path));
  return { ...element, children: children.map(child => without(child, path)) };
}
