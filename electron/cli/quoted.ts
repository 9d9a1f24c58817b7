/** A name as it can be typed in a shell. */
export const quoted = (name: string): string => (/^[\w.-]+$/.test(name) ? name : `"${name.replace(/(["\\$`])/g, '\\$1')}"`)
