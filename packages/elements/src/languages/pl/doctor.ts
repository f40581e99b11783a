import type { WidgetLanguage } from '../../sentences/use-language.ts';

/** Whether a call would work. */
export const doctor = {
  doctor: {
    title: 'Czy połączenie wideo będzie tu działać?',
    intro:
      'To potrwa kilka sekund. Przeglądarka może zapytać o kamerę i mikrofon; nic nie jest nagrywane ani wysyłane.',
    start: 'Sprawdź teraz',
    again: 'Sprawdź ponownie',
    stop: 'Zatrzymaj',
    checking: 'Sprawdzanie',
    copy: 'Kopiuj raport',
    copied: 'Raport został skopiowany.',
    notCopied: 'Przeglądarka nie pozwoliła go skopiować. Można go zamiast tego pobrać.',
    download: 'Pobierz raport',
    reportFile: 'eyeline-doctor.json',
    checks: 'Co zostało sprawdzone',
    toDo: 'Co zrobić',
    good: 'Połączenia wideo będą tu działać.',
    impaired: 'Połączenia wideo będą tu działać, z uwagami podanymi niżej.',
    none: 'Połączenie wideo jeszcze tu nie zadziała.',
    camera: 'Kamera',
    microphone: 'Mikrofon',
    signalling: 'Połączenie z serwerem',
    stun: 'Droga do drugiej strony',
    turnUdp: 'Przekaźnik przez UDP',
    turnTcp: 'Przekaźnik przez TCP',
    turnTls: 'Przekaźnik przez TLS, jak strony WWW',
    bitRate: 'Szybkość',
    certificate: 'Certyfikat',
    mediaServer: 'Serwer mediów',
    idle: 'jeszcze nie sprawdzono',
    running: 'sprawdzanie',
    skipped: 'nie skonfigurowano',
    success: 'działa',
    failed: 'nie działa',
    attention: 'działa, ale zobacz niżej',
    kbps: (kbps: number) =>
      kbps < 1000 ? `${kbps} kbit/s` : `${(kbps / 1000).toLocaleString('pl', { maximumFractionDigits: 1 })} Mbit/s`,
    picture: (width: number, height: number) => `${width} × ${height}`,
  },
  doctorFaults: {
    'server-unreachable': 'Serwer jest nieosiągalny. Proszę sprawdzić połączenie z internetem i spróbować ponownie.',
    'socket-blocked':
      'Strony się wczytują, ale nie dociera to, co jest na nich przekazywane. Administrator sieci lub proxy powinien zezwolić na WebSockets do tego serwera.',
    'too-many-checks': 'Stąd sprawdzano zbyt często. Proszę spróbować ponownie za minutę.',
    'camera-denied':
      'Przeglądarka nie ma zgody na użycie kamery. Proszę na nią zezwolić ikoną kamery na pasku adresu i sprawdzić ponownie.',
    'camera-missing': 'Nie znaleziono kamery. Proszę ją podłączyć i sprawdzić ponownie.',
    'camera-in-use': 'Kamery używa inny program. Proszę ją tam zamknąć i sprawdzić ponownie.',
    'camera-failed': 'Kamera się nie uruchomiła. Proszę podłączyć ją ponownie lub uruchomić ponownie przeglądarkę.',
    'camera-black': 'Kamera pokazuje tylko czerń. Proszę odsłonić obiektyw lub wybrać inną kamerę.',
    'microphone-denied':
      'Przeglądarka nie ma zgody na użycie mikrofonu. Proszę na niego zezwolić ikoną na pasku adresu i sprawdzić ponownie.',
    'microphone-missing': 'Nie znaleziono mikrofonu. Proszę go podłączyć i sprawdzić ponownie.',
    'microphone-in-use': 'Mikrofonu używa inny program. Proszę go tam zamknąć i sprawdzić ponownie.',
    'microphone-failed':
      'Mikrofon się nie uruchomił. Proszę podłączyć go ponownie lub uruchomić ponownie przeglądarkę.',
    insecure:
      'Przeglądarki udostępniają kamerę i mikrofon tylko stronom z https. Proszę otworzyć tę stronę przez https.',
    'policy-blocked':
      'Strona otaczająca tę stronę nie zezwala na kamerę i mikrofon. Proszę poprosić jej właściciela o allow="camera; microphone".',
    'calls-unsupported':
      'Ta przeglądarka nie obsługuje połączeń wideo. Proszę użyć aktualnej wersji Chrome, Edge, Firefox lub Safari.',
    'stun-blocked':
      'Z serwera STUN nic nie wraca przez UDP. Należy otworzyć UDP 3478 na zewnątrz; bez tego połączenia wymagają przekaźnika.',
    'turn-udp-blocked':
      'Przekaźnik jest nieosiągalny przez UDP. Należy otworzyć UDP 3478 do serwera TURN: obraz jest wtedy najlepszy.',
    'turn-tcp-blocked': 'Przekaźnik jest nieosiągalny przez TCP. Należy otworzyć TCP 3478 do serwera TURN.',
    'turn-tls-blocked':
      'Przekaźnik jest nieosiągalny przez TLS. Należy otworzyć TCP 443 do serwera TURN i sprawdzić, czy jego certyfikat jest ważny.',
    'turn-refused':
      'Przekaźnik odrzuca dane uwierzytelniające. Proszę sprawdzić, czy sekret i zegar serwera TURN są takie same jak w Eyeline.',
    'turn-full':
      'Przekaźnik nie przyjmuje teraz nikogo więcej. Należy zwiększyć user-quota i total-quota serwera TURN.',
    'turn-missing':
      'Nie ma przekaźnika, więc połączenia między zamkniętymi sieciami nie dojdą do skutku. Należy skonfigurować serwer TURN i podać go w iceServers.',
    'bit-rate-low':
      'Łącze jest wolne: obraz będzie mały lub będzie się zatrzymywać. Proszę zbliżyć się do Wi-Fi lub użyć kabla.',
    'bit-rate-unknown':
      'Przekaźnik niczego na czas nie przepuścił, więc szybkość jest nieznana. Proszę spróbować ponownie.',
    'name-unknown': 'Nazwa jest nieznana. Proszę sprawdzić jej pisownię i wpis w DNS.',
    'port-closed':
      'Na tym porcie nikt nie odpowiada. Proszę sprawdzić, czy serwer działa i czy zapory go przepuszczają.',
    'certificate-untrusted':
      'Przeglądarki nie ufają temu certyfikatowi. Należy użyć certyfikatu znanego urzędu, z całym łańcuchem.',
    'certificate-other-name': 'Certyfikat jest wystawiony na inną nazwę. Należy użyć certyfikatu dla nazwy z adresu.',
    'certificate-expired': 'Certyfikat nie jest teraz ważny. Należy go odnowić.',
    'certificate-expires': 'Certyfikat wygaśnie w ciągu dwóch tygodni. Należy go odnowić.',
    'media-port-closed':
      'Serwer mediów jest nieosiągalny przez TCP. Należy otworzyć jego port (sfu.port, domyślnie 44400), także dla UDP, i sprawdzić sfu.announcedAddress.',
    'media-missing':
      'Serwer mediów nie działa, więc możliwe są tylko połączenia między przeglądarkami. Dziennik Eyeline podaje przyczynę.',
    'took-too-long':
      'Sprawdzanie trwało zbyt długo. Proszę spróbować ponownie; jeśli to się powtórzy, sieć jest bardzo wolna lub niczego nie przepuszcza.',
  },
} satisfies Partial<WidgetLanguage>;
