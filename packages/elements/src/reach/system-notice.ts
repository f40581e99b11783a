import { language } from '../sentences/language.ts';

const isKnown = () => typeof Notification !== 'undefined';

/** Whether the person has let this site notify them; null where the browser has no notifications. */
export const permission = (): NotificationPermission | null => (isKnown() ? Notification.permission : null);

/** To be called from a press: browsers ask at no other time. */
export const askPermission = (): Promise<NotificationPermission> => Notification.requestPermission();

/** One notification of the system's at a time, without a sound of its own. */
export class SystemNotice {
  #shown: Notification | undefined;

  show(title: string, body: string, onPress: () => void): void {
    if (permission() !== 'granted') return;
    this.close();
    try {
      const { tag: lang, dir } = language;
      const notice = new Notification(title, { body, lang, dir, tag: 'eyeline', silent: true });
      notice.onclick = () => {
        window.focus();
        notice.close();
        onPress();
      };
      this.#shown = notice;
    } catch {
      // On phones only a service worker may, which is the site's own.
    }
  }

  close(): void {
    this.#shown?.close();
    this.#shown = undefined;
  }
}
