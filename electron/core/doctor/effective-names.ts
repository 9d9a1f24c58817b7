import type { EffectiveName } from '../../../shared/model/finding'
import { type LocalText, text } from '../../../shared/model/text'

/** The words for the values that decide where a tool goes and as whom. */
export const effectiveNames: Readonly<Record<EffectiveName, LocalText>> = {
  baseUrl: text('base URL', '基础地址'),
  key: text('API key', 'API 密钥'),
  model: text('model', '模型'),
  auth: text('login', '登录方式'),
}
