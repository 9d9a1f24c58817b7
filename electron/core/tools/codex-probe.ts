import { text } from '../../../shared/model/text'
import type { ProbePlan } from '../connection/plan'
import { openaiResponses } from '../connection/protocols/openai-responses'
import { modelsOf } from './probe-plan'
import type { ToolTarget } from './tool'

/**
 * How Codex 0.169 asks: `POST {base}/responses` with a Bearer key; a trailing slash is harmless, blanks are not. It honours ALL_PROXY and SOCKS
 * (reqwest), and certificates from the system or from CODEX_CA_CERTIFICATE and SSL_CERT_FILE; NODE_EXTRA_CA_CERTS does nothing.
 */
export function codexProbe(target: ToolTarget): ProbePlan {
  return {
    tool: 'codex',
    label: 'Codex',
    baseUrl: target.baseUrl,
    api: target.baseUrl.replace(/\/+$/, ''),
    key: target.key,
    header: 'bearer',
    otherHeader: 'x-api-key',
    headerCure: text(
      'Codex sends a Bearer token. Ask the relay to accept it, or add model_providers.switchyard.http_headers to config.toml by hand.',
      'Codex 只发送 Bearer 令牌。请让中转站接受它，或手动在 config.toml 里添加 model_providers.switchyard.http_headers。',
    ),
    wire: openaiResponses,
    models: modelsOf(target),
    likely: /gpt|codex|^o\d/i,
    like: {
      headers: { 'user-agent': 'codex_cli_rs/0.169.0', originator: 'codex_cli_rs' },
      body: { instructions: 'You are Codex, a coding agent.', store: false },
    },
    variables: {},
    variablesWin: false,
    proxy: { allProxy: true, tunnelsHttp: false, socks: true },
    trust: {
      bundled: false,
      system: true,
      extra: [],
      replace: ['CODEX_CA_CERTIFICATE', 'SSL_CERT_FILE'],
      cure: text(
        'For Codex, name the file in CODEX_CA_CERTIFICATE (or SSL_CERT_FILE) in your shell; NODE_EXTRA_CA_CERTS does nothing there.',
        '对于 Codex，请在 shell 中用 CODEX_CA_CERTIFICATE（或 SSL_CERT_FILE）指向该文件；NODE_EXTRA_CA_CERTS 对它无效。',
      ),
    },
    lint: [
      {
        ending: /\/(?:responses|chat\/completions)\/*$/i,
        cause: text(
          'The base URL ends in an endpoint, and Codex adds /responses by itself.',
          '基础地址写到了具体接口，而 Codex 会自己加上 /responses。',
        ),
      },
    ],
  }
}
