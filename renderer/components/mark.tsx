/** The mark: two tracks that join at a switch. Drawn for any background; assets/mark.svg is the tile for icons. */
export function Mark({ className }: { readonly className?: string }) {
  return (
    <svg viewBox="0 0 24 24" className={className} fill="none" strokeLinecap="round" aria-hidden="true">
      <path d="M18 3v3.200c0 3-1.600 4.400-3.600 6" stroke="var(--ink-faint)" strokeWidth="2.600" />
      <path d="M6 3v3.200c0 5.800 6 5.800 6 10.800v4" stroke="var(--accent)" strokeWidth="2.600" />
      <circle cx="12" cy="15.600" r="2.700" fill="var(--canvas)" stroke="var(--ink)" strokeWidth="1.900" />
    </svg>
  )
}
