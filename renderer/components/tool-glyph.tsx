import { classes } from '../lib/classes'

const glyphs = import.meta.glob<string>('../assets/tools/*.svg', { query: '?url', import: 'default', eager: true })
const fallback = glyphs['../assets/tools/fallback.svg']

/** A tool's glyph in the colour of the text; a tool without one gets a prompt sign. */
export function ToolGlyph({ tool, className }: { readonly tool: string; readonly className?: string }) {
  const url = glyphs[`../assets/tools/${tool}.svg`] ?? fallback
  return (
    <span
      aria-hidden="true"
      className={classes('inline-block size-4 shrink-0 bg-current forced-colors:bg-[CanvasText]', className)}
      style={{ mask: `url("${url}") center / contain no-repeat` }}
    />
  )
}
