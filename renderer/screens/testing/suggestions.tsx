import { useTranslation } from 'react-i18next'
import { Button } from '../../components/button'
import { ProblemNote } from '../../components/problem-note'
import { useTask } from '../../lib/use-task'
import { useAppStore } from '../../store/context'

interface SuggestionsProps {
  readonly profileId: string
  readonly tool: string
  readonly names: readonly string[]
}

/** Models of the relay that are spelled much like the one asked for; a click takes one into the profile. */
export function Suggestions({ profileId, tool, names }: SuggestionsProps) {
  const { t } = useTranslation()
  const takeModel = useAppStore((state) => state.takeModel)
  const now = useAppStore((state) => state.profiles.find((profile) => profile.id === profileId)?.tools[tool]?.models.main)
  const { run, busy, problem } = useTask()
  return (
    <div className="flex flex-col gap-2">
      <div className="flex flex-wrap items-center gap-1.5">
        <span className="text-small text-ink-soft">{t('test.nearest')}</span>
        {names.map((name) => (
          <Button
            key={name}
            size="small"
            className="font-code"
            disabled={busy || now === name}
            aria-label={t('test.takeModel', { model: name })}
            onClick={() => void run(() => takeModel(profileId, tool, name))}
          >
            {name}
          </Button>
        ))}
      </div>
      <p role="status" className="text-small text-ink-soft empty:hidden">
        {now !== undefined && names.includes(now) && t('test.taken', { model: now })}
      </p>
      {problem && <ProblemNote problem={problem} />}
    </div>
  )
}
