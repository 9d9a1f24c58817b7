/** The page that is generated from the checks; every id is an anchor on it. */
export const ANCHOR_PAGE = 'docs/diagnostics.md'
