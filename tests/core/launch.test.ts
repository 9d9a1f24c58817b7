import { execFileSync } from 'node:child_process'
import { existsSync, readFileSync, statSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { KEY_A, relayInput } from '../support/relay-input'
import { tempHome } from '../support/temp-home'

async function withProfile() {
  const home = tempHome()
  const { id } = await home.core.api['profiles.add']({ profile: relayInput('Alpha') })
  return { home, id }
}

describe('a command that is run with a profile', () => {
  it('gets the variables of every tool and of the OpenAI SDK, and nothing on disk changes', async () => {
    const { home, id } = await withProfile()
    const before = home.tree()
    const launch = await home.core.launch(id, ['make', 'test'])
    expect(launch).toMatchObject({ command: 'make', args: ['test'] })
    expect(launch.env).toMatchObject({
      OPENAI_BASE_URL: 'https://alpha.example/v1',
      OPENAI_API_KEY: KEY_A,
      ANTHROPIC_BASE_URL: 'https://alpha.example',
      GOOGLE_GEMINI_BASE_URL: 'https://alpha.example',
    })
    launch.cleanup()
    expect(home.tree()).toEqual(before)
  })

  it('gets its settings in a private file when the tool takes them from nowhere else, for as long as it runs', async () => {
    const { home, id } = await withProfile()
    const launch = await home.core.launch(id, ['claude', '-p', 'hi'])
    const file = launch.args[launch.args.indexOf('--settings') + 1] ?? ''
    expect(statSync(file).mode & 0o777).toBe(0o600)
    expect(readFileSync(file, 'utf8')).toContain(KEY_A)
    expect(launch.args.join(' ')).not.toContain(KEY_A)
    expect(launch.args.slice(-2)).toEqual(['-p', 'hi'])
    launch.cleanup()
    expect(existsSync(file)).toBe(false)
  })

  it('gets a home of its own when Gemini CLI logs in another way', async () => {
    const { home, id } = await withProfile()
    home.write('.gemini/settings.json', '{ "ui": { "theme": "GitHub" }, "security": { "auth": { "selectedType": "oauth-personal" } } }')
    const launch = await home.core.launch(id, ['gemini'])
    const settings = JSON.parse(readFileSync(`${launch.env.GEMINI_CLI_HOME}/.gemini/settings.json`, 'utf8'))
    expect(settings).toEqual({ ui: { theme: 'GitHub' }, security: { auth: { selectedType: 'gemini-api-key' } } })
    launch.cleanup()
    expect(existsSync(launch.env.GEMINI_CLI_HOME ?? '')).toBe(false)
  })

  it('gets nothing from the profile without a relay', async () => {
    const { home } = await withProfile()
    await expect(home.core.launch('official', ['make'])).rejects.toMatchObject({ problem: { code: 'built-in', kind: 'usage' } })
  })
})

describe('environment lines', () => {
  it('set what they say in a real shell', async () => {
    const { home, id } = await withProfile()
    const { text } = await home.core.api['env.render']({ profileId: id, shell: 'bash' })
    const printed = execFileSync('bash', ['-c', `${text}\nprintf '%s %s' "$OPENAI_BASE_URL" "$GEMINI_API_KEY"`], { encoding: 'utf8' })
    expect(printed).toBe(`https://alpha.example/v1 ${KEY_A}`)
  })

  it('can be had for one tool alone', async () => {
    const { home, id } = await withProfile()
    const { text } = await home.core.api['env.render']({ profileId: id, shell: 'dotenv', tools: ['gemini'] })
    expect(text).toContain('GEMINI_API_KEY')
    expect(text).not.toContain('ANTHROPIC')
  })
})
