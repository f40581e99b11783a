import type { WidgetLanguage } from '../../sentences/use-language.ts';

/** Whether a call would work. */
export const doctor = {
  doctor: {
    title: 'Werkt videobellen hier?',
    intro:
      'Dit duurt een paar seconden. Uw browser vraagt misschien om camera en microfoon; er wordt niets opgenomen of verzonden.',
    start: 'Nu controleren',
    again: 'Opnieuw controleren',
    stop: 'Stoppen',
    checking: 'Bezig met controleren',
    copy: 'Rapport kopiëren',
    copied: 'Het rapport is gekopieerd.',
    notCopied: 'De browser stond het kopiëren niet toe. Download het in plaats daarvan.',
    download: 'Rapport downloaden',
    reportFile: 'eyeline-doctor.json',
    checks: 'Wat is gecontroleerd',
    toDo: 'Wat te doen',
    good: 'Videogesprekken werken hier.',
    impaired: 'Videogesprekken werken hier, met wat hieronder staat.',
    none: 'Een videogesprek werkt hier nog niet.',
    camera: 'Camera',
    microphone: 'Microfoon',
    signalling: 'Verbinding met de server',
    stun: 'Weg naar de andere kant',
    turnUdp: 'Relay via UDP',
    turnTcp: 'Relay via TCP',
    turnTls: 'Relay via TLS, zoals het web',
    bitRate: 'Snelheid',
    certificate: 'Certificaat',
    mediaServer: 'Mediaserver',
    idle: 'nog niet gecontroleerd',
    running: 'wordt gecontroleerd',
    skipped: 'hier niet ingesteld',
    success: 'werkt',
    failed: 'werkt niet',
    attention: 'werkt, maar zie hieronder',
    kbps: (kbps: number) =>
      kbps < 1000 ? `${kbps} kbit/s` : `${(kbps / 1000).toLocaleString('nl', { maximumFractionDigits: 1 })} Mbit/s`,
    picture: (width: number, height: number) => `${width} × ${height}`,
  },
  doctorFaults: {
    'server-unreachable': 'De server is niet bereikbaar. Controleer de internetverbinding en probeer het opnieuw.',
    'socket-blocked':
      'Pagina’s komen door, maar niet wat erop wordt gezegd. Laat de beheerder van uw netwerk of proxy WebSockets naar deze server toestaan.',
    'too-many-checks': 'Hiervandaan is te vaak gecontroleerd. Probeer het over een minuut opnieuw.',
    'camera-denied':
      'De browser mocht uw camera niet gebruiken. Sta dit toe via het camerapictogram in de adresbalk en controleer opnieuw.',
    'camera-missing': 'Er is geen camera gevonden. Sluit er een aan en controleer opnieuw.',
    'camera-in-use': 'Een ander programma gebruikt uw camera. Sluit die daar en controleer opnieuw.',
    'camera-failed': 'De camera is niet gestart. Sluit hem opnieuw aan of start de browser opnieuw.',
    'camera-black': 'De camera toont alleen zwart. Open het klepje of kies een andere camera.',
    'microphone-denied':
      'De browser mocht uw microfoon niet gebruiken. Sta dit toe via het pictogram in de adresbalk en controleer opnieuw.',
    'microphone-missing': 'Er is geen microfoon gevonden. Sluit er een aan en controleer opnieuw.',
    'microphone-in-use': 'Een ander programma gebruikt uw microfoon. Sluit die daar en controleer opnieuw.',
    'microphone-failed': 'De microfoon is niet gestart. Sluit hem opnieuw aan of start de browser opnieuw.',
    insecure: 'Browsers geven camera en microfoon alleen aan pagina’s met https. Open deze pagina met https.',
    'policy-blocked':
      'De pagina rond deze pagina staat camera en microfoon niet toe. Vraag de eigenaar ervan om allow="camera; microphone".',
    'calls-unsupported':
      'Deze browser kan geen videogesprekken voeren. Gebruik een actuele Chrome, Edge, Firefox of Safari.',
    'stun-blocked':
      'Er komt via UDP niets terug van de STUN-server. Laat UDP 3478 naar buiten openzetten; zonder dat is voor gesprekken de relay nodig.',
    'turn-udp-blocked':
      'De relay is niet bereikbaar via UDP. Laat UDP 3478 naar de TURN-server openzetten: zo is het beeld het best.',
    'turn-tcp-blocked': 'De relay is niet bereikbaar via TCP. Laat TCP 3478 naar de TURN-server openzetten.',
    'turn-tls-blocked':
      'De relay is niet bereikbaar via TLS. Laat TCP 443 naar de TURN-server openzetten en controleer of het certificaat ervan geldig is.',
    'turn-refused':
      'De relay weigert de inloggegevens. Controleer of het geheim en de klok van de TURN-server gelijk zijn aan die van Eyeline.',
    'turn-full': 'De relay neemt nu niemand meer aan. Verhoog user-quota en total-quota van de TURN-server.',
    'turn-missing':
      'Er is geen relay, waardoor gesprekken tussen gesloten netwerken niet tot stand komen. Stel een TURN-server in en noem die in iceServers.',
    'bit-rate-low':
      'De verbinding is langzaam: het beeld wordt klein of staat stil. Ga dichter bij de wifi staan of gebruik een kabel.',
    'bit-rate-unknown': 'De relay liet niet op tijd iets door, dus de snelheid is onbekend. Probeer het opnieuw.',
    'name-unknown': 'De naam is niet bekend. Controleer hoe die is geschreven en de vermelding ervan in de DNS.',
    'port-closed': 'Op deze poort antwoordt niemand. Controleer of de server draait en of firewalls hem doorlaten.',
    'certificate-untrusted':
      'Browsers vertrouwen dit certificaat niet. Gebruik er een van een bekende instantie, met de hele keten.',
    'certificate-other-name': 'Het certificaat is voor een andere naam. Gebruik er een voor de naam in het adres.',
    'certificate-expired': 'Het certificaat is op dit moment niet geldig. Vernieuw het.',
    'certificate-expires': 'Het certificaat verloopt binnen twee weken. Vernieuw het.',
    'media-port-closed':
      'De mediaserver is niet bereikbaar via TCP. Zet de poort ervan open (sfu.port, standaard 44400), ook voor UDP, en controleer sfu.announcedAddress.',
    'media-missing':
      'De mediaserver draait niet, waardoor alleen gesprekken van browser naar browser werken. Het logboek van Eyeline zegt waarom.',
    'took-too-long':
      'Dit duurde te lang om het te weten te komen. Probeer het opnieuw; blijft het zo, dan is het netwerk erg traag of laat het niets door.',
  },
} satisfies Partial<WidgetLanguage>;
