import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { maskShapes } from '../../../electron/core/redact/shapes'

const S = 'q7Zr2Lm9Xw4Tb8Kc'

/** Each text holds the secret `S` or a part of a JSON Web Token, and must hold none afterwards. */
const secret: readonly string[] = [
  `sk-${S}`,
  `"sk-ant-api03-${S}-${S}"`,
  `sk-proj-${S}.`,
  `（sk-${S}）`,
  `AIzaSy${S}${S}`,
  `ghp_${S}`,
  `github_pat_${S}`,
  `glpat-${S}`,
  `xoxb-123-${S}`,
  `hf_${S}`,
  `gsk_${S}`,
  `eyJhbGciOiJIUzI1NiJ9.${S}.${S}`,
  `Authorization: Bearer ${S}`,
  `authorization: ${S}`,
  `{"Authorization":"Bearer ${S}"}`,
  `-H 'x-api-key: ${S}'`,
  `X-Goog-Api-Key=${S}`,
  `Bearer ${S}`,
  `https://relay.example/v1?key=${S}&alt=sse`,
  `https://relay.example/v1?alt=sse&api_key=${S}`,
  `http://user:${S}@proxy.example:8080/`,
  `https://${S}@relay.example`,
  `ANTHROPIC_AUTH_TOKEN=${S}`,
  `export OPENAI_API_KEY="${S}"`,
  `"ANTHROPIC_API_KEY": "${S}"`,
  `$env:GEMINI_API_KEY = '${S}'`,
  `MY_SECRET=${S}\nB=2`,
]

/** Texts of the app and of users that only look like secrets. */
const harmless: readonly string[] = [
  '',
  'sk-…3f9a',
  'sk-ant-…3f9a is in use',
  'Authorization: Bearer sk-…AAAA',
  'x-api-key: …',
  'ANTHROPIC_AUTH_TOKEN=…',
  'ANTHROPIC_AUTH_TOKEN=$RELAY_KEY',
  'ANTHROPIC_AUTH_TOKEN=%RELAY_KEY_2%',
  'OPENAI_API_KEY=your-key-here',
  'env_key = "MY_RELAY_KEY"',
  'requires_openai_auth = true',
  'Gemini CLI says that GEMINI_API_KEY is missing.',
  'GEMINI_API_KEY: not set',
  'ANTHROPIC_API_KEY (settings.json) wins over ANTHROPIC_AUTH_TOKEN',
  'The key of ANTHROPIC_AUTH_TOKEN: /home/me/.claude/settings.json:12',
  'Bearer authentication',
  'The server wants a bearer token-based login.',
  'Leave out what stood before the key, such as “Bearer”.',
  'authorization: required',
  'sk-learn is no key, sk-hub-relay neither',
  'the task-2024-report and desk-12345678',
  'eyJ',
  'https://relay.example/v1/messages?beta=true',
  'https://relay.example/@scope/package@1.2.3',
  'git+ssh://git@github.com/a/b.git',
  'mail me at someone@example.com',
  '// someone@example.com wrote this',
  'max_tokens=4096 token=3',
  'claude-opus-4-5-20260101',
  'gpt-5.5-codex-max-2026-02-03',
  'models/gemini-3-pro-preview-05-20',
  '0123456789abcdef0123456789abcdef01234567',
  'b1946ac9-2492-d234-7c62-35b447391134',
  'work-relay-1a2b3c4d5e6f',
  'CN=relay.example, O=Let’s Encrypt; SHA256:q7Zr2Lm9Xw4Tb8Kcq7Zr2Lm9Xw4Tb8Kc',
  '@@ -1,3 +1,4 @@\n {\n-  "model": "opus"\n+  "model": "sonnet-5-20260101"\n }\n',
  '--- /home/me/.codex/config.toml\n+++ /home/me/.codex/config.toml\n',
  '密钥已写入 ~/.claude/settings.json',
  'C:\\Users\\me\\.claude\\settings.json',
]

describe('a text with what looks like a secret', () => {
  it.each(secret)('%j loses it, and no more the second time', (words) => {
    const masked = maskShapes(words)
    expect(masked).not.toContain(S)
    expect(masked).toContain('…')
    expect(maskShapes(masked)).toBe(masked)
  })

  it('loses it whatever stands on the lines around it, masks too', () => {
    const line = fc.oneof(fc.string(), fc.constantFrom('', 'sk-…3f9a', '…', 'a key', 'git@host', 'https://relay.example/v1', 'İ中'))
    fc.assert(
      fc.property(line, fc.constantFrom(...secret), line, (before, words, after) => {
        expect(maskShapes(`${before}\n${words}\n${after}`)).not.toContain(S)
      }),
      { numRuns: 3000 },
    )
  })
})

describe('a harmless text', () => {
  it.each(harmless)('%j stays as it is', (words) => {
    expect(maskShapes(words)).toBe(words)
  })
})
