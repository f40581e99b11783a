import { figures } from '../../sentences/locale.ts';
import type { WidgetLanguage } from '../../sentences/use-language.ts';

/** Whether a call would work. */
export const doctor = {
  doctor: {
    title: 'ここでビデオ通話を利用できますか？',
    intro: '数秒で終わります。ブラウザーがカメラとマイクの許可を求めることがあります。録画や送信は行いません。',
    start: '今すぐ確認',
    again: 'もう一度確認',
    stop: '中止',
    checking: '確認中',
    copy: 'レポートをコピー',
    copied: 'レポートをコピーしました。',
    notCopied: 'ブラウザーがコピーを許可しませんでした。代わりにダウンロードしてください。',
    download: 'レポートをダウンロード',
    reportFile: 'eyeline-doctor.json',
    checks: '確認した項目',
    toDo: '対処方法',
    good: 'ここでビデオ通話を利用できます。',
    impaired: 'ここでビデオ通話を利用できますが、下記の点にご注意ください。',
    none: 'ここではまだビデオ通話を利用できません。',
    camera: 'カメラ',
    microphone: 'マイク',
    signalling: 'サーバーへの接続',
    stun: '相手への経路',
    turnUdp: 'UDPによる中継',
    turnTcp: 'TCPによる中継',
    turnTls: 'TLSによる中継（Webと同じ）',
    bitRate: '速度',
    certificate: '証明書',
    mediaServer: 'メディアサーバー',
    idle: '未確認',
    running: '確認中',
    skipped: 'ここでは未設定',
    success: '正常',
    failed: '利用不可',
    attention: '利用可、下記を参照',
    kbps: (kbps: number) =>
      kbps < 1000 ? `${figures(kbps)} kbit/s` : `${figures(Math.round(kbps / 100) / 10)} Mbit/s`,
    picture: (width: number, height: number) => `${width} × ${height}`,
  },
  doctorFaults: {
    'server-unreachable': 'サーバーに接続できません。インターネット接続を確認して、もう一度お試しください。',
    'socket-blocked':
      'ページは届きますが、そこでのやり取りが届きません。ネットワークまたはプロキシの管理者に、このサーバーへのWebSocketの許可を依頼してください。',
    'too-many-checks': 'ここからの確認の回数が多すぎます。1分後にもう一度お試しください。',
    'camera-denied':
      'ブラウザーがカメラの使用を許可されていません。アドレスバーのカメラのアイコンから許可して、もう一度確認してください。',
    'camera-missing': 'カメラが見つかりません。カメラを接続して、もう一度確認してください。',
    'camera-in-use': '別のプログラムがカメラを使用しています。そちらを閉じて、もう一度確認してください。',
    'camera-failed': 'カメラが起動しませんでした。接続し直すか、ブラウザーを再起動してください。',
    'camera-black': 'カメラの映像が真っ黒です。カバーを開けるか、別のカメラを選択してください。',
    'microphone-denied':
      'ブラウザーがマイクの使用を許可されていません。アドレスバーのアイコンから許可して、もう一度確認してください。',
    'microphone-missing': 'マイクが見つかりません。マイクを接続して、もう一度確認してください。',
    'microphone-in-use': '別のプログラムがマイクを使用しています。そちらを閉じて、もう一度確認してください。',
    'microphone-failed': 'マイクが起動しませんでした。接続し直すか、ブラウザーを再起動してください。',
    insecure: 'ブラウザーがカメラとマイクを使えるのはhttpsのページだけです。このページをhttpsで開いてください。',
    'policy-blocked':
      'このページを含むページが、カメラとマイクを許可していません。管理者にallow="camera; microphone"の追加を依頼してください。',
    'calls-unsupported':
      'このブラウザーはビデオ通話に対応していません。最新のChrome、Edge、Firefox、Safariをご利用ください。',
    'stun-blocked':
      'STUNサーバーからUDPの応答がありません。外向きのUDP 3478の開放を依頼してください。開放しない場合、通話には中継が必要です。',
    'turn-udp-blocked':
      '中継サーバーにUDPで接続できません。TURNサーバーへのUDP 3478の開放を依頼してください。映像が最もよくなります。',
    'turn-tcp-blocked': '中継サーバーにTCPで接続できません。TURNサーバーへのTCP 3478の開放を依頼してください。',
    'turn-tls-blocked':
      '中継サーバーにTLSで接続できません。TURNサーバーへのTCP 443の開放を依頼し、証明書が有効か確認してください。',
    'turn-refused':
      '中継サーバーが認証情報を拒否しました。TURNサーバーの共有シークレットと時刻がEyelineと一致しているか確認してください。',
    'turn-full':
      '中継サーバーの受け入れが上限に達しています。TURNサーバーのuser-quotaとtotal-quotaを増やしてください。',
    'turn-missing':
      '中継サーバーがないため、閉じたネットワーク間の通話はつながりません。TURNサーバーを用意し、iceServersに設定してください。',
    'bit-rate-low': '接続が遅いため、映像が小さくなったり止まったりします。Wi-Fiに近づくか、有線で接続してください。',
    'bit-rate-unknown': '中継サーバーが時間内にデータを通さなかったため、速度は不明です。もう一度お試しください。',
    'name-unknown': '名前が見つかりません。つづりとDNSの登録を確認してください。',
    'port-closed':
      'このポートから応答がありません。サーバーが動作していること、ファイアウォールが通信を許可していることを確認してください。',
    'certificate-untrusted':
      'ブラウザーはこの証明書を信頼しません。広く信頼されている認証局の証明書を、完全なチェーンで使用してください。',
    'certificate-other-name': '証明書の名前が異なります。アドレスの名前に合った証明書を使用してください。',
    'certificate-expired': '証明書は現在有効ではありません。更新してください。',
    'certificate-expires': '証明書は2週間以内に期限切れになります。更新してください。',
    'media-port-closed':
      'メディアサーバーにTCPで接続できません。ポート（sfu.port、既定値44400）をUDPも含めて開放し、sfu.announcedAddressを確認してください。',
    'media-missing':
      'メディアサーバーが動作していないため、ブラウザー間の直接通話だけが可能です。理由はEyelineのログに記録されています。',
    'took-too-long':
      '確認に時間がかかりすぎました。もう一度お試しください。改善しない場合は、ネットワークが非常に遅いか、通信が遮断されています。',
  },
} satisfies Partial<WidgetLanguage>;
