import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { ToolStatus } from '../../../shared/model/switch'
import { Button } from '../../components/button'
import { ProblemNote } from '../../components/problem-note'
import { TextField } from '../../components/text-field'
import { hostOf } from '../../lib/host-of'
import { useTask } from '../../lib/use-task'
import { useAppStore } from '../../store/context'

interface StatusActionsProps {
  readonly status: ToolStatus
  readonly close: () => void
}

/** The choices that a state leaves: take it, write it again, leave it. */
export function StatusActions({ status, close }: StatusActionsProps) {
  const { t } = useTranslation()
  const openPlan = useAppStore((state) => state.openPlan)
  const checkTools = useAppStore((state) => state.checkTools)
  const adopt = useAppStore((state) => state.adopt)
  const notify = useAppStore((state) => state.notify)
  const { run, busy, problem } = useTask()
  const [name, setName] = useState(() => hostOf(status.baseUrl ?? '').split('/')[0] ?? '')
  const { tool, state, profileId } = status

  const apply = () => {
    close()
    if (profileId) void openPlan({ kind: 'switch', profileId, tools: [tool] })
  }
  const take = async (into: { readonly id: string } | { readonly name: string }) => {
    await run(async () => {
      const profile = await adopt(tool, into)
      close()
      notify({ kind: 'adopted', profile: profile.name })
    })
  }
  return (
    <>
      {problem && (
        <div className="w-full">
          <ProblemNote problem={problem} />
        </div>
      )}
      {state === 'foreign' && <TextField label={t('status.newName')} value={name} onChange={setName} fieldClassName="mb-1 w-full" />}
      <Button look={state === 'in-sync' || state === 'official' ? 'plain' : 'ghost'} onClick={close}>
        {state === 'changed' || state === 'foreign' ? t('status.leave') : t('common.close')}
      </Button>
      {state === 'changed' && (
        <>
          <Button onClick={apply}>{t('status.reapply')}</Button>
          <Button look="primary" busy={busy} onClick={() => profileId && void take({ id: profileId })}>
            {t('status.adopt')}
          </Button>
        </>
      )}
      {state === 'outdated' && (
        <Button look="primary" onClick={apply}>
          {t('status.apply')}
        </Button>
      )}
      {state === 'foreign' && (
        <Button look="primary" busy={busy} disabled={name.trim() === ''} onClick={() => void take({ name: name.trim() })}>
          {t('status.adoptNew')}
        </Button>
      )}
      {state === 'unreadable' && (
        <Button look="primary" onClick={() => void checkTools()}>
          {t('status.check')}
        </Button>
      )}
    </>
  )
}
