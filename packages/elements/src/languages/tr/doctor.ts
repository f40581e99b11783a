import type { WidgetLanguage } from '../../sentences/use-language.ts';

/** Whether a call would work. */
export const doctor = {
  doctor: {
    title: 'Görüntülü görüşme burada çalışır mı?',
    intro:
      'Bu birkaç saniye sürer. Tarayıcınız kamera ve mikrofon için izin isteyebilir; hiçbir şey kaydedilmez veya gönderilmez.',
    start: 'Şimdi denetle',
    again: 'Yeniden denetle',
    stop: 'Durdur',
    checking: 'Denetleniyor',
    copy: 'Raporu kopyala',
    copied: 'Rapor kopyalandı.',
    notCopied: 'Tarayıcı kopyalamaya izin vermedi. Bunun yerine indirin.',
    download: 'Raporu indir',
    reportFile: 'eyeline-doctor.json',
    checks: 'Denetlenenler',
    toDo: 'Yapılacaklar',
    good: 'Görüntülü görüşmeler burada çalışır.',
    impaired: 'Görüntülü görüşmeler, aşağıda belirtilenlerle birlikte burada çalışır.',
    none: 'Görüntülü görüşme burada henüz çalışmaz.',
    camera: 'Kamera',
    microphone: 'Mikrofon',
    signalling: 'Sunucu bağlantısı',
    stun: 'Karşı tarafa giden yol',
    turnUdp: 'UDP ile aktarma sunucusu',
    turnTcp: 'TCP ile aktarma sunucusu',
    turnTls: 'Web gibi TLS ile aktarma sunucusu',
    bitRate: 'Hız',
    certificate: 'Sertifika',
    mediaServer: 'Medya sunucusu',
    idle: 'henüz denetlenmedi',
    running: 'denetleniyor',
    skipped: 'burada ayarlanmamış',
    success: 'çalışıyor',
    failed: 'çalışmıyor',
    attention: 'çalışıyor, ama aşağıya bakın',
    kbps: (kbps: number) =>
      kbps < 1000 ? `${kbps} kbit/sn` : `${(kbps / 1000).toLocaleString('tr', { maximumFractionDigits: 1 })} Mbit/sn`,
    picture: (width: number, height: number) => `${width} × ${height}`,
  },
  doctorFaults: {
    'server-unreachable': 'Sunucuya ulaşılamıyor. İnternet bağlantısını denetleyip yeniden deneyin.',
    'socket-blocked':
      'Sayfalar geliyor, ancak sayfalarda yazılanlar ulaşmıyor. Ağınızdan veya vekil sunucunuzdan sorumlu kişi bu sunucuya WebSockets izni vermelidir.',
    'too-many-checks': 'Buradan çok sık denetlendi. Bir dakika sonra yeniden deneyin.',
    'camera-denied':
      'Tarayıcının kameranızı kullanmasına izin verilmedi. Adres çubuğundaki kamera simgesiyle izin verip yeniden denetleyin.',
    'camera-missing': 'Kamera bulunamadı. Bir kamera bağlayıp yeniden denetleyin.',
    'camera-in-use': 'Kameranızı başka bir program kullanıyor. Orada kapatıp yeniden denetleyin.',
    'camera-failed': 'Kamera başlamadı. Yeniden bağlayın veya tarayıcıyı yeniden başlatın.',
    'camera-black': 'Kamera yalnızca siyah gösteriyor. Kapağını açın veya başka bir kamera seçin.',
    'microphone-denied':
      'Tarayıcının mikrofonunuzu kullanmasına izin verilmedi. Adres çubuğundaki simgeyle izin verip yeniden denetleyin.',
    'microphone-missing': 'Mikrofon bulunamadı. Bir mikrofon bağlayıp yeniden denetleyin.',
    'microphone-in-use': 'Mikrofonunuzu başka bir program kullanıyor. Orada kapatıp yeniden denetleyin.',
    'microphone-failed': 'Mikrofon başlamadı. Yeniden bağlayın veya tarayıcıyı yeniden başlatın.',
    insecure: 'Tarayıcılar kamera ve mikrofonu yalnızca https kullanan sayfalara verir. Bu sayfayı https ile açın.',
    'policy-blocked':
      'Bu sayfayı çevreleyen sayfa kamera ve mikrofona izin vermiyor. Sahibinden allow="camera; microphone" isteyin.',
    'calls-unsupported':
      'Bu tarayıcı görüntülü görüşme yapamıyor. Güncel bir Chrome, Edge, Firefox veya Safari kullanın.',
    'stun-blocked':
      'STUN sunucusundan UDP ile hiçbir şey geri gelmiyor. UDP 3478 bağlantı noktasını dışarıya açtırın; yoksa görüşmeler için aktarma sunucusu gerekir.',
    'turn-udp-blocked':
      'Aktarma sunucusuna UDP ile ulaşılamıyor. TURN sunucusuna giden UDP 3478 bağlantı noktasını açtırın: görüntü en iyi böyle olur.',
    'turn-tcp-blocked':
      'Aktarma sunucusuna TCP ile ulaşılamıyor. TURN sunucusuna giden TCP 3478 bağlantı noktasını açtırın.',
    'turn-tls-blocked':
      'Aktarma sunucusuna TLS ile ulaşılamıyor. TURN sunucusuna giden TCP 443 bağlantı noktasını açtırın ve sertifikasının geçerli olduğunu denetleyin.',
    'turn-refused':
      'Aktarma sunucusu kimlik bilgilerini reddediyor. TURN sunucusunun gizli anahtarının ve saatinin Eyeline ile aynı olduğunu denetleyin.',
    'turn-full':
      'Aktarma sunucusu şu anda başkasını almıyor. TURN sunucusunun user-quota ve total-quota değerlerini yükseltin.',
    'turn-missing':
      'Aktarma sunucusu yok, bu yüzden kapalı ağlar arasındaki görüşmeler kurulamaz. Bir TURN sunucusu kurup iceServers içinde belirtin.',
    'bit-rate-low': 'Bağlantı yavaş: görüntü küçük olacak veya donacak. Wi-Fi noktasına yaklaşın veya kablo kullanın.',
    'bit-rate-unknown': 'Aktarma sunucusu zamanında hiçbir şey geçirmedi, hız bu yüzden bilinmiyor. Yeniden deneyin.',
    'name-unknown': 'Bu ad bilinmiyor. Yazılışını ve DNS kaydını denetleyin.',
    'port-closed':
      'Bu bağlantı noktasında yanıt veren yok. Sunucunun çalıştığını ve güvenlik duvarlarının geçirdiğini denetleyin.',
    'certificate-untrusted':
      'Tarayıcılar bu sertifikaya güvenmiyor. Bilinen bir kurumdan, tüm zinciriyle birlikte bir sertifika kullanın.',
    'certificate-other-name': 'Sertifika başka bir ad için. Adresteki ad için olan bir sertifika kullanın.',
    'certificate-expired': 'Sertifika şu anda geçerli değil. Yenileyin.',
    'certificate-expires': 'Sertifikanın süresi iki hafta içinde doluyor. Yenileyin.',
    'media-port-closed':
      'Medya sunucusuna TCP ile ulaşılamıyor. Bağlantı noktasını (sfu.port, varsayılan 44400) UDP için de açın ve sfu.announcedAddress değerini denetleyin.',
    'media-missing':
      'Medya sunucusu çalışmıyor, bu yüzden yalnızca tarayıcıdan tarayıcıya görüşmeler çalışır. Nedeni Eyeline günlüğünde yazar.',
    'took-too-long':
      'Bunu öğrenmek çok uzun sürdü. Yeniden deneyin; böyle kalırsa ağ çok yavaştır veya hiçbir şeyi geçirmiyordur.',
  },
} satisfies Partial<WidgetLanguage>;
