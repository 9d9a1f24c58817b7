import type { ProbeFinding } from '../../../../shared/model/probe'
import type { LocalText } from '../../../../shared/model/text'
import { tlsFindings as say } from '../findings/tls'
import type { Certificate } from './secure'

/** What was seen on a connection made only to look at its certificate. */
export interface Seen {
  readonly chain: readonly Certificate[]
  /** The server's own clock, from its Date header. */
  readonly serverTime?: Date
  /** Something else on this machine trusts the certificate, just not this tool. */
  readonly trustedElsewhere: boolean
  /** Organisations of the authorities that are trusted. */
  readonly knownOrganisations: ReadonlySet<string>
}

export interface TlsQuestion {
  readonly code: string
  readonly host: string
  readonly label: string
  /** Where this tool takes a further certificate. */
  readonly trust: LocalText
  readonly now: Date
  readonly seen?: Seen
}

/** Clocks that differ by less are as good as the same. */
const CLOCK = 5 * 60_000

/** Names under which company gateways, security software and debugging proxies sign. */
const interceptors =
  /zscaler|netskope|fortinet|fortigate|palo ?alto|blue ?coat|symantec web|forcepoint|websense|check ?point|sophos|barracuda|mcafee|trellix|cisco (?:umbrella|secure|fire)|umbrella|cloudflare gateway|gateway ca|kaspersky|eset ssl|avast|avg (?:web|tech)|bitdefender|norton|dr\.?web|360|qax|奇安信|sangfor|深信服|huorong|火绒|mitmproxy|charles proxy|fiddler|proxyman|burp|portswigger|surge|untangle|squid|\b(?:proxy|inspection|intercept\w*|firewall|dpi|web filter)\b/i

/** What a failed handshake means. Pure. */
export function diagnoseTls(question: TlsQuestion): ProbeFinding {
  const { code, host } = question
  if (/WRONG_VERSION_NUMBER|HTTP_REQUEST|PACKET_LENGTH_TOO_LONG|^EPROTO$/.test(code)) return say.plainHttp(code)
  if (/ALERT_PROTOCOL_VERSION|UNSUPPORTED_PROTOCOL|VERSION_TOO_LOW|NO_PROTOCOLS_AVAILABLE/.test(code)) return say.old(code)
  if (/NO_APPLICATION_PROTOCOL/.test(code)) return say.http2Only(code)
  if (/^(?:ECONNRESET|EPIPE|ECONNABORTED|TLS_TIMEOUT|ETIMEDOUT)$|UNEXPECTED_EOF/.test(code)) return say.broken(host, code)
  const { seen } = question
  const leaf = seen?.chain[0]
  return seen === undefined || leaf === undefined ? say.other(code) : fromCertificate(question, seen, leaf)
}

function fromCertificate({ code, host, label, trust, now }: TlsQuestion, seen: Seen, leaf: Certificate): ProbeFinding {
  const last = seen.chain.at(-1) ?? leaf
  const signer = last.issuer
  const evidence = `${code}: ${seen.chain.map(({ subject }) => subject).join(' ← ')} ← ${signer}`
  const server = seen.serverTime
  const isOff = server !== undefined && Math.abs(server.getTime() - now.getTime()) > CLOCK
  if (code === 'CERT_HAS_EXPIRED') {
    const old = seen.chain.find(({ validTo }) => validTo < now) ?? leaf
    return isOff && server < old.validTo ? say.clock(now, server, evidence) : say.expired(host, old.validTo, evidence)
  }
  if (code === 'CERT_NOT_YET_VALID') {
    const young = seen.chain.find(({ validFrom }) => validFrom > now) ?? leaf
    return isOff && server > young.validFrom ? say.clock(now, server, evidence) : say.notYet(host, young.validFrom, evidence)
  }
  if (code === 'ERR_TLS_CERT_ALTNAME_INVALID') return say.wrongHost(host, leaf.names, evidence)
  if (seen.trustedElsewhere) return say.toolOnly(label, signer, trust, evidence)
  if (interceptors.test(`${signer} ${last.issuerOrganisation ?? ''} ${leaf.issuer} ${leaf.issuerOrganisation ?? ''}`))
    return say.interception(signer, trust, evidence)
  if (code === 'DEPTH_ZERO_SELF_SIGNED_CERT' || (seen.chain.length === 1 && leaf.selfSigned)) return say.selfSigned(host, trust, evidence)
  const known = last.issuerOrganisation !== undefined && seen.knownOrganisations.has(last.issuerOrganisation)
  const open = !last.selfSigned && /UNABLE_TO_(?:VERIFY_LEAF_SIGNATURE|GET_ISSUER_CERT)/.test(code)
  if (open && (known || last.namesIssuerFile)) return say.missingIntermediate(signer, trust, evidence)
  return /ISSUER|SELF_SIGNED|VERIFY_LEAF|UNTRUSTED|CERT_/.test(code) ? say.unknownCa(signer, trust, evidence) : say.other(evidence)
}
