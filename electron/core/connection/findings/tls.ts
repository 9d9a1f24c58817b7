import type { ProbeFinding } from '../../../../shared/model/probe'
import { type LocalText, text } from '../../../../shared/model/text'
import { finding } from './finding'

const clockCure = text(
  'Set the date and time of this machine (best: automatically), then try again.',
  '请校准本机的日期和时间（建议设为自动），然后重试。',
)
const day = (date: Date): string => date.toISOString().slice(0, 10)
const make = (code: string, cause: LocalText, cure: LocalText, evidence?: string): ProbeFinding =>
  finding('tls', code, cause, cure, { guide: 13, evidence })

/** The words for every trouble of a certificate or handshake. None of them ever offers to switch the check off. */
export const tlsFindings = {
  clock: (ours: Date, theirs: Date, evidence: string) =>
    make(
      'clock-wrong',
      text(
        `This machine's clock says ${stamp(ours)}, the server's ${stamp(theirs)}. So a good certificate looks invalid.`,
        `本机时间是 ${stamp(ours)}，服务器时间是 ${stamp(theirs)}，因此有效的证书被判为无效。`,
      ),
      clockCure,
      evidence,
    ),
  expired: (host: string, until: Date, evidence: string) =>
    make(
      'cert-expired',
      text(`The certificate of ${host} expired on ${day(until)}.`, `${host} 的证书已于 ${day(until)} 过期。`),
      text(
        'Tell the relay: only it can renew the certificate. Until then use another address of it.',
        '请联系中转站续期证书（只有它能处理），在此之前可改用它的其他地址。',
      ),
      evidence,
    ),
  notYet: (host: string, from: Date, evidence: string) =>
    make(
      'cert-not-yet',
      text(`The certificate of ${host} is valid only from ${day(from)} on.`, `${host} 的证书从 ${day(from)} 起才生效。`),
      text("Check this machine's date first. If it is right, tell the relay.", '请先检查本机日期；如果没错，请联系中转站。'),
      evidence,
    ),
  wrongHost: (host: string, names: readonly string[], evidence: string) =>
    make(
      'cert-wrong-host',
      text(
        `The certificate is not for ${host} but for ${names.slice(0, 4).join(', ') || 'no host'}.`,
        `证书不属于 ${host}，而属于 ${names.slice(0, 4).join('、') || '（无主机名）'}。`,
      ),
      text(
        "Use one of these names in the URL, if it is the relay's. Else somebody stands between you and the relay.",
        '如果这些域名属于中转站，请在 URL 中使用其中之一；否则可能有人在中间拦截。',
      ),
      evidence,
    ),
  selfSigned: (host: string, trust: LocalText, evidence: string) =>
    make(
      'cert-self-signed',
      text(`${host} signed its certificate itself, so nobody vouches for it.`, `${host} 使用自签名证书，没有任何机构为它担保。`),
      text(
        `Only if you run this relay yourself: ${trust.en} Else do not send your key there.`,
        `仅当这是您自己的中转站时：${trust.zh}否则请不要把密钥发给它。`,
      ),
      evidence,
    ),
  unknownCa: (issuer: string, trust: LocalText, evidence: string) =>
    make(
      'cert-unknown-ca',
      text(`The certificate is signed by "${issuer}", which this machine does not know.`, `证书由“${issuer}”签发，本机不认识该机构。`),
      text(
        `If it is your company's or your own, get its certificate as a PEM file. ${trust.en}`,
        `如果它属于您的公司或您自己，请取得其 PEM 证书文件。${trust.zh}`,
      ),
      evidence,
    ),
  interception: (issuer: string, trust: LocalText, evidence: string) =>
    make(
      'cert-interception',
      text(
        `Not the relay but "${issuer}" answers: your company's network or security software reads the traffic.`,
        `应答的不是中转站而是“${issuer}”：公司网络或安全软件正在检查流量。`,
      ),
      text(
        `If you accept that, get its certificate from your IT as a PEM file. ${trust.en} Else leave the relay out of the inspection.`,
        `如果您接受检查，请向 IT 部门索取其 PEM 证书文件。${trust.zh}否则请把中转站排除在检查之外。`,
      ),
      evidence,
    ),
  missingIntermediate: (issuer: string, trust: LocalText, evidence: string) =>
    make(
      'cert-missing-intermediate',
      text(
        `The relay does not send the certificate "${issuer}" that links it to a known authority.`,
        `中转站没有发送中间证书“${issuer}”，因此无法连到受信任的机构。`,
      ),
      text(
        `Tell the relay: its certificate chain is not complete (browsers hide that). Until then: save that certificate as a PEM file. ${trust.en}`,
        `请告诉中转站：证书链不完整（浏览器会掩盖这个问题）。在此之前可把该证书存为 PEM 文件。${trust.zh}`,
      ),
      evidence,
    ),
  toolOnly: (label: string, issuer: string, trust: LocalText, evidence: string) =>
    make(
      'cert-tool-ca',
      text(
        `This machine trusts "${issuer}", but ${label} does not use the machine's certificates.`,
        `本机信任“${issuer}”，但 ${label} 不使用系统证书。`,
      ),
      trust,
      evidence,
    ),
  plainHttp: (evidence: string) =>
    make(
      'tls-plain-http',
      text('The server speaks plain http at this port, not https.', '该端口上的服务使用 http，而不是 https。'),
      text(
        'Correct the port in the URL. Use http:// only for a relay on this machine.',
        '请改正 URL 里的端口；http:// 只适合本机的中转站。',
      ),
      evidence,
    ),
  old: (evidence: string) =>
    make(
      'tls-version',
      text('The server offers only TLS versions that are no longer safe.', '服务器只支持已不安全的旧版 TLS。'),
      text('Tell the relay to offer TLS 1.2 or 1.3.', '请让中转站启用 TLS 1.2 或 1.3。'),
      evidence,
    ),
  http2Only: (evidence: string) =>
    make(
      'http2-only',
      text(
        'The server speaks HTTP/2 only. Claude Code and Gemini CLI ask with HTTP/1.1.',
        '服务器只支持 HTTP/2，而 Claude Code 和 Gemini CLI 使用 HTTP/1.1。',
      ),
      text('Tell the relay to allow HTTP/1.1 as well.', '请让中转站同时开启 HTTP/1.1。'),
      evidence,
    ),
  broken: (host: string, evidence: string) =>
    make(
      'tls-broken',
      text(`The connection broke off while it was being secured (${evidence}).`, `建立加密连接时被中断（${evidence}）。`),
      text(
        `Try another network or a proxy: a firewall that blocks ${host} does this.`,
        `请换一个网络或使用代理：防火墙屏蔽 ${host} 时就会这样。`,
      ),
      evidence,
    ),
  other: (evidence: string) =>
    make(
      'tls-other',
      text(`The connection could not be secured: ${evidence}.`, `无法建立加密连接：${evidence}。`),
      text(
        'Update your CA certificates and check the clock. If that does not help, show this code to the relay.',
        '请更新 CA 证书并检查系统时间；如仍无效，请把此代码提供给中转站。',
      ),
      evidence,
    ),
} as const

const stamp = (date: Date): string => `${date.toISOString().slice(0, 16).replace('T', ' ')} UTC`

/** A file of certificates that a variable names and that cannot be read: the tool goes on without it. */
export const trustFileUnreadable = (variable: string, file: string): ProbeFinding =>
  make(
    'ca-file',
    text(`${variable} names ${file}, which holds no readable certificate.`, `${variable} 指向的 ${file} 不是可读取的证书文件。`),
    text(
      'Correct the path, or remove the variable. The file must be PEM ("BEGIN CERTIFICATE").',
      '请改正路径或删除该变量；文件必须是 PEM 格式（“BEGIN CERTIFICATE”）。',
    ),
  )

/** The check is switched off in the terminal: a warning, never a cure. */
export const checkSwitchedOff = (): ProbeFinding =>
  make(
    'tls-check-off',
    text(
      'NODE_TLS_REJECT_UNAUTHORIZED=0 is set: whoever stands between you and the relay can read your key.',
      '已设置 NODE_TLS_REJECT_UNAUTHORIZED=0：中间人可以读取您的密钥。',
    ),
    text('Remove that variable and open a new terminal.', '请删除该变量并重新打开终端。'),
  )
