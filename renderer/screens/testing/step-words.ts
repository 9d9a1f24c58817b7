import type { TFunction } from 'i18next'
import type { ProbeStepId, ProbeTimings } from '../../../shared/model/probe'

/** A layer of the test, in one or two words. */
export function stepWords(step: ProbeStepId, t: TFunction): string {
  const words: Readonly<Record<ProbeStepId, string>> = {
    url: t('step.url'),
    proxy: t('step.proxy'),
    dns: t('step.dns'),
    tcp: t('step.tcp'),
    tls: t('step.tls'),
    http: t('step.http'),
    auth: t('step.auth'),
    models: t('step.models'),
    model: t('step.model'),
    answer: t('step.answer'),
    stream: t('step.stream'),
    compare: t('step.compare'),
  }
  return words[step]
}

export interface Phase {
  readonly id: 'proxy' | 'dns' | 'tcp' | 'tls' | 'firstByte' | 'rest'
  readonly label: string
  readonly ms: number
}

/** The phases of a request that took place, one after the other; `rest` is what the answer took after its first byte. */
export function phasesOf(timings: ProbeTimings, t: TFunction): readonly Phase[] {
  const { proxyMs = 0, dnsMs = 0, tcpMs = 0, tlsMs = 0, firstByteMs = 0, totalMs } = timings
  const rest = Math.max(0, totalMs - proxyMs - dnsMs - tcpMs - tlsMs - firstByteMs)
  const phases: readonly Phase[] = [
    { id: 'proxy', label: t('phase.proxy'), ms: proxyMs },
    { id: 'dns', label: t('phase.dns'), ms: dnsMs },
    { id: 'tcp', label: t('phase.tcp'), ms: tcpMs },
    { id: 'tls', label: t('phase.tls'), ms: tlsMs },
    { id: 'firstByte', label: t('phase.firstByte'), ms: firstByteMs },
    { id: 'rest', label: t('phase.rest'), ms: rest },
  ]
  return phases.filter(({ ms }) => ms > 0)
}
