import { type ReactNode, useId } from 'react'
import { classes } from '../lib/classes'

/** What is wrong with a field, and what to do about it. */
export interface FieldFault {
  readonly message: string
  readonly cure?: string
}

interface FieldProps {
  readonly label: string
  readonly hint?: ReactNode
  readonly fault?: FieldFault
  /** Stands at the end of the label's line. */
  readonly aside?: ReactNode
  readonly className?: string
  readonly children: (wiring: { readonly id: string; readonly 'aria-describedby'?: string; readonly 'aria-invalid'?: true }) => ReactNode
}

/** Label, control, hint and fault, wired together for assistive technology. */
export function Field({ label, hint, fault, aside, className, children }: FieldProps) {
  const id = useId()
  const hintId = `${id}-hint`
  const faultId = `${id}-fault`
  const described = [hint && hintId, fault && faultId].filter(Boolean).join(' ')
  return (
    <div className={classes('flex min-w-0 flex-col gap-1', className)}>
      <div className="flex items-baseline justify-between gap-3">
        <label htmlFor={id} className="text-small font-medium text-ink-soft">
          {label}
        </label>
        {aside}
      </div>
      {children({ id, 'aria-describedby': described || undefined, 'aria-invalid': fault ? true : undefined })}
      {hint && (
        <p id={hintId} className="text-small text-ink-faint break-path">
          {hint}
        </p>
      )}
      <div id={faultId} aria-live="polite" className="empty:hidden">
        {fault && (
          <p className="text-small text-danger-text">
            {fault.message} {fault.cure && <span className="text-ink-soft">{fault.cure}</span>}
          </p>
        )}
      </div>
    </div>
  )
}

/** The look of every single-line control. */
export const controlLook =
  'h-8 w-full min-w-0 rounded-md border border-edge bg-surface px-2.5 text-base text-ink transition-colors duration-(--quick) hover:border-ink-faint ' +
  'aria-invalid:border-danger disabled:opacity-50'
