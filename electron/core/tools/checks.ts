import { holdsWord } from '../../../shared/model/letters'
import { type LocalText, text } from '../../../shared/model/text'
import type { ToolDescriptor } from '../../../shared/model/tool'
import type { ToolTarget } from './tool'

export interface FieldProblem {
  readonly field: string
  readonly message: LocalText
  readonly hint: LocalText
}

/** What every tool refuses: no key or base URL, unknown models and options, values that no file can carry. Fields are named as in the profile: `models.main`. */
export function commonProblems(target: ToolTarget, descriptor: ToolDescriptor): readonly FieldProblem[] {
  return [...required(target), ...modelProblems(target, descriptor), ...optionProblems(target, descriptor)]
}

function required({ key, baseUrl }: ToolTarget): readonly FieldProblem[] {
  const problems: FieldProblem[] = []
  if (key.trim() === '')
    problems.push({
      field: 'key',
      message: text(
        'There is no key. A base URL alone would send your own login to the relay.',
        '没有密钥。只写地址会把您自己的登录凭据发给中转站。',
      ),
      hint: text("Fill in the relay's key.", '请填写中转站的密钥。'),
    })
  if (!/^https?:\/\/[^/]/i.test(baseUrl.trim()))
    problems.push({
      field: 'baseUrl',
      message: text('The base URL does not start with http:// or https://.', '基础地址不是以 http:// 或 https:// 开头。'),
      hint: text(
        "Use the relay's address, or clear the field to get the derived one.",
        '请填写中转站地址，或清空此栏以使用自动生成的地址。',
      ),
    })
  return problems
}

function modelProblems(target: ToolTarget, descriptor: ToolDescriptor): readonly FieldProblem[] {
  return Object.entries(target.models).flatMap(([slot, model]): readonly FieldProblem[] => {
    if (!descriptor.models.some(({ id }) => id === slot))
      return [
        {
          field: `models.${slot}`,
          message: text(`${descriptor.label} has no model slot of this name.`, `${descriptor.label} 没有这个模型位。`),
          hint: text(
            `Use one of: ${descriptor.models.map(({ id }) => id).join(', ')}`,
            `可用：${descriptor.models.map(({ id }) => id).join('、')}`,
          ),
        },
      ]
    if (/^[^\s\p{C}]+(?: [^\s\p{C}]+)*$/u.test(model)) return []
    return [
      {
        field: `models.${slot}`,
        message: text(
          'The model id has line breaks, invisible characters or blanks around it.',
          '模型 ID 含有换行、看不见的字符，或首尾有空白。',
        ),
        hint: text("Type the model id as in the relay's list.", '请按中转站列表里的写法输入模型 ID。'),
      },
    ]
  })
}

function optionProblems(target: ToolTarget, descriptor: ToolDescriptor): readonly FieldProblem[] {
  return Object.entries(target.options).flatMap(([id, value]): readonly FieldProblem[] => {
    const option = descriptor.options.find((known) => known.id === id)
    const fits =
      option && (option.kind === 'choice' ? option.choices.some((choice) => choice.id === value) : typeof value === typeof option.default)
    if (fits) return []
    const known = option?.kind === 'choice' ? option.choices.map((choice) => choice.id) : descriptor.options.map((each) => each.id)
    return [
      {
        field: `options.${id}`,
        message: text(`${descriptor.label} has no such choice.`, `${descriptor.label} 没有这个选项。`),
        hint: text(`Use one of: ${known.join(', ')}`, `可用：${known.join('、')}`),
      },
    ]
  })
}

/** A further setting that would fight with what Switchyard writes itself. */
export const ownedExtra = (name: string): FieldProblem => ({
  field: `extra.${name}`,
  message: text(`Switchyard sets ${name} itself.`, `${name} 由 Switchyard 自己设置。`),
  hint: text("Remove it here and use the profile's own fields.", '请在这里删掉它，改用配置里的对应栏目。'),
})

/** Problems of further settings that are environment variables. */
export function variableProblems(extra: ToolTarget['extra'], owned: (name: string) => boolean): readonly FieldProblem[] {
  return Object.entries(extra).flatMap(([name, value]): readonly FieldProblem[] => {
    if (!/^[A-Za-z_][A-Za-z0-9_]*$/.test(name))
      return [
        {
          field: `extra.${name}`,
          message: text('This is no name for an environment variable.', '这不是合法的环境变量名。'),
          hint: text('Use letters, digits and underscores, and no digit at the start.', '只能使用字母、数字和下划线，且不能以数字开头。'),
        },
      ]
    if (owned(name)) return [ownedExtra(name)]
    return controlProblems(name, value)
  })
}

/** Refuses control characters: no config format and no shell carries them unharmed. */
export function controlProblems(name: string, value: string | number | boolean): readonly FieldProblem[] {
  if (typeof value !== 'string' || !/\p{Cc}/u.test(value)) return []
  return [
    {
      field: `extra.${name}`,
      message: text('The value has line breaks or control characters.', '这个值含有换行或控制字符。'),
      hint: text('Write it on one line.', '请写成一行。'),
    },
  ]
}

/** True for names whose values are likely secrets, so that they are masked in diffs. */
export const namesSecret = (name: string): boolean => holdsWord(name, secretWords)
const secretWords = ['key', 'token', 'secret', 'passw', 'auth', 'credential', 'header', 'cookie']
