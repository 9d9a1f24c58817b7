import { useTranslation } from 'react-i18next'
import { Button } from '../../components/button'
import { ProblemNote } from '../../components/problem-note'
import { keyName } from '../../lib/key-words'
import { useTask } from '../../lib/use-task'
import { useAppStore } from '../../store/context'
import type { PasteState } from './use-paste'

/** Says that a profile has the pasted key already, and offers what is next: a switch to the profile, or the use of that key. */
export function KnownKey({ paste }: { readonly paste: PasteState }) {
  const { t } = useTranslation()
  const openPlan = useAppStore((state) => state.openPlan)
  const takeKey = useAppStore((state) => state.takeKey)
  const close = useAppStore((state) => state.closeOverlay)
  const { run, busy, problem } = useTask()
  const known = paste.found?.known
  if (!known) return null
  const { id, name, key } = known
  const isSpare = key?.active === false
  const leave = () => {
    paste.forget()
    close()
  }
  const use = async (keyId: string) => {
    if (await run(() => takeKey(id, keyId))) leave()
  }
  return (
    <div className="flex flex-col gap-2">
      <div className="flex flex-wrap items-center gap-x-4 gap-y-2">
        <p role="status" className="min-w-48 flex-1 text-warn-text break-path">
          {isSpare ? t('paste.knownSpare', { name, key: keyName(key) }) : t('paste.known', { name })}
        </p>
        {isSpare ? (
          <Button size="small" busy={busy} onClick={() => void use(key.id)}>
            {t('paste.useIt')}
          </Button>
        ) : (
          <Button
            size="small"
            onClick={() => {
              leave()
              void openPlan({ kind: 'switch', profileId: id })
            }}
          >
            {t('paste.switchToIt')}
          </Button>
        )}
      </div>
      {problem && <ProblemNote problem={problem} />}
    </div>
  )
}
