import { errorText, fields, string, words } from '../protocols/read'
import { parsed } from './body-kind'

/** What a relay said about a failure. */
export interface Said {
  readonly message: string
  /** Codes and types in lower case, one after the other. */
  readonly codes: string
  /** The body was an error object of an API, not a page. */
  readonly isApi: boolean
}

/** Reads an error body in any shape. Pure. */
export function whatItSaid(body: string): Said {
  const value = parsed(body)
  const all = Array.isArray(value) ? value[0] : value
  const outer = fields(all)
  const inner = fields(outer.error)
  const codes = [inner.code, inner.type, inner.status, outer.code, outer.type, string(outer.error)].flatMap((code) =>
    typeof code === 'string' || typeof code === 'number' ? [String(code).toLowerCase()] : [],
  )
  const message = errorText(all)
  return { message: message ?? body.slice(0, 400), codes: codes.join(' '), isApi: message !== undefined || words(codes[0]) !== undefined }
}

/** What the words mean, where the status alone does not tell. Relay software (one-api, new-api and its kin) uses 401, 403, 429 and 503 for several of these. */
export function meaningOf({ message, codes }: Said): 'model' | 'path' | 'credit' | 'region' | 'key' | 'parameter' | undefined {
  const said = `${codes} ${message}`.toLowerCase()
  if (/invalid url|no route|unknown (?:url|path|endpoint)|cannot (?:post|get)|unrecognized request url/.test(said)) return 'path'
  if (
    /model_not_found|no available channel|无可用渠道|model.{0,60}(?:not (?:found|exist|supported|available)|does not exist|is not found|not have access)|(?:unknown|unsupported|invalid) model|no such model|模型.{0,20}(?:不存在|不支持|未找到|无权)/.test(
      said,
    )
  )
    return 'model'
  if (/insufficient|quota|balance|credit|billing|payment|余额|额度|欠费|充值/.test(said)) return 'credit'
  if (/country|region|territory|地区|区域/.test(said) && /not supported|unsupported|forbidden|不支持/.test(said)) return 'region'
  if (
    /invalid.{0,20}(?:api.?key|token|x-api-key)|incorrect api key|api key not valid|无效的?(?:令牌|密钥)|令牌.{0,10}(?:无效|过期|不可用)/.test(
      said,
    )
  )
    return 'key'
  if (/unsupported parameter|unknown (?:parameter|field)|missing required|field required|instructions are/.test(said)) return 'parameter'
  return undefined
}
