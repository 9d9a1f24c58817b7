/** A text between single quotes, where PowerShell expands nothing. It takes the typographic quotes for single ones too: each is doubled (about_Quoting_Rules). */
export const powershellWord = (text: string): string => `'${text.replace(/['‘’‚‛]/g, '$&$&')}'`
