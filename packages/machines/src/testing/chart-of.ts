import type { AnyStateMachine, AnyStateNode, AnyTransitionDefinition } from 'xstate';

/** One arrow of a chart, with all that it stands for. */
interface Arrow {
  readonly from: string;
  readonly target: AnyStateNode;
  /** The smallest whole that both ends lie in: Mermaid draws an arrow's ends where it is written. */
  readonly within: AnyStateNode;
  readonly causes: readonly string[];
}

const nameOf = (node: AnyStateNode): string => node.path.join('_').replaceAll('-', '_');
const anywhereIn = (node: AnyStateNode): string => `${nameOf(node) || 'all'}_anywhere`;
const partsOf = (node: AnyStateNode): AnyStateNode[] => Object.values(node.states);
const isWithin = (node: AnyStateNode, whole: AnyStateNode): boolean =>
  node !== whole && whole.path.every((part, at) => node.path[at] === part);

/** What a transition waits for, in words: an event, a delay, or what an invoked actor says. */
function causeOf({ eventType, guard }: AnyTransitionDefinition): string {
  const [, delay] = /^xstate\.after\.([^.]+)\./.exec(eventType) ?? [];
  const cause = delay
    ? `after ${delay}`
    : eventType
        .replace(/^xstate\.snapshot\.(.+)$/, '$1 changed')
        .replace(/^xstate\.done\.actor\..*$/, 'done')
        .replace(/^xstate\.error\.actor\..*$/, 'failed');
  const condition = typeof guard === 'string' ? guard : guard && 'type' in guard ? guard.type : undefined;
  return [cause, condition && `[${condition}]`].filter(Boolean).join(' ');
}

/** What leads from `node` elsewhere, one arrow for each place. What only acts and stays is not drawn. */
function arrowsFrom(node: AnyStateNode): Arrow[] {
  const causes = new Map<AnyStateNode, Set<string>>();
  for (const transition of [...[...node.transitions.values()].flat(), ...(node.always ?? [])])
    for (const target of transition.target ?? [])
      causes.set(target, (causes.get(target) ?? new Set()).add(causeOf(transition)));
  return [...causes].map(([target, all]) => {
    // A whole cannot point at its own part in Mermaid; "anywhere" stands for it.
    const isInward = isWithin(target, node);
    let within = isInward ? node : (node.parent ?? node);
    while (!isWithin(target, within) && within.parent) within = within.parent;
    return { from: isInward ? anywhereIn(node) : nameOf(node), target, within, causes: [...all].filter(Boolean) };
  });
}

const linesOfArrow = ({ from, target, causes }: Arrow): string =>
  `${from} --> ${nameOf(target)}${causes.length > 0 ? `: ${causes.join(', ')}` : ''}`;

const indented = (lines: readonly string[]): string[] => lines.map(line => `  ${line}`);

/** The state itself, and all that lies and leads within it. */
function linesOf(node: AnyStateNode, arrows: readonly Arrow[]): string[] {
  const label = `state "${node.key}" as ${nameOf(node)}`;
  return partsOf(node).length === 0 ? [label] : [`${label} {`, ...indented(insideOf(node, arrows)), '}'];
}

function insideOf(node: AnyStateNode, arrows: readonly Arrow[]): string[] {
  const parts = partsOf(node).map(part => linesOf(part, arrows));
  if (node.type === 'parallel') return parts.flatMap((lines, at) => (at > 0 ? ['--', ...lines] : lines));
  const own = arrows.filter(({ within }) => within === node).map(linesOfArrow);
  const anywhere = own.some(line => line.startsWith(anywhereIn(node)));
  return [
    ...(anywhere ? [`state "anywhere" as ${anywhereIn(node)}`] : []),
    ...parts.flat(),
    ...node.initial.target.map(first => `[*] --> ${nameOf(first)}`),
    ...own,
  ];
}

/** A machine as a Mermaid state diagram. */
export function chartOf({ root }: AnyStateMachine): string {
  const everyNode = (node: AnyStateNode): AnyStateNode[] => [node, ...partsOf(node).flatMap(everyNode)];
  const arrows = everyNode(root).flatMap(arrowsFrom);
  const inside = insideOf(root, arrows);
  // Mermaid knows parallel parts only within a state.
  const whole = root.type === 'parallel' ? [`state ${root.id} {`, ...indented(inside), '}'] : inside;
  return ['stateDiagram-v2', ...indented(whole)].join('\n');
}
