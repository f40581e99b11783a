import type { WidgetLanguage } from '../../sentences/use-language.ts';

/** Whether a call would work. */
export const doctor = {
  doctor: {
    title: 'Una videochiamata funzionerà da qui?',
    intro:
      'Bastano pochi secondi. Il browser forse chiederà videocamera e microfono; nulla viene registrato o inviato.',
    start: 'Verifica ora',
    again: 'Verifica di nuovo',
    stop: 'Ferma',
    checking: 'Verifica in corso',
    copy: 'Copia il rapporto',
    copied: 'Il rapporto è copiato.',
    notCopied: 'Il browser non ha permesso di copiarlo. Lo scarichi invece.',
    download: 'Scarica il rapporto',
    reportFile: 'eyeline-doctor.json',
    checks: 'Che cosa è stato verificato',
    toDo: 'Che cosa fare',
    good: 'Le videochiamate funzioneranno da qui.',
    impaired: 'Le videochiamate funzioneranno da qui, con quanto indicato sotto.',
    none: 'Da qui una videochiamata ancora non funzionerà.',
    camera: 'Videocamera',
    microphone: 'Microfono',
    signalling: 'Connessione al server',
    stun: 'Via verso l’altra persona',
    turnUdp: 'Relay via UDP',
    turnTcp: 'Relay via TCP',
    turnTls: 'Relay via TLS, come il web',
    bitRate: 'Velocità',
    certificate: 'Certificato',
    mediaServer: 'Server multimediale',
    idle: 'non ancora verificato',
    running: 'verifica in corso',
    skipped: 'non configurato qui',
    success: 'funziona',
    failed: 'non funziona',
    attention: 'funziona, ma vedere sotto',
    kbps: (kbps: number) =>
      kbps < 1000 ? `${kbps} kbit/s` : `${(kbps / 1000).toLocaleString('it', { maximumFractionDigits: 1 })} Mbit/s`,
    picture: (width: number, height: number) => `${width} × ${height}`,
  },
  doctorFaults: {
    'server-unreachable': 'Il server non è raggiungibile. Controlli la connessione a internet, poi riprovi.',
    'socket-blocked':
      'Le pagine passano, ma non ciò che vi si dice. Chi gestisce la sua rete o il suo proxy deve consentire i WebSocket verso questo server.',
    'too-many-checks': 'Da qui si è verificato troppo spesso. Riprovi tra un minuto.',
    'camera-denied':
      'Il browser non ha potuto usare la sua videocamera. La consenta con l’icona della videocamera nella barra degli indirizzi, poi verifichi di nuovo.',
    'camera-missing': 'Nessuna videocamera trovata. Ne colleghi una, poi verifichi di nuovo.',
    'camera-in-use': 'Un altro programma sta usando la sua videocamera. La chiuda lì, poi verifichi di nuovo.',
    'camera-failed': 'La videocamera non si è avviata. La ricolleghi, o riavvii il browser.',
    'camera-black': 'La videocamera mostra solo nero. Apra il suo coperchio, o ne scelga un’altra.',
    'microphone-denied':
      'Il browser non ha potuto usare il suo microfono. Lo consenta con l’icona nella barra degli indirizzi, poi verifichi di nuovo.',
    'microphone-missing': 'Nessun microfono trovato. Ne colleghi uno, poi verifichi di nuovo.',
    'microphone-in-use': 'Un altro programma sta usando il suo microfono. Lo chiuda lì, poi verifichi di nuovo.',
    'microphone-failed': 'Il microfono non si è avviato. Lo ricolleghi, o riavvii il browser.',
    insecure: 'I browser danno videocamera e microfono solo alle pagine con https. Apra questa pagina con https.',
    'policy-blocked':
      'La pagina che contiene questa non consente videocamera e microfono. Chieda al responsabile allow="camera; microphone".',
    'calls-unsupported':
      'Questo browser non permette videochiamate. Usi una versione attuale di Chrome, Edge, Firefox o Safari.',
    'stun-blocked':
      'Dal server STUN non torna nulla via UDP. Faccia aprire UDP 3478 verso l’esterno; senza, le chiamate hanno bisogno del relay.',
    'turn-udp-blocked':
      'Il relay non è raggiungibile via UDP. Faccia aprire UDP 3478 verso il server TURN: così l’immagine è migliore.',
    'turn-tcp-blocked': 'Il relay non è raggiungibile via TCP. Faccia aprire TCP 3478 verso il server TURN.',
    'turn-tls-blocked':
      'Il relay non è raggiungibile via TLS. Faccia aprire TCP 443 verso il server TURN, e controlli che il suo certificato sia valido.',
    'turn-refused':
      'Il relay rifiuta le credenziali. Controlli che il segreto e l’orologio del server TURN siano gli stessi di Eyeline.',
    'turn-full': 'Al momento il relay non accetta più nessuno. Aumenti user-quota e total-quota del server TURN.',
    'turn-missing':
      'Non c’è un relay, perciò le chiamate tra reti chiuse non riusciranno. Installi un server TURN e lo indichi in iceServers.',
    'bit-rate-low': 'La connessione è lenta: l’immagine sarà piccola o ferma. Si avvicini al Wi-Fi, o usi un cavo.',
    'bit-rate-unknown': 'Il relay non ha lasciato passare nulla in tempo, perciò la velocità non è nota. Riprovi.',
    'name-unknown': 'Il nome non è noto. Controlli come è scritto, e la sua voce nel DNS.',
    'port-closed':
      'A questa porta non risponde nessuno. Controlli che il server sia attivo e che i firewall lo lascino passare.',
    'certificate-untrusted':
      'I browser non si fidano di questo certificato. Ne usi uno di un’autorità nota, con tutta la sua catena.',
    'certificate-other-name': 'Il certificato è per un altro nome. Ne usi uno per il nome nell’indirizzo.',
    'certificate-expired': 'Al momento il certificato non è valido. Lo rinnovi.',
    'certificate-expires': 'Il certificato scade entro due settimane. Lo rinnovi.',
    'media-port-closed':
      'Il server multimediale non è raggiungibile via TCP. Apra la sua porta (sfu.port, altrimenti 44400), anche per UDP, e controlli sfu.announcedAddress.',
    'media-missing':
      'Il server multimediale non è attivo: funzionano solo le chiamate da browser a browser. Il registro di Eyeline dice perché.',
    'took-too-long':
      'Ci è voluto troppo per saperlo. Riprovi; se resta così, la rete è molto lenta o non lascia passare nulla.',
  },
} satisfies Partial<WidgetLanguage>;
