import { join } from 'node:path'
import { expect } from 'vitest'
import type { FakeRelay, RecordedRequest } from '../support/fake-relay'
import { snapshot, type TempHome } from './temp-home'
import type { RealTool } from './tools'

export interface Side {
  readonly name: string
  readonly key: string
  readonly keyVariable: string
  readonly model: string
  readonly answer: string
}

/** Asserts that a relay got the prompt on the right path, for the right model, with its key alone. */
export function expectAsked(relay: FakeRelay, tool: RealTool, side: Side): void {
  const credentials = [{ kind: tool.keyKind, key: side.key }]
  const prompts = relay.requests.filter(({ method }) => method === 'POST')
  expect(prompts.length).toBeGreaterThan(0)
  const prefix = new URL(relay.url).pathname.replace(/\/$/, '')
  for (const request of prompts) {
    const { path, model, status } = request
    expect({ path, model, status, credentials: request.credentials }).toEqual({
      path: `${prefix}${tool.path(side.model)}`,
      model: side.model,
      status: 200,
      credentials,
    })
  }
  expectNoOtherKey(relay.requests, side.key)
}

function expectNoOtherKey(requests: readonly RecordedRequest[], key: string): void {
  const others = requests.flatMap(({ credentials }) => credentials.filter((credential) => credential.key !== key))
  expect(others).toEqual([])
}

/** Asserts that the tool's files are what they were before Switchyard, and that nothing of ours is left. */
export function expectRestored(tool: RealTool, place: TempHome, before: ReadonlyMap<string, Buffer>, traces: readonly string[]): void {
  const after = snapshot(place.home)
  for (const path of tool.files.map((file) => join(file))) {
    const [then, now] = [before.get(path)?.toString(), after.get(path)?.toString()]
    if (!tool.rewrittenByTool.includes(path)) expect({ path, text: now }).toEqual({ path, text: then })
    else expectOwnStateKept(then ?? '{}', now ?? '{}')
  }
  for (const [path, bytes] of after) {
    const found = traces.filter((trace) => bytes.includes(trace))
    expect({ path, found }).toEqual({ path, found: [] })
    expect(path).not.toMatch(/switchyard/i)
  }
}

/** A file that the tool rewrites in every run: the user's values stand, and our onboarding flag is gone. */
function expectOwnStateKept(then: string, now: string): void {
  const [before, after] = [JSON.parse(then), JSON.parse(now)]
  const { numStartups: _counted, ...kept } = before
  expect(after).toMatchObject(kept)
  expect(after.hasCompletedOnboarding).toEqual(before.hasCompletedOnboarding)
}
