interface SunkText {
  readonly messageId: string;
  readonly to: string;
  readonly text: string;
  readonly at: number;
}

const list = document.getElementById('texts');
const state = document.getElementById('state');
const everyMs = 2_000;
let shown = '';

/** The words of a message, with its links as links. */
const words = (text: string): Node[] =>
  text.split(/(https?:\/\/\S+)/).map((part, index) => {
    if (index % 2 === 0) return document.createTextNode(part);
    const link = document.createElement('a');
    link.href = part;
    link.textContent = part;
    link.target = '_blank';
    link.rel = 'noopener';
    return link;
  });

function item({ to, text, at }: SunkText): HTMLElement {
  const element = document.createElement('li');
  const about = document.createElement('p');
  about.className = 'about';
  about.textContent = `${to} · ${new Date(at).toLocaleTimeString()}`;
  const message = document.createElement('p');
  message.append(...words(text));
  element.append(about, message);
  return element;
}

async function look(): Promise<void> {
  const response = await fetch('/api/v1/texts');
  const answer = await response.json();
  if (!response.ok) throw new Error(answer.error.message);
  const texts: readonly SunkText[] = answer.texts;
  const now = texts.map(({ messageId }) => messageId).join();
  if (state)
    state.textContent = answer.isRehearsal
      ? texts.length === 0
        ? 'There is none yet.'
        : ''
      : 'A gateway is configured: messages are sent by it, and are not shown here.';
  if (now === shown) return;
  shown = now;
  list?.replaceChildren(...texts.map(item));
}

const lookAgain = (): void => {
  void look()
    .catch((error: unknown) => {
      if (state) state.textContent = error instanceof Error ? error.message : String(error);
    })
    .finally(() => setTimeout(lookAgain, everyMs));
};
lookAgain();
