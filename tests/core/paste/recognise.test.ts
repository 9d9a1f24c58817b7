import { describe, expect, it } from 'vitest'
import { recognise } from '../../../electron/core/paste/recognise'
import { recognisers } from '../../../electron/core/paste/recognisers'
import { adapters } from '../../../electron/core/tools/index'
import { LONGEST_PASTE } from '../../../shared/model/paste'
import { KEY, pasteSamples } from '../../support/paste-samples'

const idOf = (label: string | undefined) => recognisers.find((each) => each.label.en === label)?.id

describe('paste anything', () => {
  it.each(pasteSamples.map((sample) => [sample.title, sample] as const))('%s', (_, sample) => {
    const { found, key } = recognise(sample.text, adapters)
    expect({
      url: found.url ?? null,
      key: key ?? null,
      name: found.name,
      tools: [...found.tools].sort(),
      models: found.models,
      risks: found.risks.map(({ id }) => id).sort(),
      source: idOf(found.source?.en),
    }).toEqual({
      url: sample.url,
      key: sample.key === undefined ? KEY : sample.key,
      name: sample.name,
      tools: sample.tools ?? [],
      models: sample.models ?? {},
      risks: [...(sample.risks ?? [])].sort(),
      source: sample.source,
    })
    expect(JSON.stringify(found)).not.toContain(KEY)
  })

  it('asks for consent to what a link brings, and only shows a relay at home that the user typed', () => {
    const consents = (text: string) => recognise(text, adapters).found.risks.map(({ consent }) => consent)
    expect(consents(`http://192.168.1.20:8080 ${KEY}`)).toEqual([false, false])
    expect(consents(`http://relay.example.com ${KEY}`)).toEqual([true])
    expect(consents(`switchyard://v1/import?url=http://192.168.1.20&key=${KEY}`)).toEqual([true, true])
  })

  it('never takes a secret in a name, note or evidence for an answer', () => {
    const { found } = recognise(
      `ccswitch://v1/import?resource=provider&app=claude&endpoint=https://r.example&apiKey=${KEY}&usageApiKey=${KEY}`,
      adapters,
    )
    expect(JSON.stringify(found)).not.toContain(KEY)
  })

  it.each([
    ['a text that is too long', 'x'.repeat(LONGEST_PASTE + 1)],
    ['nothing', ''],
    ['words only', 'hello there, how are you'],
    ['broken base64', 'ccswitch://v1/import?resource=provider&app=claude&config=%%%'],
    ['broken percent signs', 'ccswitch://v1/import?%E0%A4%A&apiKey=%'],
    ['a deep document', `${'{"a":'.repeat(5000)}1${'}'.repeat(5000)}`],
    ['control signs', '\u0000\u0007\u202Eabc\u2066'],
    ['a prototype', '{"__proto__": {"apiKey": "sk-aaaaaaaaaaaaaaaa"}, "constructor": {"x": "y"}}'],
    ['a URL with a login', `https://api.openai.com@evil.example/ `],
    ['open quotes', `curl 'https://relay.example.com -H "x-api-key: `],
    ['many words', `${'key '.repeat(20_000)}`],
    ['many equals signs', '=a'.repeat(40_000)],
    ['many spaces', `[${' '.repeat(90_000)}`],
    ['many line ends', `[${'\n'.repeat(90_000)}`],
    ['one long word', 'a'.repeat(90_000)],
    ['many dots', 'a.'.repeat(45_000)],
    ['many dashes', `sk-${'-a'.repeat(45_000)}`],
    ['many quotes', `curl ${'"\''.repeat(40_000)}`],
    ['many braces', `{"a":${'['.repeat(90_000)}`],
    ['many assignments', 'A=b '.repeat(20_000)],
  ])('stands %s', (_, text) => {
    const began = performance.now()
    expect(() => recognise(text, adapters)).not.toThrow()
    // Far from what a machine under load needs; a pattern that runs away takes minutes.
    expect(performance.now() - began).toBeLessThan(5000)
  })

  it('says why a URL or key cannot be used', () => {
    const { found } = recognise('https://relay.example.com API key: sk-abc…1234', adapters)
    expect(found.problems.map(({ field }) => field)).toEqual(['key'])
  })
})
