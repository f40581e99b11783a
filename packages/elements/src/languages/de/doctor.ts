import type { WidgetLanguage } from '../../sentences/use-language.ts';

/** Whether a call would work. */
export const doctor = {
  doctor: {
    title: 'Geht ein Videoanruf von hier aus?',
    intro:
      'Das dauert ein paar Sekunden. Ihr Browser fragt vielleicht nach Kamera und Mikrofon; nichts wird aufgenommen oder gesendet.',
    start: 'Jetzt prüfen',
    again: 'Noch einmal prüfen',
    stop: 'Anhalten',
    checking: 'Wird geprüft',
    copy: 'Bericht kopieren',
    copied: 'Der Bericht ist kopiert.',
    notCopied: 'Der Browser ließ ihn nicht kopieren. Laden Sie ihn stattdessen herunter.',
    download: 'Bericht herunterladen',
    reportFile: 'eyeline-doctor.json',
    checks: 'Was geprüft wurde',
    toDo: 'Was zu tun ist',
    good: 'Videoanrufe gehen von hier aus.',
    impaired: 'Videoanrufe gehen von hier aus, mit dem, was unten steht.',
    none: 'Ein Videoanruf geht von hier aus noch nicht.',
    camera: 'Kamera',
    microphone: 'Mikrofon',
    signalling: 'Verbindung zum Server',
    stun: 'Weg zur anderen Seite',
    turnUdp: 'Relay über UDP',
    turnTcp: 'Relay über TCP',
    turnTls: 'Relay über TLS, wie das Web',
    bitRate: 'Geschwindigkeit',
    certificate: 'Zertifikat',
    mediaServer: 'Medienserver',
    idle: 'noch nicht geprüft',
    running: 'wird geprüft',
    skipped: 'hier nicht eingerichtet',
    success: 'geht',
    failed: 'geht nicht',
    attention: 'geht, aber siehe unten',
    kbps: (kbps: number) =>
      kbps < 1000 ? `${kbps} kbit/s` : `${(kbps / 1000).toLocaleString('de', { maximumFractionDigits: 1 })} Mbit/s`,
    picture: (width: number, height: number) => `${width} × ${height}`,
  },
  doctorFaults: {
    'server-unreachable':
      'Der Server ist nicht erreichbar. Prüfen Sie die Verbindung zum Internet, und versuchen Sie es noch einmal.',
    'socket-blocked':
      'Seiten kommen durch, aber nicht, was auf ihnen gesagt wird. Wer Ihr Netz oder Ihren Proxy betreut, muss WebSockets zu diesem Server erlauben.',
    'too-many-checks': 'Von hier wurde zu oft geprüft. Versuchen Sie es in einer Minute noch einmal.',
    'camera-denied':
      'Der Browser durfte Ihre Kamera nicht verwenden. Erlauben Sie es am Kamerazeichen in der Adresszeile, und prüfen Sie noch einmal.',
    'camera-missing': 'Es wurde keine Kamera gefunden. Schließen Sie eine an, und prüfen Sie noch einmal.',
    'camera-in-use': 'Ein anderes Programm verwendet Ihre Kamera. Schließen Sie sie dort, und prüfen Sie noch einmal.',
    'camera-failed': 'Die Kamera ist nicht gestartet. Schließen Sie sie neu an, oder starten Sie den Browser neu.',
    'camera-black': 'Die Kamera zeigt nur Schwarz. Öffnen Sie ihre Abdeckung, oder wählen Sie eine andere.',
    'microphone-denied':
      'Der Browser durfte Ihr Mikrofon nicht verwenden. Erlauben Sie es am Zeichen in der Adresszeile, und prüfen Sie noch einmal.',
    'microphone-missing': 'Es wurde kein Mikrofon gefunden. Schließen Sie eines an, und prüfen Sie noch einmal.',
    'microphone-in-use':
      'Ein anderes Programm verwendet Ihr Mikrofon. Schließen Sie es dort, und prüfen Sie noch einmal.',
    'microphone-failed': 'Das Mikrofon ist nicht gestartet. Schließen Sie es neu an, oder starten Sie den Browser neu.',
    insecure: 'Browser geben Kamera und Mikrofon nur Seiten mit https. Öffnen Sie diese Seite mit https.',
    'policy-blocked':
      'Die Seite um diese herum erlaubt Kamera und Mikrofon nicht. Bitten Sie deren Betreiber um allow="camera; microphone".',
    'calls-unsupported':
      'Dieser Browser kann keine Videoanrufe. Verwenden Sie einen aktuellen Chrome, Edge, Firefox oder Safari.',
    'stun-blocked':
      'Vom STUN-Server kommt über UDP nichts zurück. Lassen Sie UDP 3478 nach außen öffnen; sonst brauchen Anrufe das Relay.',
    'turn-udp-blocked':
      'Das Relay ist über UDP nicht erreichbar. Lassen Sie UDP 3478 zum TURN-Server öffnen: So ist das Bild am besten.',
    'turn-tcp-blocked': 'Das Relay ist über TCP nicht erreichbar. Lassen Sie TCP 3478 zum TURN-Server öffnen.',
    'turn-tls-blocked':
      'Das Relay ist über TLS nicht erreichbar. Lassen Sie TCP 443 zum TURN-Server öffnen, und prüfen Sie, ob sein Zertifikat gültig ist.',
    'turn-refused':
      'Das Relay lehnt die Anmeldung ab. Prüfen Sie, ob Geheimnis und Uhr des TURN-Servers dieselben sind wie bei Eyeline.',
    'turn-full': 'Das Relay nimmt gerade niemanden mehr auf. Erhöhen Sie user-quota und total-quota des TURN-Servers.',
    'turn-missing':
      'Es gibt kein Relay; Anrufe zwischen geschlossenen Netzen kommen so nicht zustande. Richten Sie einen TURN-Server ein, und nennen Sie ihn in iceServers.',
    'bit-rate-low':
      'Die Verbindung ist langsam: Das Bild wird klein sein oder stehen bleiben. Gehen Sie näher ans WLAN, oder verwenden Sie ein Kabel.',
    'bit-rate-unknown':
      'Das Relay ließ nicht rechtzeitig etwas durch; die Geschwindigkeit ist deshalb unbekannt. Versuchen Sie es noch einmal.',
    'name-unknown': 'Der Name ist nicht bekannt. Prüfen Sie seine Schreibweise und seinen Eintrag im DNS.',
    'port-closed': 'An diesem Port antwortet niemand. Prüfen Sie, ob der Server läuft und Firewalls ihn durchlassen.',
    'certificate-untrusted':
      'Browser vertrauen diesem Zertifikat nicht. Verwenden Sie eines einer bekannten Stelle mit seiner ganzen Kette.',
    'certificate-other-name':
      'Das Zertifikat gilt für einen anderen Namen. Verwenden Sie eines für den Namen der Adresse.',
    'certificate-expired': 'Das Zertifikat ist zurzeit nicht gültig. Erneuern Sie es.',
    'certificate-expires': 'Das Zertifikat läuft innerhalb von zwei Wochen ab. Erneuern Sie es.',
    'media-port-closed':
      'Der Medienserver ist über TCP nicht erreichbar. Öffnen Sie seinen Port (sfu.port, sonst 44400), auch für UDP, und prüfen Sie sfu.announcedAddress.',
    'media-missing':
      'Der Medienserver läuft nicht; so gehen nur Anrufe von Browser zu Browser. Das Protokoll von Eyeline sagt, warum.',
    'took-too-long':
      'Es dauerte zu lange, das herauszufinden. Versuchen Sie es noch einmal; bleibt es so, ist das Netz sehr langsam oder lässt nichts durch.',
  },
} satisfies Partial<WidgetLanguage>;
