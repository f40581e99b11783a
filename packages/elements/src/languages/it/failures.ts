import type { WidgetLanguage } from '../../sentences/use-language.ts';

/** What went wrong, and how camera and microphone are allowed again. */
export const failures = {
  failures: {
    'invalid-payload':
      'Il messaggio non aveva la forma prevista. Ricarichi la pagina; se succede di nuovo, lo segnali.',
    'version-mismatch': 'Questa pagina e il server hanno versioni diverse. Ricarichi la pagina.',
    'unknown-command': 'Questo server non conosce quel comando. Ricarichi la pagina per avere la versione adatta.',
    'unknown-entry-point': 'Questa chat non è ancora aperta. Ci contatti in un altro modo.',
    'invalid-form': 'Un campo del modulo manca o è troppo lungo. Lo corregga e invii di nuovo il modulo.',
    'message-too-long': 'Un messaggio contiene al massimo 10.000 caratteri. Lo invii in più parti.',
    'too-many-requests': 'È stato troppo veloce. Attenda qualche secondo e riprovi.',
    'too-many-connections': 'Da qui sono connesse troppe pagine. Ne chiuda alcune, o riprovi tra un minuto.',
    starting: 'Il servizio si sta avviando. Questa pagina si connetterà da sola tra un momento.',
    'too-many-pages': 'Questa conversazione è aperta in troppe finestre. Ne chiuda alcune e ricarichi questa.',
    'too-many-interactions': 'Da qui sono state iniziate troppe conversazioni. Riprovi tra qualche minuto.',
    'proof-required': 'Mostri prima di non essere un robot, poi riprovi.',
    'proof-refused': 'Non abbiamo potuto verificare che non sia un robot. Riprovi tra un momento.',
    'identity-required': 'Acceda prima a questa pagina, poi riprovi.',
    'identity-expired': 'Il Suo accesso a questa pagina è scaduto. Acceda di nuovo.',
    'identity-early': 'Il Suo accesso a questa pagina non è ancora valido. Riprovi tra un momento.',
    'identity-audience': 'Il Suo accesso è destinato a un altro sito. Acceda qui.',
    'identity-algorithm': 'Il Suo accesso è firmato in un modo che qui non è accettato. Lo segnali al sito.',
    'identity-invalid': 'Non è stato possibile confermare il Suo accesso a questa pagina. Acceda di nuovo.',
    'identity-too-long': 'Il Suo accesso a questa pagina è troppo lungo. Lo segnali al sito.',
    'identity-unchecked': 'Al momento non è stato possibile controllare il Suo accesso. Riprovi tra un momento.',
    'token-invalid': 'Questa sessione non è valida. Ricominci.',
    'token-expired': 'Questa sessione è scaduta. Ricominci.',
    'wrong-credentials': 'Il nome utente o la password non sono corretti.',
    'not-signed-in': 'Effettui prima l’accesso.',
    'not-allowed': 'Appartiene a qualcun altro.',
    closed: 'Al momento siamo chiusi. Lasci un messaggio, o torni negli orari di apertura.',
    'callback-not-possible': 'A quell’ora non possiamo chiamarla. Ne scelga un’altra.',
    'consult-in-progress': 'Sta già consultando un collega. Termini prima quella consulenza, poi chieda a un altro.',
    'consult-gone': 'Questa consulenza è terminata.',
    'target-gone': 'Quell’operatore o quella coda al momento non può occuparsene. Scelga un’altra destinazione.',
    'interaction-closed': 'Questa conversazione è terminata. Ne inizi una nuova.',
    'unknown-reason': 'Quel motivo non è configurato. Ne scelga uno dall’elenco.',
    'offer-gone': 'Questa offerta non è più aperta.',
    'task-gone': 'La chiusura di questa attività non spetta più a lei.',
    'link-unknown': 'Questo link non esiste. Controlli che sia stato copiato per intero, o ne chieda un altro.',
    'link-early': 'Questo link non è ancora aperto. Torni all’ora concordata.',
    'link-used': 'Questo link è già stato usato. Ne chieda un altro.',
    'link-expired': 'Questo link è scaduto. Ne chieda un altro.',
    'link-revoked': 'Questo link è stato ritirato. Ne chieda un altro.',
    'link-ended': 'La conversazione a cui portava questo link è terminata.',
    'too-many-links': 'Sono più di 25 link. Ne chieda meno alla volta.',
    'number-invalid': 'Non è un numero di telefono. Lo scriva con il prefisso del paese, come +39 06 0606.',
    'not-offered': 'Qui non è previsto.',
    'file-too-large': 'Questo file è troppo grande. Ne invii uno più piccolo.',
    'file-not-taken': 'Questo tipo di file non può essere inviato qui.',
    'already-answered':
      'È già stata data una risposta, oppure non è più possibile rispondere. Scriva invece ciò che desidera dire.',
    'file-unsafe': 'Questo file non è stato inviato: l’antivirus vi ha trovato qualcosa.',
    'voice-channel-not-yours':
      'Questo telefono è di qualcun altro. Acceda come l’operatore a cui appartiene la postazione.',
    'call-in-progress': 'C’è già una chiamata. La termini prima di iniziarne un’altra.',
    'call-gone': 'Questa chiamata non c’è più.',
    'call-not-allowed': 'Al momento in questa conversazione il video non è possibile.',
    'consent-needed': 'Legga che cosa si chiede prima di mostrare la videocamera, accetti e riprovi.',
    'call-elsewhere': 'Questa chiamata continua in un’altra sua scheda o finestra. Continui qui, o torni lì.',
    'source-not-allowed': 'Al momento non può essere mostrato in questa chiamata.',
    'not-in-call': 'Questa pagina non è più nella chiamata. Partecipi di nuovo.',
    'join-outdated': 'Un’altra pagina o un tentativo successivo è nella chiamata al posto di questa. Continui lì.',
    'transport-gone': 'Quella connessione multimediale non è sua, o è di prima. Partecipi di nuovo alla chiamata.',
    'producer-gone': 'Quell’immagine o quell’audio non è, o non è più, in questa chiamata.',
    'own-producer': 'Quell’immagine o quell’audio è suo: non lo riceve.',
    'consumer-gone': 'Non riceve, o non riceve più, quell’immagine o quell’audio. Lo chieda di nuovo.',
    'codec-not-supported':
      'Questo browser non può mostrare ciò che invia l’altra persona: non c’è alcun codec in comune.',
    'media-unavailable': 'Il server multimediale non è pronto. Riprovi tra un momento; la chat continua.',
    'store-unavailable': 'Non è stato possibile salvare il messaggio. Sarà inviato di nuovo da solo.',
    'already-done':
      'È già stato fatto, e la risposta non è più nota. Ricarichi la pagina per vedere come stanno le cose.',
    'server-busy': 'Il server è sovraccarico. Riprovi tra un momento.',
    internal: 'Qualcosa è andato storto da parte nostra. Riprovi.',

    'no-connection':
      'Le due parti non sono riuscite a raggiungersi per nessuna delle vie provate. La chat continua; riprovi la chiamata.',
    'connection-lost':
      'La chiamata non ha potuto continuare: per nessuna via passava abbastanza. La chat continua; riprovi la chiamata più tardi.',
    'too-weak':
      'La connessione è diventata troppo debole anche per l’audio, perciò la chiamata è terminata. La chat continua; riprovi la chiamata tra un po’.',

    denied:
      'Il browser non ha potuto usare la sua videocamera. La consenta con l’icona della videocamera nella barra degli indirizzi, poi riprovi.',
    dismissed: 'La richiesta per la sua videocamera è stata chiusa. Riprovi e scelga «Consenti».',
    'press-needed': 'Il browser vuole chiederle il permesso prima di ridare la videocamera. La accenda.',
    'in-use': 'Un altro programma sta usando la sua videocamera. La chiuda lì, poi riprovi.',
    'no-device': 'Nessuna videocamera trovata. Ne colleghi una, poi riprovi.',
    ended: 'La sua videocamera è stata scollegata o tolta. Si continuerà al suo ritorno.',
    insecure: 'I browser danno la videocamera solo alle pagine con https. Apra questa pagina con https.',
    'policy-blocked':
      'La pagina che contiene questa chat non consente la videocamera. Chieda al responsabile allow="camera; microphone".',
    unsupported: 'Questo browser non permette videochiamate. La chat continua.',
    failed: 'La videocamera non si è avviata. Riprovi, o riavvii il browser.',
    'effect-failed':
      'Questo browser non può sfocare lo sfondo, perciò la sua immagine non viene mostrata. Riprovi, o la mostri senza sfocatura.',
  },
  microphone: {
    denied:
      'Il browser non ha potuto usare il suo microfono. Lo consenta con l’icona nella barra degli indirizzi, poi riprovi.',
    dismissed: 'La richiesta per il suo microfono è stata chiusa. Riprovi e scelga «Consenti».',
    'press-needed': 'Il browser vuole chiederle il permesso prima di ridare il microfono. Lo accenda.',
    'in-use': 'Un altro programma sta usando il suo microfono. Lo chiuda lì, poi riprovi.',
    'no-device': 'Nessun microfono trovato. Ne colleghi uno, poi riprovi.',
    ended: 'Il suo microfono è stato scollegato o tolto. Si continuerà al suo ritorno.',
    insecure: 'I browser danno il microfono solo alle pagine con https. Apra questa pagina con https.',
    'policy-blocked':
      'La pagina che contiene questa chat non consente il microfono. Chieda al responsabile allow="camera; microphone".',
    unsupported: 'Questo browser non permette chiamate. La chat continua.',
    failed: 'Il microfono non si è avviato. Riprovi, o riavvii il browser.',
    'effect-failed': 'Questo browser non può ridurre i rumori. Riprovi, o disattivi la riduzione.',
  },
  screen: {
    denied:
      'Il sistema non ha permesso al browser di mostrare il suo schermo. Lo consenta nelle impostazioni del sistema, poi riprovi.',
    dismissed: 'Non è stato scelto alcuno schermo. Riprovi e scelga che cosa mostrare.',
    'press-needed': 'Il browser vuole chiederle che cosa mostrare. Condivida di nuovo lo schermo.',
    'in-use': 'Il sistema non ha dato l’immagine dello schermo. Riprovi, o mostri un’altra finestra.',
    'no-device': 'Non c’è nulla da mostrare. Apra la finestra che vuole mostrare, poi riprovi.',
    ended: 'Il suo schermo non è più visibile. Lo condivida di nuovo, se vuole.',
    insecure: 'I browser mostrano lo schermo solo nelle pagine con https. Apra questa pagina con https.',
    'policy-blocked':
      'La pagina che contiene questa chat non lo consente. Chieda al responsabile allow="display-capture".',
    unsupported: 'Questo browser non può mostrare lo schermo. Per condividerlo usi un computer.',
    failed: 'Non è stato possibile mostrare lo schermo. Riprovi, o riavvii il browser.',
    'effect-failed': 'Non è stato possibile mostrare lo schermo. Riprovi, o riavvii il browser.',
  },
  permission: {
    help: 'Come consentire videocamera e microfono',
    picture: 'Dove si trova in questo browser',
    chromium: [
      'Prema l’icona con i due cursori a sinistra dell’indirizzo.',
      'Attivi videocamera e microfono.',
      'Torni qui: continua da solo.',
    ],
    edge: [
      'Prema il lucchetto a sinistra dell’indirizzo.',
      'Apra «Autorizzazioni per questo sito» e imposti videocamera e microfono su «Consenti».',
      'Torni qui: continua da solo.',
    ],
    firefox: [
      'Prema la videocamera barrata a sinistra dell’indirizzo.',
      'Rimuova «Bloccato» con la piccola croce accanto.',
      'Torni qui e riprovi; scelga «Consenti».',
    ],
    safari: [
      'Apra il menu «Safari» e lì «Impostazioni per questo sito web».',
      'Imposti videocamera e microfono su «Consenti».',
      'Torni qui e riprovi.',
    ],
    iosSafari: [
      'Tocchi l’icona della pagina a sinistra dell’indirizzo.',
      'Tocchi «Impostazioni sito web» e imposti videocamera e microfono su «Consenti».',
      'Torni qui e riprovi.',
    ],
    iosOther: [
      'Apra le impostazioni del telefono e lì, nell’elenco delle app, questo browser.',
      'Attivi videocamera e microfono.',
      'Torni qui e riprovi.',
    ],
    androidChromium: [
      'Tocchi l’icona con i due cursori a sinistra dell’indirizzo.',
      'Tocchi «Autorizzazioni» e attivi videocamera e microfono.',
      'Torni qui: continua da solo.',
    ],
    androidFirefox: [
      'Tocchi il lucchetto a sinistra dell’indirizzo.',
      'Tocchi la riga di videocamera e microfono finché indica «Consentito».',
      'Torni qui e riprovi.',
    ],
    other: [
      'Apra le impostazioni di questo sito nel browser, di solito a sinistra dell’indirizzo.',
      'Imposti videocamera e microfono su «Consenti».',
      'Torni qui e riprovi.',
    ],
    prompt: ['Riprovi: il browser chiede in alto nella finestra.', 'Scelga «Consenti».'],
    inUse: [
      'Chiuda altri programmi e schede in cui è in video, come un’altra riunione.',
      'Si continuerà appena la videocamera è libera.',
    ],
    frame: [
      'La pagina che vede si trova dentro un’altra, che le nega la videocamera.',
      'Chieda ai responsabili di questo sito di aggiungere allow="camera; microphone; display-capture" al riquadro.',
    ],
    system:
      'Ancora non consentito? Forse il sistema nega videocamera e microfono al browser: guardi nelle sue impostazioni di privacy.',
  },
} satisfies Partial<WidgetLanguage>;
