import type { Files } from './temp-home'
import type { RealTool } from './tools'

/** A key of the user's own: it must never reach a relay. */
const ownKey = 'sk-users-own-0000000000000000'

const claude: Files = {
  '.claude/settings.json': `{
    "permissions": { "allow": ["Bash(ls:*)"] },
    "apiKeyHelper": "echo ${ownKey}",
    "cleanupPeriodDays": 99,
    "env": {"MY_OWN": "1", "ANTHROPIC_API_KEY": "${ownKey}"}
}
`,
  // No preferences here: Claude Code drops default ones and moves others to settings.json at its first start.
  '.claude.json': '{\n  "numStartups": 7,\n  "mcpServers": {},\n  "tipsHistory": { "shift-enter": 3 }\n}\n',
}

const codex: Files = {
  '.codex/config.toml': `# my settings
model_reasoning_effort = "low"   # cheap
hide_agent_reasoning=true

[history]
persistence = "none"
`,
  '.codex/auth.json': `{"auth_mode": "apikey", "OPENAI_API_KEY": "${ownKey}"}`,
}

const gemini: Files = {
  '.gemini/settings.json': `{
  // how it looks
  "ui": { "hideTips": true },
  "security": { "auth": { "selectedType": "oauth-personal" } }
}
`,
  '.gemini/.env': `# my own\nGEMINI_API_KEY=${ownKey}\nMY_OWN='1 # 2'\n`,
}

/** What a user of each tool may have had before: comments, odd layout, an own key, an own login. */
export const ownFiles: Readonly<Record<RealTool['id'], Files>> = { claude, codex, gemini }
