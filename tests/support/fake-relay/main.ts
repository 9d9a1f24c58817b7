import { parseArgs } from 'node:util'
import { startFakeRelay } from './relay'

const help = `Fake relay on 127.0.0.1, to try things by hand.

  npx tsx tests/support/fake-relay/main.ts --key sk-test [--key ...] [--model m]... [--port 0]
                                           [--prefix /relay] [--answer "pong from <model>"]
                                           [--fault '{"kind":"status","status":429}']
`

const { values } = parseArgs({
  options: {
    key: { type: 'string', multiple: true, default: ['sk-test'] },
    model: { type: 'string', multiple: true, default: ['test-model'] },
    port: { type: 'string', default: '0' },
    prefix: { type: 'string', default: '' },
    answer: { type: 'string', default: 'pong from <model>' },
    fault: { type: 'string' },
    help: { type: 'boolean', default: false },
  },
})

if (values.help) {
  process.stdout.write(help)
} else {
  const relay = await startFakeRelay({
    keys: values.key,
    models: values.model,
    port: Number(values.port),
    prefix: values.prefix,
    answer: values.answer,
  })
  if (values.fault !== undefined) relay.setFault(JSON.parse(values.fault))
  process.stdout.write(`${relay.url}\n`)
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    process.once(signal, () => void relay.close())
  }
}
