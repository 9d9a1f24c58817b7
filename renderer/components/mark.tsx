interface MarkProps {
  readonly className?: string
  /** Without the lit line: stands for "no relay". */
  readonly unlit?: boolean
}

/** The mark: two tracks that join at a switch. Drawn for any background; assets/mark.svg is the tile for icons. */
export function Mark({ className, unlit }: MarkProps) {
  const main = unlit ? 'var(--ink-faint)' : 'var(--accent)'
  return (
    <svg viewBox="0 0 24 24" className={className} fill="none" strokeLinecap="round" aria-hidden="true">
      <path
        d={unlit ? 'M2.5 6.500h3.500c5 0 4.5 10 9.5 10' : 'M2.5 16.500h12'}
        stroke={unlit ? 'var(--line-firm)' : 'var(--ink-faint)'}
        strokeWidth="2.4"
      />
      <path d={unlit ? 'M2.5 16.500h19' : 'M2.5 6.500h3.500c5 0 4.5 10 9.5 10h6'} stroke={main} strokeWidth="2.8" />
      <circle cx="15.5" cy="16.5" r="2.9" fill="var(--surface)" stroke={unlit ? 'var(--ink-faint)' : 'var(--ink)'} strokeWidth="1.9" />
    </svg>
  )
}
