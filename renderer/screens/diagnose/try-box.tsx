import { Play } from 'lucide-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Alert } from '../../components/alert'
import { Button } from '../../components/button'
import { useAppStore } from '../../store/context'

/** The check that runs the installed tools themselves. */
const tryCheck = 'try-it'

/** The last proof costs tokens, so it asks first. */
export function TryBox() {
  const { t } = useTranslation()
  const recheck = useAppStore((state) => state.recheck)
  const busy = useAppStore((state) => state.rechecking.includes(tryCheck))
  const running = useAppStore((state) => state.doctorPhase === 'running' || state.doctorPhase === 'cancelling')
  const [asking, setAsking] = useState(false)
  return (
    <section aria-label={t('try.title')} className="flex flex-col gap-1.5 border-t border-line pt-5">
      <h2 className="font-semibold">{t('try.title')}</h2>
      <p className="text-ink-soft">{t('try.text')}</p>
      <Button className="mt-1 self-start" size="small" busy={busy} disabled={running} onClick={() => setAsking(true)}>
        <Play size={13} aria-hidden="true" />
        {t('try.ask')}
      </Button>
      {asking && (
        <Alert
          title={t('try.sure')}
          description={t('try.cost')}
          onClose={() => setAsking(false)}
          actions={
            <>
              <Button onClick={() => setAsking(false)}>{t('common.cancel')}</Button>
              <Button
                look="primary"
                onClick={() => {
                  setAsking(false)
                  void recheck(tryCheck, true)
                }}
              >
                {t('try.go')}
              </Button>
            </>
          }
        />
      )}
    </section>
  )
}
