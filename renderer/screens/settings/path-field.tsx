import { type ReactNode, useState } from 'react'
import { TextField } from '../../components/text-field'
import { useLocal } from '../../i18n/use-local'
import { useTask } from '../../lib/use-task'

interface PathFieldProps {
  readonly label: string
  readonly hint?: ReactNode
  readonly placeholder?: string
  readonly value: string
  /** Throws a ProblemError when the host refuses it. */
  readonly onSave: (value: string) => Promise<void>
}

/** A text that the host checks: saved on Enter or when the field is left; a refusal stands below it and keeps what was typed. */
export function PathField({ label, hint, placeholder, value, onSave }: PathFieldProps) {
  const local = useLocal()
  const { run, problem, clear } = useTask()
  const [typed, setTyped] = useState<string>()
  const save = async () => {
    const next = (typed ?? value).trim()
    if (typed === undefined) return
    if (next === value || (await run(() => onSave(next)))) setTyped(undefined)
  }
  return (
    <TextField
      code
      label={label}
      hint={hint}
      placeholder={placeholder}
      value={typed ?? value}
      fault={problem && { message: local(problem.message), cure: problem.hint && local(problem.hint) }}
      onChange={(next) => {
        clear()
        setTyped(next)
      }}
      onBlur={() => void save()}
      onKeyDown={(event) => {
        if (event.key === 'Enter') void save()
        if (event.key !== 'Escape' || typed === undefined) return
        clear()
        setTyped(undefined)
      }}
    />
  )
}
