import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { explain } from '../../electron/core/doctor/explain'
import type { BrokenCase } from './broken/case'
import { managedCases } from './broken/managed-cases'
import { canOwnEtc } from './broken/own-etc'
import { healthy, relayCases } from './broken/relay-cases'
import { requestCases } from './broken/request-cases'
import { closeOutside, type Setup, setUp } from './broken/setup'
import { toolCases } from './broken/tool-cases'
import { installTool } from './install'
import { realTools } from './tools'

afterAll(closeOutside)

/** The doctor's verdict against what the tool itself does with the same files, relay and variables. */
describe.each(realTools)('the doctor on $id $version', (tool) => {
  beforeAll(() => {
    installTool(tool)
  })

  test.concurrent.for([
    healthy(tool.id),
    ...relayCases(tool.id),
    ...toolCases[tool.id],
    ...managedCases[tool.id],
    ...requestCases[tool.id],
  ])('$name', async (one, { onTestFinished, skip }) => {
    if (one.options?.etc !== undefined && !canOwnEtc) skip('it needs Linux with namespaces')
    const setup = await setUp(tool, onTestFinished, one.options)
    await one.break?.(setup)
    await expectVerdict(one, setup)
    const output = await expectDeed(one, setup)
    if (one.explained !== undefined) {
      const checks = explain(output).filter((answer) => answer.tool === tool.id)[0]?.checks
      expect(checks ?? [], output.slice(-2_000)).toContain(one.explained)
    }
    await expectTrial(one, setup)
  })
})

async function expectVerdict({ finds, ok = [] }: BrokenCase, setup: Setup): Promise<void> {
  const findings = await setup.doctor()
  for (const [check, cause] of Object.entries(finds)) {
    const finding = findings.get(check)
    expect(finding, check).toMatchObject({
      severity: expect.stringMatching(/fail|warn/),
      cause: expect.stringMatching(cause),
      cure: expect.any(String),
    })
  }
  for (const check of ok) expect(findings.get(check), check).toMatchObject({ severity: 'ok' })
  const failed = [...findings.values()].filter(({ severity }) => severity === 'fail')
  if (Object.keys(finds).length === 0) expect(failed).toEqual([])
}

/** Runs the tool and compares. @returns what it printed */
async function expectDeed({ did, limit, interactive }: BrokenCase, setup: Setup): Promise<string> {
  const before = setup.relay.requests.length
  const { code, stdout, stderr } = await (interactive === true ? setup.open(limit ?? 10_000) : setup.run(limit))
  const output = `${stdout}\n${stderr}`
  const prompts = setup.relay.requests.slice(before).filter(({ method }) => method === 'POST')
  expect({ code, output }).toMatchObject({ ...(did.code === undefined ? {} : { code: did.code }), output: expect.stringMatching(did.says) })
  expect([...new Set(prompts.map(({ status }) => status))], output.slice(-2_000)).toEqual(did.statuses)
  did.asked?.(prompts, setup)
  return output
}

/** “Try it for real” runs the tool in a folder of its own; a tool that would go on for ever is ended as soon as it has said so. */
async function expectTrial({ tried }: BrokenCase, setup: Setup): Promise<void> {
  if (tried === undefined) return
  const finding = (await setup.doctor('--only', 'try-it')).get('try-it')
  if (tried.source === '^$') expect(finding).toMatchObject({ severity: 'ok' })
  else expect(finding).toMatchObject({ severity: 'fail', cause: expect.stringMatching(tried) })
}
