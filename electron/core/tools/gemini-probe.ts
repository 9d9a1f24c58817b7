import { text } from '../../../shared/model/text'
import type { ProbePlan } from '../connection/plan'
import { geminiWire } from '../connection/protocols/gemini'
import { modelsOf, trimmed, variablesOf } from './probe-plan'
import type { ToolTarget } from './tool'

/**
 * How Gemini CLI 0.61 asks: `POST {base}/v1beta/models/{model}:streamGenerateContent?alt=sse` with x-goog-api-key. It uses a tunnel for http:// too.
 * Certificates: those of its Node, and NODE_EXTRA_CA_CERTS of the shell alone; the shell wins over its `.env`.
 */
export function geminiProbe(target: ToolTarget): ProbePlan {
  const { NODE_EXTRA_CA_CERTS: _tooLate, ...variables } = variablesOf(target)
  return {
    tool: 'gemini',
    label: 'Gemini CLI',
    baseUrl: target.baseUrl,
    api: `${trimmed(target.baseUrl)}/v1beta`,
    key: target.key,
    header: 'x-goog-api-key',
    otherHeader: 'bearer',
    headerCure: text(
      'Among the further settings of the profile, set GEMINI_API_KEY_AUTH_MECHANISM to bearer.',
      '请在配置的其他设置里把 GEMINI_API_KEY_AUTH_MECHANISM 设为 bearer。',
    ),
    wire: geminiWire,
    models: modelsOf(target),
    likely: /gemini/i,
    like: { headers: { 'user-agent': 'GeminiCLI/0.61.0' }, body: {} },
    variables,
    variablesWin: false,
    proxy: { allProxy: false, tunnelsHttp: true, socks: false },
    trust: {
      bundled: true,
      system: false,
      extra: ['NODE_EXTRA_CA_CERTS'],
      replace: [],
      cure: text(
        'For Gemini CLI, name the file in NODE_EXTRA_CA_CERTS in your shell; in its .env it comes too late.',
        '对于 Gemini CLI，请在 shell 中用 NODE_EXTRA_CA_CERTS 指向该文件；写在 .env 里会太晚。',
      ),
    },
    lint: [
      {
        ending: /\/v1(?:beta)?(?:\/models)?\/*$/i,
        cause: text(
          'The base URL ends in /v1beta/models, and Gemini CLI adds that by itself.',
          '基础地址以 /v1beta/models 结尾，而 Gemini CLI 会自己加上。',
        ),
      },
    ],
  }
}
