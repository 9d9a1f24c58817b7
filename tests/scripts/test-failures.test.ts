import { describe, expect, it } from 'vitest'
import { playwrightFailures, vitestFailures } from '../../scripts/test-failures'

const RED = '\u001b[31m'
const long = Array.from({ length: 40 }, (_, line) => `line ${line}`).join('\n')

describe('what failed, for the last lines of a log', () => {
  it('of Vitest: every failed test with the beginning of its error, and a file that does not load', () => {
    const test = (fullName: string, status: string, ...failureMessages: string[]) => ({ fullName, status, failureMessages })
    const file = (name: string, status: string, message: string, assertionResults: ReturnType<typeof test>[]) => ({
      name: `${process.cwd()}/tests/${name}`,
      status,
      message,
      assertionResults,
    })
    const found = vitestFailures({
      testResults: [
        file('a.test.ts', 'failed', '', [test('adds', 'failed', `${RED}${long}`), test('holds', 'passed')]),
        file('b.test.ts', 'failed', 'Cannot find module', []),
        file('c.test.ts', 'passed', '', [test('holds', 'passed')]),
      ],
    })
    expect(found.map((failure) => failure.test)).toEqual(['tests/a.test.ts › adds', 'tests/b.test.ts'])
    expect(found[0]?.error).toMatch(/^line 0\n/)
    expect(found[0]?.error.split('\n').length).toBeLessThan(20)
    expect(found[1]?.error).toBe('Cannot find module')
  })

  it('of Playwright: in groups of groups too, and what went wrong outside of any test', () => {
    const spec = (title: string, ok: boolean, message?: string) => ({
      title,
      file: 'web/a.spec.ts',
      line: 7,
      ok,
      tests: [{ results: [{}, { error: { message } }] }],
    })
    const found = playwrightFailures({
      suites: [{ specs: [spec('holds', true)], suites: [{ specs: [spec('opens', false, `${RED}not visible`)] }] }],
      errors: [{ message: 'no browser' }],
    })
    expect(found).toEqual([
      { test: 'web/a.spec.ts:7 › opens', error: 'not visible' },
      { test: 'outside of a test', error: 'no browser' },
    ])
  })
})
