import path from 'node:path'
import { stripVTControlCharacters } from 'node:util'

/** A test that failed: where it is, its name, and how its error begins. */
export interface Failure {
  readonly test: string
  readonly error: string
}

/** The parts that are read of Vitest's JSON report: https://vitest.dev/guide/reporters#json-reporter */
export interface VitestReport {
  readonly testResults: readonly {
    readonly name: string
    readonly status: string
    readonly message: string
    readonly assertionResults: readonly {
      readonly fullName: string
      readonly status: string
      readonly failureMessages: readonly string[]
    }[]
  }[]
}

interface PlaywrightSuite {
  readonly suites?: readonly PlaywrightSuite[]
  readonly specs: readonly {
    readonly title: string
    readonly file: string
    readonly line: number
    readonly ok: boolean
    readonly tests: readonly { readonly results: readonly { readonly error?: { readonly message?: string } }[] }[]
  }[]
}

/** The parts that are read of Playwright's JSON report: https://playwright.dev/docs/test-reporters#json-reporter */
export interface PlaywrightReport {
  readonly suites: readonly PlaywrightSuite[]
  readonly errors: readonly { readonly message?: string }[]
}

const SHOWN_LINES = 12

const beginning = (message: string | undefined): string =>
  stripVTControlCharacters(message ?? 'no message')
    .split('\n')
    .slice(0, SHOWN_LINES)
    .join('\n')

/** The tests that failed, and the files that could not be loaded. */
export function vitestFailures({ testResults }: VitestReport): Failure[] {
  return testResults.flatMap(({ name, status, message, assertionResults }) => {
    const failed = assertionResults.filter((test) => test.status === 'failed')
    const file = path.relative(process.cwd(), name)
    if (status === 'failed' && failed.length === 0) return [{ test: file, error: beginning(message) }]
    return failed.map(({ fullName, failureMessages }) => ({ test: `${file} › ${fullName}`, error: beginning(failureMessages[0]) }))
  })
}

const ofSuite = ({ suites = [], specs }: PlaywrightSuite): Failure[] => [
  ...specs
    .filter(({ ok }) => !ok)
    .map(({ title, file, line, tests }) => {
      const error = tests.flatMap(({ results }) => results).find((result) => result.error !== undefined)?.error
      return { test: `${file}:${line} › ${title}`, error: beginning(error?.message) }
    }),
  ...suites.flatMap(ofSuite),
]

/** The tests that failed, and what went wrong outside of any test. */
export const playwrightFailures = ({ suites, errors }: PlaywrightReport): Failure[] => [
  ...suites.flatMap(ofSuite),
  ...errors.map(({ message }) => ({ test: 'outside of a test', error: beginning(message) })),
]
