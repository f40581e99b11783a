import type { WidgetLanguage } from '../../sentences/use-language.ts';

/** What went wrong, and how camera and microphone are allowed again. */
export const failures = {
  failures: {
    'invalid-payload':
      'Wiadomość nie miała oczekiwanej postaci. Proszę wczytać stronę ponownie; jeśli to się powtórzy, proszę to zgłosić.',
    'version-mismatch': 'Ta strona i serwer są w różnych wersjach. Proszę wczytać stronę ponownie.',
    'unknown-command': 'Serwer nie zna tego polecenia. Proszę wczytać stronę ponownie, aby wersje się zgadzały.',
    'unknown-entry-point': 'Ten czat jeszcze nie działa. Proszę skontaktować się z nami w inny sposób.',
    'invalid-form': 'W formularzu brakuje pola lub jest ono za długie. Proszę je poprawić i wysłać formularz ponownie.',
    'message-too-long': 'Wiadomość może mieć najwyżej 10 000 znaków. Proszę wysłać ją w kilku częściach.',
    'too-many-requests': 'To było zbyt szybko. Proszę odczekać kilka sekund i spróbować ponownie.',
    'too-many-connections':
      'Stąd połączonych jest zbyt wiele stron. Proszę zamknąć kilka lub spróbować ponownie za minutę.',
    starting: 'Usługa jest uruchamiana. Ta strona za chwilę połączy się automatycznie.',
    'too-many-pages': 'Ta rozmowa jest otwarta w zbyt wielu oknach. Proszę zamknąć kilka i wczytać to okno ponownie.',
    'too-many-interactions': 'Stąd rozpoczęto zbyt wiele rozmów. Proszę spróbować ponownie za kilka minut.',
    'proof-required': 'Najpierw trzeba potwierdzić, że to nie robot, a potem spróbować ponownie.',
    'proof-refused': 'Nie udało się potwierdzić, że to nie robot. Proszę spróbować ponownie za chwilę.',
    'identity-required': 'Najpierw zaloguj się na tej stronie, a potem spróbuj ponownie.',
    'identity-expired': 'Twoje logowanie na tej stronie wygasło. Zaloguj się ponownie.',
    'identity-early': 'Twoje logowanie na tej stronie jeszcze nie obowiązuje. Spróbuj ponownie za chwilę.',
    'identity-audience': 'Twoje logowanie dotyczy innej witryny. Zaloguj się tutaj.',
    'identity-algorithm': 'Twoje logowanie jest podpisane w sposób, którego tu nie przyjmujemy. Zgłoś to witrynie.',
    'identity-invalid': 'Nie udało się potwierdzić Twojego logowania na tej stronie. Zaloguj się ponownie.',
    'identity-too-long': 'Twoje logowanie na tej stronie jest za długie. Zgłoś to witrynie.',
    'identity-unchecked': 'Nie udało się teraz sprawdzić Twojego logowania. Spróbuj ponownie za chwilę.',
    'token-invalid': 'Ta sesja jest nieważna. Proszę zacząć od nowa.',
    'token-expired': 'Ta sesja wygasła. Proszę zacząć od nowa.',
    'wrong-credentials': 'Nazwa użytkownika lub hasło jest nieprawidłowe.',
    'not-signed-in': 'Najpierw trzeba się zalogować.',
    'not-allowed': 'To należy do kogoś innego.',
    closed: 'Obecnie nieczynne. Można zostawić wiadomość lub wrócić w godzinach otwarcia.',
    'callback-not-possible': 'O tej porze nie możemy zadzwonić. Proszę wybrać inną.',
    'consult-in-progress': 'Trwa już konsultacja. Najpierw trzeba ją zakończyć, a potem zapytać kogoś innego.',
    'consult-gone': 'Ta konsultacja dobiegła końca.',
    'target-gone': 'Ta osoba lub kolejka nie może teraz tego przejąć. Proszę wybrać inną.',
    'interaction-closed': 'Ta rozmowa jest zakończona. Proszę rozpocząć nową.',
    'unknown-reason': 'Ten powód nie jest skonfigurowany. Proszę wybrać powód z listy.',
    'offer-gone': 'To zgłoszenie jest już nieaktualne.',
    'task-gone': 'To zadanie nie czeka już tutaj na podsumowanie.',
    'link-unknown': 'Nie ma takiego linku. Proszę sprawdzić, czy został skopiowany w całości, lub poprosić o nowy.',
    'link-early': 'Ten link nie jest jeszcze aktywny. Proszę wrócić o umówionej porze.',
    'link-used': 'Ten link został już użyty. Proszę poprosić o nowy.',
    'link-expired': 'Ten link wygasł. Proszę poprosić o nowy.',
    'link-revoked': 'Ten link został wycofany. Proszę poprosić o nowy.',
    'link-ended': 'Rozmowa, do której prowadził ten link, jest zakończona.',
    'too-many-links': 'To więcej niż 25 linków. Proszę poprosić o mniej naraz.',
    'number-invalid': 'To nie jest numer telefonu. Proszę podać go z kodem kraju, np. +48 22 123 45 67.',
    'not-offered': 'To nie jest tu dostępne.',
    'file-too-large': 'Ten plik jest za duży. Proszę wysłać mniejszy.',
    'file-not-taken': 'Plików tego rodzaju nie można tu wysyłać.',
    'already-answered':
      'Na to już odpowiedziano albo nie można już odpowiedzieć. Napisz zamiast tego, co chcesz powiedzieć.',
    'file-unsafe': 'Ten plik nie został wysłany: skaner antywirusowy coś w nim znalazł.',
    'voice-channel-not-yours':
      'Ten telefon należy do kogoś innego. Trzeba zalogować się jako osoba, do której należy ten pulpit.',
    'call-in-progress': 'Trwa już połączenie. Trzeba je zakończyć przed rozpoczęciem nowego.',
    'call-gone': 'Tego połączenia już nie ma.',
    'call-not-allowed': 'Wideo nie jest teraz możliwe w tej rozmowie.',
    'consent-needed':
      'Proszę przeczytać, na co potrzebna jest zgoda przed pokazaniem obrazu z kamery, wyrazić ją i spróbować ponownie.',
    'call-elsewhere': 'To połączenie trwa w innej karcie lub innym oknie. Można je kontynuować tutaj lub tam wrócić.',
    'source-not-allowed': 'W tym połączeniu nie można teraz tego pokazać.',
    'not-in-call': 'Ta strona nie bierze już udziału w połączeniu. Proszę dołączyć ponownie.',
    'join-outdated': 'Zamiast tej strony do połączenia dołączyła inna lub późniejsza próba. Proszę kontynuować tam.',
    'transport-gone': 'To łącze mediów jest cudze lub pochodzi z wcześniejszego dołączenia. Proszę dołączyć ponownie.',
    'producer-gone': 'Tego obrazu lub dźwięku nie ma w tym połączeniu, lub już go nie ma.',
    'own-producer': 'To własny obraz lub dźwięk, a takiego się nie odbiera.',
    'consumer-gone': 'Ten obraz lub dźwięk nie jest tu odbierany, lub już nie jest. Proszę poprosić o niego ponownie.',
    'codec-not-supported':
      'Ta przeglądarka nie potrafi pokazać tego, co wysyła druga strona: nie mają wspólnego kodeka.',
    'media-unavailable': 'Serwer mediów nie jest gotowy. Proszę spróbować za chwilę; czat trwa dalej.',
    'store-unavailable': 'Nie udało się zapisać wiadomości. Zostanie ponownie wysłana automatycznie.',
    'already-done':
      'To już zrobiono, a odpowiedź nie jest już znana. Proszę wczytać stronę ponownie, aby zobaczyć aktualny stan.',
    'server-busy': 'Serwer jest zajęty. Proszę spróbować ponownie za chwilę.',
    internal: 'Coś poszło nie tak po naszej stronie. Proszę spróbować ponownie.',

    'no-connection': 'Obu stron nie udało się połączyć żadną drogą. Czat trwa dalej; proszę ponowić połączenie.',
    'connection-lost':
      'Połączenia nie dało się utrzymać: żadną drogą nie docierało dość danych. Czat trwa dalej; proszę ponowić połączenie później.',
    'too-weak':
      'Łącze stało się za słabe nawet dla dźwięku, więc połączenie zostało zakończone. Czat trwa dalej; proszę ponowić połączenie za jakiś czas.',

    denied:
      'Przeglądarka nie ma zgody na użycie kamery. Proszę na nią zezwolić ikoną kamery na pasku adresu i spróbować ponownie.',
    dismissed: 'Pytanie o kamerę zostało zamknięte. Proszę spróbować ponownie i wybrać „Zezwól”.',
    'press-needed': 'Przeglądarka chce zapytać, zanim ponownie udostępni kamerę. Proszę ją włączyć.',
    'in-use': 'Kamery używa inny program. Proszę ją tam zamknąć i spróbować ponownie.',
    'no-device': 'Nie znaleziono kamery. Proszę ją podłączyć i spróbować ponownie.',
    ended: 'Kamera została odłączona lub odebrana. Gdy wróci, wszystko ruszy automatycznie.',
    insecure: 'Przeglądarki udostępniają kamerę tylko stronom z https. Proszę otworzyć tę stronę przez https.',
    'policy-blocked':
      'Strona otaczająca ten czat nie zezwala na kamerę. Proszę poprosić jej właściciela o allow="camera; microphone".',
    unsupported: 'Ta przeglądarka nie obsługuje połączeń wideo. Czat trwa dalej.',
    failed: 'Kamera się nie uruchomiła. Proszę spróbować ponownie lub uruchomić ponownie przeglądarkę.',
    'effect-failed':
      'Ta przeglądarka nie potrafi rozmyć tła, więc obraz nie jest pokazywany. Proszę spróbować ponownie lub pokazać go bez rozmycia.',
  },
  microphone: {
    denied:
      'Przeglądarka nie ma zgody na użycie mikrofonu. Proszę na niego zezwolić ikoną na pasku adresu i spróbować ponownie.',
    dismissed: 'Pytanie o mikrofon zostało zamknięte. Proszę spróbować ponownie i wybrać „Zezwól”.',
    'press-needed': 'Przeglądarka chce zapytać, zanim ponownie udostępni mikrofon. Proszę go włączyć.',
    'in-use': 'Mikrofonu używa inny program. Proszę go tam zamknąć i spróbować ponownie.',
    'no-device': 'Nie znaleziono mikrofonu. Proszę go podłączyć i spróbować ponownie.',
    ended: 'Mikrofon został odłączony lub odebrany. Gdy wróci, wszystko ruszy automatycznie.',
    insecure: 'Przeglądarki udostępniają mikrofon tylko stronom z https. Proszę otworzyć tę stronę przez https.',
    'policy-blocked':
      'Strona otaczająca ten czat nie zezwala na mikrofon. Proszę poprosić jej właściciela o allow="camera; microphone".',
    unsupported: 'Ta przeglądarka nie obsługuje połączeń. Czat trwa dalej.',
    failed: 'Mikrofon się nie uruchomił. Proszę spróbować ponownie lub uruchomić ponownie przeglądarkę.',
    'effect-failed': 'Ta przeglądarka nie potrafi zmniejszyć szumów. Proszę spróbować ponownie lub to wyłączyć.',
  },
  screen: {
    denied:
      'System nie zezwolił przeglądarce na pokazanie ekranu. Proszę na to zezwolić w ustawieniach systemu i spróbować ponownie.',
    dismissed: 'Nie wybrano ekranu. Proszę spróbować ponownie i wybrać, co pokazać.',
    'press-needed': 'Przeglądarka chce zapytać, co pokazać. Proszę udostępnić ekran ponownie.',
    'in-use': 'System nie udostępnił obrazu ekranu. Proszę spróbować ponownie lub pokazać inne okno.',
    'no-device': 'Nie ma niczego, co można pokazać. Proszę otworzyć okno do pokazania i spróbować ponownie.',
    ended: 'Ekran nie jest już pokazywany. W razie potrzeby można udostępnić go ponownie.',
    insecure: 'Przeglądarki pokazują ekran tylko na stronach z https. Proszę otworzyć tę stronę przez https.',
    'policy-blocked':
      'Strona otaczająca ten czat na to nie zezwala. Proszę poprosić jej właściciela o allow="display-capture".',
    unsupported: 'Ta przeglądarka nie potrafi pokazać ekranu. Proszę użyć do tego komputera.',
    failed: 'Nie udało się pokazać ekranu. Proszę spróbować ponownie lub uruchomić ponownie przeglądarkę.',
    'effect-failed': 'Nie udało się pokazać ekranu. Proszę spróbować ponownie lub uruchomić ponownie przeglądarkę.',
  },
  permission: {
    help: 'Jak zezwolić na kamerę i mikrofon',
    picture: 'Gdzie to jest w tej przeglądarce',
    chromium: [
      'Kliknij ikonę z dwoma suwakami po lewej stronie adresu.',
      'Włącz kamerę i mikrofon.',
      'Wróć tutaj: dalej wszystko ruszy automatycznie.',
    ],
    edge: [
      'Kliknij kłódkę po lewej stronie adresu.',
      'Otwórz „Uprawnienia dla tej witryny” i ustaw kamerę i mikrofon na „Zezwalaj”.',
      'Wróć tutaj: dalej wszystko ruszy automatycznie.',
    ],
    firefox: [
      'Kliknij przekreśloną kamerę po lewej stronie adresu.',
      'Usuń „Zablokowane” małym krzyżykiem obok.',
      'Wróć tutaj i spróbuj ponownie; wybierz „Zezwól”.',
    ],
    safari: [
      'Otwórz menu „Safari”, a w nim „Ustawienia dla tej witryny”.',
      'Ustaw kamerę i mikrofon na „Pozwalaj”.',
      'Wróć tutaj i spróbuj ponownie.',
    ],
    iosSafari: [
      'Stuknij ikonę strony po lewej stronie adresu.',
      'Stuknij „Ustawienia witryny” i ustaw kamerę i mikrofon na „Pozwalaj”.',
      'Wróć tutaj i spróbuj ponownie.',
    ],
    iosOther: [
      'Otwórz ustawienia telefonu, a w nich, na liście aplikacji, tę przeglądarkę.',
      'Włącz kamerę i mikrofon.',
      'Wróć tutaj i spróbuj ponownie.',
    ],
    androidChromium: [
      'Kliknij ikonę z dwoma suwakami po lewej stronie adresu.',
      'Kliknij „Uprawnienia” i włącz kamerę i mikrofon.',
      'Wróć tutaj: dalej wszystko ruszy automatycznie.',
    ],
    androidFirefox: [
      'Stuknij kłódkę po lewej stronie adresu.',
      'Stukaj w wiersz kamery i mikrofonu, aż pojawi się „Dozwolone”.',
      'Wróć tutaj i spróbuj ponownie.',
    ],
    other: [
      'Otwórz ustawienia tej witryny w przeglądarce, zwykle po lewej stronie adresu.',
      'Ustaw kamerę i mikrofon na „Zezwalaj”.',
      'Wróć tutaj i spróbuj ponownie.',
    ],
    prompt: ['Spróbuj ponownie: przeglądarka zapyta u góry okna.', 'Wybierz „Zezwól”.'],
    inUse: [
      'Zamknij inne programy i karty, które używają kamery, na przykład inne spotkanie.',
      'Gdy kamera będzie wolna, wszystko ruszy automatycznie.',
    ],
    frame: [
      'Ta strona jest umieszczona w innej, która nie dopuszcza do niej kamery.',
      'Poproś administratorów tej witryny o dodanie do ramki allow="camera; microphone; display-capture".',
    ],
    system:
      'Nadal brak zgody? Możliwe, że system nie dopuszcza przeglądarki do kamery i mikrofonu: zajrzyj do jego ustawień prywatności.',
  },
} satisfies Partial<WidgetLanguage>;
