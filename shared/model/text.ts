/** A text for people, in every language that Switchyard speaks. Both are written where the text is born, so neither can be missing. */
export interface LocalText {
  readonly en: string
  readonly zh: string
}

export type Language = keyof LocalText

export const languages: readonly Language[] = ['en', 'zh']

/** Short form to write a text at its origin. */
export const text = (en: string, zh: string): LocalText => ({ en, zh })
