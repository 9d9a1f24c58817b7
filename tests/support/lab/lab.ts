import { X509Certificate } from 'node:crypto'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:http'
import { tmpdir } from 'node:os'
import path from 'node:path'
import {
  clearHttp2Listener,
  type FakeRelay,
  type FakeRelayOptions,
  http2Listener,
  type RelayListener,
  startFakeRelay,
  tlsListener,
} from '../fake-relay/index'
import { type Authorities, makeAuthorities } from './authorities'
import { startBlackHole } from './black-hole'
import { startDropping, startFar, startRefused, startSilent } from './dead-ends'
import { startHttpProxy } from './http-proxy'
import { openServer, urlOf } from './open-server'
import { startSocksProxy } from './socks-proxy'
import { tlsOptionsFor } from './tls-cases'
import type { Closable, Lab, LabRelayOptions, TlsKind } from './types'

const ordinary: FakeRelayOptions = {
  keys: ['sk-good'],
  models: { openai: ['gpt-x'], anthropic: ['claude-x'], gemini: ['gemini-x'] },
  gapMs: 0,
}

/** A lab with nothing started yet. Keys and certificates are made when they are first needed, anew for every lab. */
export function startLab(): Lab {
  const open: Closable[] = []
  let made: Authorities | null = null
  let folder: string | null = null

  const authorities = () => {
    made ??= makeAuthorities()
    return made
  }
  const keep = async <T extends Closable>(starting: Promise<T>): Promise<T> => {
    const started = await starting
    open.push(started)
    return started
  }
  const relay = (options: LabRelayOptions = {}, listener?: RelayListener): Promise<FakeRelay> =>
    keep(startFakeRelay({ ...ordinary, ...(listener ? { listener } : {}), ...options }))
  const tlsRelay = async (kind: TlsKind, options?: LabRelayOptions) => {
    const issuerUrl = kind === 'missing-intermediate' ? await serveIntermediate() : undefined
    return relay(options, tlsListener(tlsOptionsFor(kind, { ...authorities(), issuerUrl })))
  }
  const serveIntermediate = async () => {
    const { raw } = new X509Certificate(authorities().intermediate.certPem)
    const server = createServer((_message, response) => void response.setHeader('content-type', 'application/pkix-cert').end(raw))
    return `${urlOf('http', (await keep(openServer(server))).port)}/intermediate.cer`
  }

  return {
    relay: (options) => relay(options),
    tlsRelay,
    http2Relay: (over, options) =>
      relay(options, over === 'tls' ? http2Listener(tlsOptionsFor('good', authorities())) : clearHttp2Listener),
    httpProxy: (options = {}) => keep(startHttpProxy(options, authorities)),
    socksProxy: (options = {}) => keep(startSocksProxy(options)),
    refused: () => keep(startRefused()),
    blackHole: () => keep(startBlackHole()),
    silent: () => keep(startSilent()),
    dropping: (options) => keep(startDropping(options)),
    far: (port, ms) => keep(startFar(port, ms)),
    caPem: () => authorities().root.certPem,
    caFile() {
      folder ??= mkdtempSync(path.join(tmpdir(), 'switchyard-lab-'))
      const file = path.join(folder, 'ca.pem')
      writeFileSync(file, authorities().root.certPem)
      return file
    },
    interceptorPem: () => authorities().interceptorRoot.certPem,
    async close() {
      await Promise.all(open.splice(0).map((one) => one.close()))
      if (folder !== null) rmSync(folder, { recursive: true, force: true })
      folder = null
    },
  }
}
