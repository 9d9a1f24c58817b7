import { text } from '../../../shared/model/text'
import type { ProbePlan } from '../connection/plan'
import { anthropic } from '../connection/protocols/anthropic'
import { modelsOf, trimmed, variablesOf } from './probe-plan'
import type { ToolTarget } from './tool'

/**
 * How Claude Code 2.1.330 asks: `POST {base}/v1/messages`, the key as Bearer or as x-api-key; trailing slashes and blanks are harmless. `env` of its
 * settings wins over the shell, for proxies and certificates too. It reads no ALL_PROXY, and takes no SOCKS proxy (its documentation).
 */
export function claudeProbe(target: ToolTarget): ProbePlan {
  const asKey = target.options.auth === 'api-key'
  return {
    tool: 'claude',
    label: 'Claude Code',
    baseUrl: target.baseUrl,
    api: `${trimmed(target.baseUrl)}/v1`,
    key: target.key,
    header: asKey ? 'x-api-key' : 'bearer',
    otherHeader: asKey ? 'bearer' : 'x-api-key',
    headerCure: asKey
      ? text('In the profile, send the key "as a token".', '请在配置里把密钥的发送方式改为“令牌”。')
      : text('In the profile, send the key "as an API key (x-api-key)".', '请在配置里把密钥的发送方式改为“API 密钥（x-api-key）”。'),
    wire: anthropic,
    models: modelsOf(target),
    likely: /claude|haiku|sonnet|opus/i,
    like: {
      headers: { 'user-agent': 'claude-cli/2.1.330 (external, cli)', 'x-app': 'cli', 'anthropic-beta': 'claude-code-20250219' },
      body: { system: [{ type: 'text', text: "You are Claude Code, Anthropic's official CLI for Claude." }] },
    },
    variables: variablesOf(target),
    variablesWin: true,
    proxy: { allProxy: false, tunnelsHttp: false, socks: false },
    trust: {
      bundled: true,
      system: true,
      extra: ['NODE_EXTRA_CA_CERTS'],
      replace: [],
      cure: text(
        'For Claude Code, name the file in NODE_EXTRA_CA_CERTS: among the further settings of the profile, or in your shell.',
        '对于 Claude Code，请用 NODE_EXTRA_CA_CERTS 指向该文件：写在配置的其他设置里，或写在 shell 中。',
      ),
    },
    lint: [
      {
        ending: /\/v1(?:\/messages)?\/*$/i,
        cause: text(
          'The base URL ends in /v1, and Claude Code adds /v1/messages by itself.',
          '基础地址以 /v1 结尾，而 Claude Code 会自己加上 /v1/messages。',
        ),
      },
    ],
  }
}
