import type { WidgetLanguage } from '../../sentences/use-language.ts';

/** What went wrong, and how camera and microphone are allowed again. */
export const failures = {
  failures: {
    'invalid-payload':
      'Die Nachricht hatte nicht die erwartete Form. Laden Sie die Seite neu; geschieht es wieder, melden Sie es.',
    'version-mismatch': 'Diese Seite und der Server haben verschiedene Versionen. Laden Sie die Seite neu.',
    'unknown-command': 'Der Server kennt diesen Befehl nicht. Laden Sie die Seite neu, damit beide zusammenpassen.',
    'unknown-entry-point': 'Dieser Chat ist noch nicht eröffnet. Bitte erreichen Sie uns auf einem anderen Weg.',
    'invalid-form': 'Ein Feld des Formulars fehlt oder ist zu lang. Berichtigen Sie es, und senden Sie noch einmal.',
    'message-too-long': 'Eine Nachricht fasst höchstens 10.000 Zeichen. Senden Sie sie in mehreren Teilen.',
    'too-many-requests': 'Das war zu schnell. Warten Sie ein paar Sekunden, und versuchen Sie es noch einmal.',
    'too-many-connections':
      'Von hier sind zu viele Seiten verbunden. Schließen Sie einige, oder versuchen Sie es in einer Minute noch einmal.',
    starting: 'Der Dienst startet. Diese Seite verbindet sich gleich von selbst.',
    'too-many-pages':
      'Dieses Gespräch ist in zu vielen Fenstern offen. Schließen Sie einige, und laden Sie dieses neu.',
    'too-many-interactions':
      'Von hier wurden zu viele Gespräche begonnen. Versuchen Sie es in ein paar Minuten noch einmal.',
    'proof-required': 'Zeigen Sie zuerst, dass Sie kein Roboter sind, und versuchen Sie es dann noch einmal.',
    'proof-refused': 'Wir konnten nicht erkennen, dass Sie kein Roboter sind. Versuchen Sie es gleich noch einmal.',
    'identity-required': 'Melden Sie sich zuerst auf dieser Seite an, und versuchen Sie es dann noch einmal.',
    'identity-expired': 'Ihre Anmeldung auf dieser Seite ist abgelaufen. Melden Sie sich neu an.',
    'identity-early': 'Ihre Anmeldung auf dieser Seite gilt noch nicht. Versuchen Sie es gleich noch einmal.',
    'identity-audience': 'Ihre Anmeldung gilt für eine andere Website. Melden Sie sich hier an.',
    'identity-algorithm':
      'Ihre Anmeldung ist auf eine Weise unterschrieben, die hier nicht gilt. Sagen Sie es der Website.',
    'identity-invalid': 'Ihre Anmeldung auf dieser Seite ließ sich nicht bestätigen. Melden Sie sich neu an.',
    'identity-too-long': 'Ihre Anmeldung auf dieser Seite ist zu lang. Sagen Sie es der Website.',
    'identity-unchecked': 'Ihre Anmeldung ließ sich gerade nicht prüfen. Versuchen Sie es gleich noch einmal.',
    'token-invalid': 'Diese Sitzung ist nicht gültig. Beginnen Sie neu.',
    'token-expired': 'Diese Sitzung ist abgelaufen. Beginnen Sie neu.',
    'wrong-credentials': 'Der Benutzername oder das Kennwort ist falsch.',
    'not-signed-in': 'Melden Sie sich zuerst an.',
    'not-allowed': 'Das gehört jemand anderem.',
    closed:
      'Wir haben gerade geschlossen. Hinterlassen Sie eine Nachricht, oder kommen Sie wieder, wenn wir geöffnet haben.',
    'callback-not-possible': 'Zu dieser Zeit können wir Sie nicht anrufen. Wählen Sie eine andere.',
    'consult-in-progress': 'Sie fragen schon jemanden. Beenden Sie das zuerst, und fragen Sie dann jemand anderen.',
    'consult-gone': 'Diese Rückfrage ist vorbei.',
    'target-gone': 'Diese Person oder Warteschlange kann es gerade nicht übernehmen. Wählen Sie eine andere.',
    'interaction-closed': 'Dieses Gespräch ist beendet. Beginnen Sie ein neues.',
    'unknown-reason': 'Dieser Grund ist nicht eingerichtet. Wählen Sie einen aus der Liste.',
    'offer-gone': 'Dieses Angebot steht nicht mehr.',
    'task-gone': 'Diese Aufgabe ist nicht mehr Ihre Nacharbeit.',
    'link-unknown': 'Diesen Link gibt es nicht. Prüfen Sie, ob er ganz kopiert wurde, oder bitten Sie um einen neuen.',
    'link-early': 'Dieser Link gilt noch nicht. Kommen Sie zur vereinbarten Zeit wieder.',
    'link-used': 'Dieser Link wurde schon verwendet. Bitten Sie um einen neuen.',
    'link-expired': 'Dieser Link ist abgelaufen. Bitten Sie um einen neuen.',
    'link-revoked': 'Dieser Link wurde zurückgezogen. Bitten Sie um einen neuen.',
    'link-ended': 'Das Gespräch, zu dem dieser Link führte, ist beendet.',
    'too-many-links': 'Das sind mehr als 25 Links. Bitten Sie um weniger auf einmal.',
    'number-invalid': 'Das ist keine Telefonnummer. Schreiben Sie sie mit dem Land, wie +49 30 901820.',
    'not-offered': 'Das wird hier nicht angeboten.',
    'file-too-large': 'Diese Datei ist zu groß. Senden Sie eine kleinere.',
    'file-not-taken': 'Dateien dieser Art können hier nicht gesendet werden.',
    'already-answered':
      'Darauf wurde schon geantwortet, oder es kann nicht mehr beantwortet werden. Schreiben Sie stattdessen, was Sie sagen möchten.',
    'file-unsafe': 'Diese Datei wurde nicht gesendet: Der Virenscanner hat etwas darin gefunden.',
    'voice-channel-not-yours':
      'Dieses Telefon gehört jemand anderem. Melden Sie sich als die Person an, der der Desktop gehört.',
    'call-in-progress': 'Es gibt schon einen Anruf. Beenden Sie ihn, bevor Sie einen neuen beginnen.',
    'call-gone': 'Diesen Anruf gibt es nicht mehr.',
    'call-not-allowed': 'Video ist in diesem Gespräch gerade nicht möglich.',
    'consent-needed':
      'Lesen Sie, was gefragt wird, bevor Ihre Kamera zu sehen ist, stimmen Sie zu, und versuchen Sie es noch einmal.',
    'call-elsewhere':
      'Dieser Anruf läuft in einem anderen Tab oder Fenster von Ihnen. Setzen Sie ihn hier fort, oder gehen Sie dorthin zurück.',
    'source-not-allowed': 'Das darf in diesem Anruf gerade nicht gezeigt werden.',
    'not-in-call': 'Diese Seite ist nicht mehr im Anruf. Nehmen Sie wieder teil.',
    'join-outdated': 'Eine andere Seite oder ein späterer Versuch ist statt dieser im Anruf. Machen Sie dort weiter.',
    'transport-gone': 'Diese Medienverbindung ist keine von Ihren oder eine von früher. Nehmen Sie wieder teil.',
    'producer-gone': 'Dieses Bild oder dieser Ton ist nicht oder nicht mehr in diesem Anruf.',
    'own-producer': 'Dieses Bild oder dieser Ton ist Ihr eigener; den empfangen Sie nicht.',
    'consumer-gone': 'Dieses Bild oder diesen Ton empfangen Sie nicht oder nicht mehr. Bitten Sie noch einmal darum.',
    'codec-not-supported':
      'Dieser Browser kann nicht zeigen, was die andere Seite sendet: Beide haben keinen gemeinsamen Codec.',
    'media-unavailable':
      'Der Medienserver ist nicht bereit. Versuchen Sie es gleich noch einmal; der Chat geht weiter.',
    'store-unavailable': 'Die Nachricht konnte nicht gespeichert werden. Sie wird von selbst noch einmal gesendet.',
    'already-done':
      'Das ist schon geschehen, und die Antwort darauf ist nicht mehr bekannt. Laden Sie die Seite neu, um zu sehen, wie es steht.',
    'server-busy': 'Der Server ist ausgelastet. Versuchen Sie es gleich noch einmal.',
    internal: 'Bei uns ist etwas schiefgegangen. Versuchen Sie es noch einmal.',

    'no-connection':
      'Die beiden Seiten konnten sich auf keinem Weg erreichen. Der Chat geht weiter; versuchen Sie den Anruf noch einmal.',
    'connection-lost':
      'Der Anruf konnte nicht weitergehen: Auf keinem Weg kam genug durch. Der Chat geht weiter; versuchen Sie den Anruf noch einmal.',
    'too-weak':
      'Die Verbindung ist selbst für den Ton zu schwach geworden; der Anruf ist deshalb beendet. Der Chat geht weiter; versuchen Sie den Anruf etwas später noch einmal.',

    denied:
      'Der Browser durfte Ihre Kamera nicht verwenden. Erlauben Sie es am Kamerazeichen in der Adresszeile, und versuchen Sie es noch einmal.',
    dismissed:
      'Die Frage nach Ihrer Kamera wurde geschlossen. Versuchen Sie es noch einmal, und wählen Sie „Zulassen“.',
    'press-needed': 'Der Browser möchte Sie fragen, bevor er Ihre Kamera wieder gibt. Schalten Sie sie ein.',
    'in-use': 'Ein anderes Programm verwendet Ihre Kamera. Schließen Sie sie dort, und versuchen Sie es noch einmal.',
    'no-device': 'Es wurde keine Kamera gefunden. Schließen Sie eine an, und versuchen Sie es noch einmal.',
    ended: 'Ihre Kamera wurde abgezogen oder weggenommen. Es geht von selbst weiter, wenn sie zurück ist.',
    insecure: 'Browser geben eine Kamera nur Seiten mit https. Öffnen Sie diese Seite mit https.',
    'policy-blocked':
      'Die Seite um diesen Chat herum erlaubt die Kamera nicht. Bitten Sie deren Betreiber um allow="camera; microphone".',
    unsupported: 'Dieser Browser kann keine Videoanrufe. Der Chat geht weiter.',
    failed: 'Die Kamera ist nicht gestartet. Versuchen Sie es noch einmal, oder starten Sie den Browser neu.',
    'effect-failed':
      'Dieser Browser kann Ihren Hintergrund nicht unscharf machen; deshalb ist Ihr Bild nicht zu sehen. Versuchen Sie es noch einmal, oder zeigen Sie es ohne Unschärfe.',
  },
  microphone: {
    denied:
      'Der Browser durfte Ihr Mikrofon nicht verwenden. Erlauben Sie es am Zeichen in der Adresszeile, und versuchen Sie es noch einmal.',
    dismissed:
      'Die Frage nach Ihrem Mikrofon wurde geschlossen. Versuchen Sie es noch einmal, und wählen Sie „Zulassen“.',
    'press-needed': 'Der Browser möchte Sie fragen, bevor er Ihr Mikrofon wieder gibt. Schalten Sie es ein.',
    'in-use': 'Ein anderes Programm verwendet Ihr Mikrofon. Schließen Sie es dort, und versuchen Sie es noch einmal.',
    'no-device': 'Es wurde kein Mikrofon gefunden. Schließen Sie eines an, und versuchen Sie es noch einmal.',
    ended: 'Ihr Mikrofon wurde abgezogen oder weggenommen. Es geht von selbst weiter, wenn es zurück ist.',
    insecure: 'Browser geben ein Mikrofon nur Seiten mit https. Öffnen Sie diese Seite mit https.',
    'policy-blocked':
      'Die Seite um diesen Chat herum erlaubt das Mikrofon nicht. Bitten Sie deren Betreiber um allow="camera; microphone".',
    unsupported: 'Dieser Browser kann keine Anrufe. Der Chat geht weiter.',
    failed: 'Das Mikrofon ist nicht gestartet. Versuchen Sie es noch einmal, oder starten Sie den Browser neu.',
    'effect-failed':
      'Dieser Browser kann die Geräusche nicht verringern. Versuchen Sie es noch einmal, oder schalten Sie es ab.',
  },
  screen: {
    denied:
      'Das System hat dem Browser nicht erlaubt, Ihren Bildschirm zu zeigen. Erlauben Sie es in den Einstellungen des Systems, und versuchen Sie es noch einmal.',
    dismissed:
      'Es wurde kein Bildschirm gewählt. Versuchen Sie es noch einmal, und wählen Sie, was zu sehen sein soll.',
    'press-needed': 'Der Browser möchte Sie fragen, was zu sehen sein soll. Teilen Sie Ihren Bildschirm noch einmal.',
    'in-use':
      'Das System gab das Bild des Bildschirms nicht. Versuchen Sie es noch einmal, oder zeigen Sie ein anderes Fenster.',
    'no-device':
      'Es gibt nichts, was sich zeigen ließe. Öffnen Sie das Fenster, das zu sehen sein soll, und versuchen Sie es noch einmal.',
    ended: 'Ihr Bildschirm ist nicht mehr zu sehen. Teilen Sie ihn noch einmal, wenn Sie möchten.',
    insecure: 'Browser zeigen den Bildschirm nur auf Seiten mit https. Öffnen Sie diese Seite mit https.',
    'policy-blocked':
      'Die Seite um diesen Chat herum erlaubt es nicht. Bitten Sie deren Betreiber um allow="display-capture".',
    unsupported: 'Dieser Browser kann den Bildschirm nicht zeigen. Verwenden Sie dafür einen Computer.',
    failed: 'Der Bildschirm ließ sich nicht zeigen. Versuchen Sie es noch einmal, oder starten Sie den Browser neu.',
    'effect-failed':
      'Der Bildschirm ließ sich nicht zeigen. Versuchen Sie es noch einmal, oder starten Sie den Browser neu.',
  },
  permission: {
    help: 'So erlauben Sie Kamera und Mikrofon',
    picture: 'Wo es in diesem Browser ist',
    chromium: [
      'Drücken Sie auf das Zeichen mit den zwei Schiebern links in der Adresszeile.',
      'Schalten Sie Kamera und Mikrofon ein.',
      'Kommen Sie hierher zurück: Es geht von selbst weiter.',
    ],
    edge: [
      'Drücken Sie auf das Schloss links in der Adresszeile.',
      'Öffnen Sie „Berechtigungen für diese Website“, und stellen Sie Kamera und Mikrofon auf „Zulassen“.',
      'Kommen Sie hierher zurück: Es geht von selbst weiter.',
    ],
    firefox: [
      'Drücken Sie auf die durchgestrichene Kamera links in der Adresszeile.',
      'Entfernen Sie „Blockiert“ mit dem kleinen Kreuz daneben.',
      'Kommen Sie hierher zurück, und versuchen Sie es noch einmal; wählen Sie „Erlauben“.',
    ],
    safari: [
      'Öffnen Sie das Menü „Safari“ und dort „Einstellungen für diese Website“.',
      'Stellen Sie Kamera und Mikrofon auf „Erlauben“.',
      'Kommen Sie hierher zurück, und versuchen Sie es noch einmal.',
    ],
    iosSafari: [
      'Tippen Sie auf das Zeichen für die Seite links in der Adresszeile.',
      'Tippen Sie auf „Website-Einstellungen“, und stellen Sie Kamera und Mikrofon auf „Erlauben“.',
      'Kommen Sie hierher zurück, und versuchen Sie es noch einmal.',
    ],
    iosOther: [
      'Öffnen Sie die Einstellungen Ihres Telefons und dort, in der Liste der Apps, diesen Browser.',
      'Schalten Sie Kamera und Mikrofon ein.',
      'Kommen Sie hierher zurück, und versuchen Sie es noch einmal.',
    ],
    androidChromium: [
      'Tippen Sie auf das Zeichen mit den zwei Schiebern links in der Adresszeile.',
      'Tippen Sie auf „Berechtigungen“, und schalten Sie Kamera und Mikrofon ein.',
      'Kommen Sie hierher zurück: Es geht von selbst weiter.',
    ],
    androidFirefox: [
      'Tippen Sie auf das Schloss links in der Adresszeile.',
      'Tippen Sie auf die Zeile für Kamera und Mikrofon, bis dort „Erlaubt“ steht.',
      'Kommen Sie hierher zurück, und versuchen Sie es noch einmal.',
    ],
    other: [
      'Öffnen Sie die Einstellungen dieser Website in Ihrem Browser, meist links in der Adresszeile.',
      'Stellen Sie Kamera und Mikrofon auf „Zulassen“.',
      'Kommen Sie hierher zurück, und versuchen Sie es noch einmal.',
    ],
    prompt: ['Versuchen Sie es noch einmal: Der Browser fragt oben im Fenster.', 'Wählen Sie „Zulassen“.'],
    inUse: [
      'Schließen Sie andere Programme und Tabs, in denen Sie zu sehen sind, etwa eine andere Besprechung.',
      'Es geht von selbst weiter, wenn die Kamera frei ist.',
    ],
    frame: [
      'Die Seite, die Sie sehen, liegt in einer anderen, die ihr die Kamera vorenthält.',
      'Bitten Sie die Betreiber dieser Website, dem Rahmen allow="camera; microphone; display-capture" zu geben.',
    ],
    system:
      'Immer noch nicht erlaubt? Vielleicht hält das System Kamera und Mikrofon vom Browser fern: Sehen Sie in dessen Datenschutzeinstellungen nach.',
  },
} satisfies Partial<WidgetLanguage>;
