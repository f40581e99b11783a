import { createAgentSession, createFinesseDesktop, type FinesseJs } from '@eyeline/sdk';
import '../gadget/define.ts';
import { finesse as words } from '../sentences/finesse.ts';
import { language } from '../sentences/language.ts';
import type { ContainerJs, GadgetsJs } from './desktop.ts';

declare global {
  interface Window {
    readonly finesse?: FinesseJs & ContainerJs;
    readonly gadgets?: GadgetsJs;
  }
}

/** The server is where this script came from, unless the gadget's XML says otherwise. */
const server = (() => {
  const script = document.currentScript;
  if (!(script instanceof HTMLScriptElement)) return undefined;
  return script.dataset['server'] ?? new URL(script.src).origin;
})();

const { finesse, gadgets } = window;
if (finesse && gadgets?.HubSettings) gadgets.HubSettings.onConnect = () => start(finesse, gadgets);
else explain(words.notInFinesse);

function explain(sentence: string): void {
  const text = document.createElement('p');
  Object.assign(text, { lang: language.tag, dir: language.dir, textContent: sentence });
  document.body.replaceChildren(text);
}

function start(cisco: FinesseJs & ContainerJs, shindig: GadgetsJs): void {
  const gadget = document.createElement('eyeline-gadget');
  // ?test-picture in the gadget's address offers a moving picture where there is no camera.
  gadget.testPicture = /[?&]test-picture\b/.test(decodeURIComponent(location.search));
  gadget.session = createAgentSession({ url: server, desktop: createFinesseDesktop({ finesse: cisco }) });
  document.body.append(gadget);
  fitInto(cisco, shindig);
  shindig.loadingindicator?.dismiss?.();
}

/** Its height counts only while its tab is shown. */
function fitInto(cisco: ContainerJs, shindig: GadgetsJs): void {
  const fit = () => shindig.window?.adjustHeight?.();
  const container = cisco.containerservices?.ContainerServices.init();
  container?.addHandler(container.Topics.ACTIVE_TAB, fit);
  container?.makeActiveTabReq();
  fit();
}
