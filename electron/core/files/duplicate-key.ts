import { type LocalText, text } from '../../../shared/model/text'

/** Why a text with a repeated key is refused. The key is named only when it is short and plain. */
export const duplicateKey = (key: string): LocalText =>
  /^[\w.-]{1,40}$/.test(key)
    ? text(`The key "${key}" appears twice. Remove one of them.`, `键 "${key}" 重复出现，请删除其中一个。`)
    : text('This key appears twice. Remove one of them.', '此键重复出现，请删除其中一个。')
