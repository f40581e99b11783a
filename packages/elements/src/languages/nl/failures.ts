import type { WidgetLanguage } from '../../sentences/use-language.ts';

/** What went wrong, and how camera and microphone are allowed again. */
export const failures = {
  failures: {
    'invalid-payload':
      'Het bericht had niet de verwachte vorm. Laad de pagina opnieuw; gebeurt het weer, meld het dan.',
    'version-mismatch': 'Deze pagina en de server hebben verschillende versies. Laad de pagina opnieuw.',
    'unknown-command': 'De server kent deze opdracht niet. Laad de pagina opnieuw om de bijpassende versie te krijgen.',
    'unknown-entry-point': 'Deze chat is nog niet open. Neem op een andere manier contact met ons op.',
    'invalid-form':
      'Een veld van het formulier ontbreekt of is te lang. Verbeter het en verzend het formulier opnieuw.',
    'message-too-long': 'Een bericht bevat hooguit 10.000 tekens. Verzend het in meerdere delen.',
    'too-many-requests': 'Dat ging te snel. Wacht een paar seconden en probeer het opnieuw.',
    'too-many-connections':
      'Er zijn hiervandaan te veel pagina’s verbonden. Sluit er een paar of probeer het over een minuut opnieuw.',
    starting: 'De dienst start op. Deze pagina maakt zo vanzelf verbinding.',
    'too-many-pages': 'Dit gesprek is in te veel vensters open. Sluit er een paar en laad dit opnieuw.',
    'too-many-interactions':
      'Er zijn hiervandaan te veel gesprekken begonnen. Probeer het over een paar minuten opnieuw.',
    'proof-required': 'Laat eerst zien dat u geen robot bent en probeer het dan opnieuw.',
    'proof-refused': 'We konden niet vaststellen dat u geen robot bent. Probeer het zo opnieuw.',
    'identity-required': 'Meld u eerst aan op deze pagina en probeer het dan opnieuw.',
    'identity-expired': 'Uw aanmelding op deze pagina is verlopen. Meld u opnieuw aan.',
    'identity-early': 'Uw aanmelding op deze pagina geldt nog niet. Probeer het zo opnieuw.',
    'identity-audience': 'Uw aanmelding is voor een andere site. Meld u hier aan.',
    'identity-algorithm': 'Uw aanmelding is ondertekend op een manier die hier niet geldt. Meld het de site.',
    'identity-invalid': 'Uw aanmelding op deze pagina kon niet worden bevestigd. Meld u opnieuw aan.',
    'identity-too-long': 'Uw aanmelding op deze pagina is te lang. Meld het de site.',
    'identity-unchecked': 'Uw aanmelding kon nu niet worden gecontroleerd. Probeer het zo opnieuw.',
    'token-invalid': 'Deze sessie is niet geldig. Begin opnieuw.',
    'token-expired': 'Deze sessie is verlopen. Begin opnieuw.',
    'wrong-credentials': 'De gebruikersnaam of het wachtwoord is onjuist.',
    'not-signed-in': 'Meld u eerst aan.',
    'not-allowed': 'Dat is van iemand anders.',
    closed: 'We zijn op dit moment gesloten. Laat een bericht achter of kom terug wanneer we open zijn.',
    'callback-not-possible': 'Op dat tijdstip kunnen we u niet bellen. Kies een ander.',
    'consult-in-progress': 'U vraagt al iets aan een collega. Beëindig dat eerst en vraag het dan een ander.',
    'consult-gone': 'Deze ruggespraak is voorbij.',
    'target-gone': 'Die medewerker of wachtrij kan het nu niet overnemen. Kies een andere.',
    'interaction-closed': 'Dit gesprek is beëindigd. Begin een nieuw.',
    'unknown-reason': 'Die reden is niet ingesteld. Kies er een uit de lijst.',
    'offer-gone': 'Dit aanbod geldt niet meer.',
    'task-gone': 'Deze taak is niet meer aan u om af te ronden.',
    'link-unknown': 'Deze link bestaat niet. Controleer of hij helemaal is gekopieerd of vraag om een nieuwe.',
    'link-early': 'Deze link is nog niet geldig. Kom terug op het afgesproken tijdstip.',
    'link-used': 'Deze link is al gebruikt. Vraag om een nieuwe.',
    'link-expired': 'Deze link is verlopen. Vraag om een nieuwe.',
    'link-revoked': 'Deze link is ingetrokken. Vraag om een nieuwe.',
    'link-ended': 'Het gesprek waar deze link naartoe leidde, is beëindigd.',
    'too-many-links': 'Dat zijn meer dan 25 links. Vraag er minder tegelijk.',
    'number-invalid': 'Dat is geen telefoonnummer. Schrijf het met het land, zoals +31 20 123 4567.',
    'not-offered': 'Dat wordt hier niet aangeboden.',
    'file-too-large': 'Dit bestand is te groot. Verzend een kleiner bestand.',
    'file-not-taken': 'Dit soort bestand kan hier niet worden verzonden.',
    'already-answered':
      'Hierop is al geantwoord, of er kan niet meer op worden geantwoord. Schrijf in plaats daarvan wat u wilt zeggen.',
    'file-unsafe': 'Dit bestand is niet verzonden: de virusscanner heeft er iets in gevonden.',
    'voice-channel-not-yours':
      'Deze telefoon is van iemand anders. Meld u aan als de medewerker van wie de desktop is.',
    'call-in-progress': 'Er is al een gesprek. Beëindig dat voordat u een nieuw begint.',
    'call-gone': 'Dit gesprek is er niet meer.',
    'call-not-allowed': 'Video is in dit gesprek nu niet mogelijk.',
    'consent-needed': 'Lees wat er wordt gevraagd voordat uw camera te zien is, ga akkoord en probeer het opnieuw.',
    'call-elsewhere': 'Dit gesprek loopt in een ander tabblad of venster van u. Ga hier verder of ga daarheen terug.',
    'source-not-allowed': 'Dat mag in dit gesprek nu niet worden getoond.',
    'not-in-call': 'Deze pagina neemt niet meer deel aan het gesprek. Neem opnieuw deel.',
    'join-outdated': 'Een andere pagina of een latere poging neemt deel in plaats van deze. Ga daar verder.',
    'transport-gone':
      'Die mediaverbinding is niet van u of is van een eerdere deelname. Neem opnieuw deel aan het gesprek.',
    'producer-gone': 'Dat beeld of geluid is niet of niet meer in dit gesprek.',
    'own-producer': 'Dat beeld of geluid is van uzelf; dat ontvangt u niet.',
    'consumer-gone': 'U ontvangt dat beeld of geluid niet of niet meer. Vraag er opnieuw om.',
    'codec-not-supported': 'Deze browser kan niet tonen wat de andere kant verzendt: ze hebben geen codec gemeen.',
    'media-unavailable': 'De mediaserver is niet gereed. Probeer het zo opnieuw; de chat gaat door.',
    'store-unavailable': 'Het bericht kon niet worden opgeslagen. Het wordt vanzelf opnieuw verzonden.',
    'already-done':
      'Dat is al gedaan, en het antwoord erop is niet meer bekend. Laad de pagina opnieuw om te zien hoe het ervoor staat.',
    'server-busy': 'De server heeft het druk. Probeer het zo opnieuw.',
    internal: 'Er ging bij ons iets mis. Probeer het opnieuw.',

    'no-connection':
      'De twee kanten konden elkaar op geen enkele manier bereiken. De chat gaat door; probeer het gesprek opnieuw.',
    'connection-lost':
      'Het gesprek kon niet doorgaan: er kwam op geen enkele manier genoeg door. De chat gaat door; probeer het gesprek later opnieuw.',
    'too-weak':
      'De verbinding is zelfs voor geluid te zwak geworden; daarom is het gesprek beëindigd. De chat gaat door; probeer het gesprek straks opnieuw.',

    denied:
      'De browser mocht uw camera niet gebruiken. Sta dit toe via het camerapictogram in de adresbalk en probeer het opnieuw.',
    dismissed: 'De vraag om uw camera is gesloten. Probeer het opnieuw en kies “Toestaan”.',
    'press-needed': 'De browser wil u iets vragen voordat hij uw camera weer geeft. Zet hem aan.',
    'in-use': 'Een ander programma gebruikt uw camera. Sluit die daar en probeer het opnieuw.',
    'no-device': 'Er is geen camera gevonden. Sluit er een aan en probeer het opnieuw.',
    ended: 'Uw camera is losgekoppeld of weggenomen. Het gaat vanzelf verder zodra hij terug is.',
    insecure: 'Browsers geven een camera alleen aan pagina’s met https. Open deze pagina met https.',
    'policy-blocked':
      'De pagina rond deze chat staat de camera niet toe. Vraag de eigenaar ervan om allow="camera; microphone".',
    unsupported: 'Deze browser kan geen videogesprekken voeren. De chat gaat door.',
    failed: 'De camera is niet gestart. Probeer het opnieuw of start de browser opnieuw.',
    'effect-failed':
      'Deze browser kan uw achtergrond niet vervagen; daarom is uw beeld niet te zien. Probeer het opnieuw of toon het zonder vervaging.',
  },
  microphone: {
    denied:
      'De browser mocht uw microfoon niet gebruiken. Sta dit toe via het pictogram in de adresbalk en probeer het opnieuw.',
    dismissed: 'De vraag om uw microfoon is gesloten. Probeer het opnieuw en kies “Toestaan”.',
    'press-needed': 'De browser wil u iets vragen voordat hij uw microfoon weer geeft. Zet hem aan.',
    'in-use': 'Een ander programma gebruikt uw microfoon. Sluit die daar en probeer het opnieuw.',
    'no-device': 'Er is geen microfoon gevonden. Sluit er een aan en probeer het opnieuw.',
    ended: 'Uw microfoon is losgekoppeld of weggenomen. Het gaat vanzelf verder zodra hij terug is.',
    insecure: 'Browsers geven een microfoon alleen aan pagina’s met https. Open deze pagina met https.',
    'policy-blocked':
      'De pagina rond deze chat staat de microfoon niet toe. Vraag de eigenaar ervan om allow="camera; microphone".',
    unsupported: 'Deze browser kan geen gesprekken voeren. De chat gaat door.',
    failed: 'De microfoon is niet gestart. Probeer het opnieuw of start de browser opnieuw.',
    'effect-failed': 'Deze browser kan de ruis niet verminderen. Probeer het opnieuw of schakel het uit.',
  },
  screen: {
    denied:
      'Het systeem heeft de browser niet toegestaan uw scherm te tonen. Sta dit toe in de systeeminstellingen en probeer het opnieuw.',
    dismissed: 'Er is geen scherm gekozen. Probeer het opnieuw en kies wat te zien moet zijn.',
    'press-needed': 'De browser wil u vragen wat te zien moet zijn. Deel uw scherm opnieuw.',
    'in-use': 'Het systeem gaf het beeld van het scherm niet. Probeer het opnieuw of toon een ander venster.',
    'no-device': 'Er is niets om te tonen. Open het venster dat u wilt tonen en probeer het opnieuw.',
    ended: 'Uw scherm is niet meer te zien. Deel het opnieuw als u dat wilt.',
    insecure: 'Browsers tonen het scherm alleen op pagina’s met https. Open deze pagina met https.',
    'policy-blocked':
      'De pagina rond deze chat staat dit niet toe. Vraag de eigenaar ervan om allow="display-capture".',
    unsupported: 'Deze browser kan het scherm niet tonen. Gebruik een computer om het te delen.',
    failed: 'Het scherm kon niet worden getoond. Probeer het opnieuw of start de browser opnieuw.',
    'effect-failed': 'Het scherm kon niet worden getoond. Probeer het opnieuw of start de browser opnieuw.',
  },
  permission: {
    help: 'Zo staat u camera en microfoon toe',
    picture: 'Waar het zit in deze browser',
    chromium: [
      'Klik op het pictogram met de twee schuifjes links van het adres.',
      'Zet camera en microfoon aan.',
      'Kom hier terug: het gaat vanzelf verder.',
    ],
    edge: [
      'Klik op het slotje links van het adres.',
      'Open “Machtigingen voor deze site” en zet camera en microfoon op “Toestaan”.',
      'Kom hier terug: het gaat vanzelf verder.',
    ],
    firefox: [
      'Klik op de doorgestreepte camera links van het adres.',
      'Verwijder “Geblokkeerd” met het kruisje ernaast.',
      'Kom hier terug en probeer het opnieuw; kies “Toestaan”.',
    ],
    safari: [
      'Open het menu “Safari” en daarin “Instellingen voor deze website”.',
      'Zet camera en microfoon op “Sta toe”.',
      'Kom hier terug en probeer het opnieuw.',
    ],
    iosSafari: [
      'Tik op het paginapictogram links van het adres.',
      'Tik op “Website-instellingen” en zet camera en microfoon op “Sta toe”.',
      'Kom hier terug en probeer het opnieuw.',
    ],
    iosOther: [
      'Open de instellingen van uw telefoon en daar, in de lijst met apps, deze browser.',
      'Zet camera en microfoon aan.',
      'Kom hier terug en probeer het opnieuw.',
    ],
    androidChromium: [
      'Tik op het pictogram met de twee schuifjes links van het adres.',
      'Tik op “Rechten” en zet camera en microfoon aan.',
      'Kom hier terug: het gaat vanzelf verder.',
    ],
    androidFirefox: [
      'Tik op het slotje links van het adres.',
      'Tik op de regel voor camera en microfoon tot daar “Toegestaan” staat.',
      'Kom hier terug en probeer het opnieuw.',
    ],
    other: [
      'Open de instellingen van deze website in uw browser, meestal links van het adres.',
      'Zet camera en microfoon op “Toestaan”.',
      'Kom hier terug en probeer het opnieuw.',
    ],
    prompt: ['Probeer het opnieuw: de browser vraagt het boven in het venster.', 'Kies “Toestaan”.'],
    inUse: [
      'Sluit andere programma’s en tabbladen waarin u te zien bent, zoals een andere vergadering.',
      'Het gaat vanzelf verder zodra de camera vrij is.',
    ],
    frame: [
      'De pagina die u ziet, ligt binnen een andere, die de camera ervan weghoudt.',
      'Vraag de beheerders van deze website om het frame allow="camera; microphone; display-capture" te geven.',
    ],
    system:
      'Nog steeds niet toegestaan? Misschien houdt het systeem camera en microfoon weg van de browser: kijk in de privacy-instellingen ervan.',
  },
} satisfies Partial<WidgetLanguage>;
