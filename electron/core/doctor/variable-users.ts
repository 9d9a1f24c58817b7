/** Other programs that read the same variables: what people lose when such a variable goes. From the programs' own documentation. */
const users: Readonly<Record<string, readonly string[]>> = {
  ANTHROPIC_BASE_URL: ['Anthropic SDK', 'opencode'],
  ANTHROPIC_AUTH_TOKEN: ['Anthropic SDK'],
  ANTHROPIC_API_KEY: ['Anthropic SDK', 'opencode', 'aider', 'LangChain'],
  OPENAI_API_KEY: ['OpenAI SDK', 'opencode', 'aider', 'LangChain', 'Qwen Code'],
  OPENAI_BASE_URL: ['OpenAI SDK', 'aider', 'Qwen Code'],
  GEMINI_API_KEY: ['Google Gen AI SDK', 'aider'],
  CODEX_API_KEY: ['codex exec'],
}

export const usersOf = (name: string): readonly string[] => users[name] ?? []
