/** A thin bar for work that takes longer than a moment. */
export function ProgressBar({ label }: { readonly label: string }) {
  return (
    <div role="progressbar" aria-label={label} className="h-0.5 overflow-hidden rounded-full bg-line">
      <div className="sweep h-full w-1/3 bg-accent" />
    </div>
  )
}
