import { type ClientHttp2Session, connect } from 'node:http2'
import { expect, test } from 'vitest'
import { labForTest } from '../support/lab'
import { ask, chatHeaders, codeOf, modelsPath, say } from './client'

function ask2(session: ClientHttp2Session, body?: string): Promise<{ readonly status: number; readonly body: string }> {
  return new Promise((resolve, reject) => {
    const method = body === undefined ? 'GET' : 'POST'
    const stream = session.request({ ':path': body === undefined ? modelsPath : '/v1/chat/completions', ':method': method, ...chatHeaders })
    let status = 0
    let text = ''
    stream.on('response', (headers) => {
      status = Number(headers[':status'])
    })
    stream.setEncoding('utf8')
    stream.on('data', (part: string) => {
      text += part
    })
    stream.on('error', reject)
    stream.on('end', () => resolve({ status, body: text }))
    stream.end(body)
  })
}

test.each(['tls', 'clear'] as const)('%s: answers over HTTP/2, with its faults', async (over) => {
  const lab = labForTest()
  const relay = await lab.http2Relay(over)
  const session = connect(relay.url, { ca: lab.caPem() })
  try {
    expect(await ask2(session)).toMatchObject({ status: 200, body: expect.stringContaining('gpt-x') })
    const body = JSON.stringify({ model: 'gpt-x', messages: [], stream: true })
    expect(await ask2(session, body)).toMatchObject({ status: 200, body: expect.stringContaining('[DONE]') })
    expect(relay.requests[0]).toMatchObject({ path: modelsPath, credential: { key: 'sk-good' } })
    relay.setFault({ kind: 'status', status: 503 })
    expect(await ask2(session)).toMatchObject({ status: 503 })
    relay.setFault({ kind: 'reset', at: 'in-body' })
    expect(await codeOf(ask2(session, body))).toBe('ERR_HTTP2_STREAM_ERROR')
  } finally {
    session.destroy()
  }
})

test('tls: a client of HTTP/1.1 gets no answer from the relay', async () => {
  const lab = labForTest()
  const relay = await lab.http2Relay('tls')
  const offering = ask(relay.url + modelsPath, { ca: lab.caPem(), ALPNProtocols: ['http/1.1'] })
  await expect(offering).rejects.toMatchObject({ code: 'EPROTO', message: expect.stringContaining('no application protocol') })
  const silent = await ask(relay.url + modelsPath, { ca: lab.caPem() })
  expect([silent.status, silent.body.toString()]).toEqual([403, expect.stringContaining('Missing ALPN Protocol')])
  expect(relay.requests).toHaveLength(0)
})

test('clear: a client of HTTP/1.1 gets no answer from the relay', async () => {
  const relay = await labForTest().http2Relay('clear')
  const { said, end } = await say(relay.port, `GET ${modelsPath} HTTP/1.1\r\nHost: x\r\n\r\n`)
  expect([said.includes('HTTP/1.1 200'), end]).toEqual([false, 'fin'])
  expect(relay.requests).toHaveLength(0)
})
