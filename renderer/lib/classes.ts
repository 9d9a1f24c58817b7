/** Joins class names; falsy parts are left out. */
export const classes = (...parts: readonly (string | false | undefined | null)[]): string => parts.filter(Boolean).join(' ')
