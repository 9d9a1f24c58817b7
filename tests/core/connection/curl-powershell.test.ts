import { execFile, spawn } from 'node:child_process'
import { promisify } from 'node:util'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { curlCommand } from '../../../electron/core/connection/curl'
import { accessScript } from '../../../electron/core/doctor/facts/windows-access'
import { envLines } from '../../../electron/core/env-lines'
import { powershellWord } from '../../../electron/core/powershell-word'
import type { CurlShell, CurlStep } from '../../../shared/model/probe'
import { labForTest } from '../../support/lab/index'
import { literalOf, type Pipeline, passedBy51, powerShell } from '../../support/powershell'
import { KEY, planFor, tools } from './probing'

const shell = await powerShell()
const steps = ['models', 'answer', 'stream', 'timing'] as const

/** Signs that some shell, some PowerShell or curl itself takes for more than themselves. */
const hostile = fc.string({
  unit: fc.constantFrom(...'\'"`$()@{}[]|&;<>#%\\^!, \n\r\tab=…‘’‚‛“”„–é密🔑'),
  maxLength: 24,
})
/** What the app takes for a key: every printable sign but blanks. */
const keys = fc.string({ unit: fc.constantFrom(...'\'"`$()@{}[]|&;<>#%\\^!,ab='), minLength: 1, maxLength: 24 })

/** Starts what PowerShell would start, with the line end that it adds to what it pipes; the Windows-only names have those of this system. */
const start = ({ input, args }: Pipeline): Promise<string> =>
  new Promise((resolve, reject) => {
    const child = spawn(
      'curl',
      args.map((word) => (word === 'NUL' ? '/dev/null' : word)),
    )
    let out = ''
    child.stdout.on('data', (data) => {
      out += data
    })
    child.on('error', reject)
    child.on('close', () => resolve(out))
    child.stdin.end(input === undefined ? '' : `${input}\r\n`)
  })

describe('a word between quotes', () => {
  it('is one literal of PowerShell with the very text, whatever it holds', () => {
    fc.assert(
      fc.property(hostile, hostile, (one, two) => {
        const { args } = shell.pipeline(`x ${powershellWord(one)} -H ${powershellWord(two)}`)
        expect(args).toEqual([one, '-H', two])
      }),
      { numRuns: 500 },
    )
  })
  it('is told from words that are more than a literal', () => {
    for (const text of ["x 'a'; y 'b'", "x 'a' | y 'b' | z 'c'", 'x "a"', 'x $a', "x 'a' $(b)", "x 'a", "x @('a')", "x 'a' > b"])
      expect(() => shell.pipeline(text), text).toThrow()
    for (const word of ["'it's'", "'it’s'", "'a", '"a"']) expect(() => literalOf(word), word).toThrow()
  })
  it('sets a variable to the very value', () => {
    fc.assert(
      fc.property(hostile, (value) => {
        const line = envLines('powershell', { NAME: value })
        expect(shell.accepts(line)).toBe(true)
        expect(literalOf(line.slice('$env:NAME = '.length, -1))).toBe(value)
      }),
      { numRuns: 200 },
    )
  })
})

describe('a command for PowerShell', () => {
  const written = (key: string, model: string, step: CurlStep, tool: (typeof tools)[number]) => {
    const plan = { ...planFor('https://relay.test/a%20b', { tool, target: { key, models: { main: model } } }) }
    return { plan, ...shell.pipeline(curlCommand(plan, { step, shell: 'powershell', reveal: true })) }
  }

  it('is curl.exe with arguments that 5.1 and 7 hand over alike, and ASCII by standard input', () => {
    fc.assert(
      fc.property(keys, hostile, fc.constantFrom(...steps), fc.constantFrom(...tools), (key, model, step, tool) => {
        const { program, args, input = '' } = written(key, model, step, tool)
        expect(program).toBe('curl.exe')
        expect(passedBy51(args)).toEqual(args)
        expect(input).toMatch(/^[\x20-\x7e\n]*$/)
        expect(`${args.join('\n')}\n${input.replace(/\\(.)/g, '$1')}`).toContain(key)
      }),
      { numRuns: 500 },
    )
  })

  it.each(tools)('makes the very request of the command for bash, at every step of a request of %s', async (tool) => {
    const model = 'it’s "密" 🔑 \\ $x'
    for (const key of [KEY, 'sk-"quoted"\\end\\']) {
      const relay = await labForTest().relay({ models: [model], keys: [key] })
      const plan = planFor(relay.url, { tool, target: { key, models: { main: model } } })
      for (const step of steps) {
        relay.clear()
        const command = (of: CurlShell) => curlCommand(plan, { step, shell: of, reveal: true })
        const answer = await start(shell.pipeline(command('powershell')))
        await promisify(execFile)('/bin/bash', ['-c', command('bash')])
        const [one, other, ...more] = relay.requests.map(
          ({ method, path, query, headers: { 'content-length': _, ...headers }, body, status }) => [
            method,
            path,
            query,
            headers,
            body,
            status,
          ],
        )
        expect(one?.at(-1), answer).toBe(200)
        expect(one).toEqual(other)
        expect(more).toEqual([])
        if (step === 'answer' || step === 'stream') expect(answer).toMatch(plan.wire.last)
      }
    }
  })

  it('shows a certificate and looks a name up', () => {
    const plan = planFor('https://relay.test')
    const of = (step: CurlStep) => shell.pipeline(curlCommand(plan, { step, shell: 'powershell', reveal: false }))
    expect(of('tls')).toEqual({ program: 'curl.exe', args: ['-v', '--http1.1', '-o', 'NUL', 'https://relay.test/'] })
    expect(of('dns')).toEqual({ program: 'Resolve-DnsName', args: ['relay.test'] })
  })
})

it('the script that asks Windows for access lists is PowerShell, whatever the paths', () => {
  fc.assert(
    fc.property(fc.array(hostile, { minLength: 1, maxLength: 3 }), (paths) => {
      expect(shell.accepts(accessScript(paths))).toBe(true)
    }),
  )
})
