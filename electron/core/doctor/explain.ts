import { stripVTControlCharacters } from 'node:util'
import type { Explanation } from '../../../shared/model/finding'
import { claudeSayings } from './sayings/claude'
import { codexSayings } from './sayings/codex'
import { geminiSayings } from './sayings/gemini'
import type { Saying } from './sayings/saying'

const sayings: readonly Saying[] = [...claudeSayings, ...codexSayings, ...geminiSayings]

/** Every text that is known, for the documentation. */
export const explanations = (): readonly Pick<Saying, 'id' | 'tool' | 'cause' | 'checks'>[] => sayings

/** More is not looked at. */
const LONGEST = 200_000
/** How much of the tool's words is shown again. */
const SHOWN = 160

/**
 * What pasted error text of a tool really means, most telling first. Colour codes are passed over. The words that come back are only those that
 * were recognised, so a key in the text stays there.
 */
export const explain = (pasted: string): readonly Explanation[] => {
  const plain = plainOf(pasted)
  return sayingsIn(pasted).map(({ id, tool, says, cause, cure, checks }) => {
    const said = says.exec(plain)?.[0].slice(0, SHOWN) ?? ''
    return { id, tool, said, cause, cure, checks }
  })
}

/** The known texts that stand in what a tool printed, most telling first. */
export function sayingsIn(printed: string): readonly Saying[] {
  const plain = plainOf(printed)
  return sayings.filter(({ says }) => says.test(plain))
}

const plainOf = (printed: string): string => stripVTControlCharacters(printed.slice(0, LONGEST))
