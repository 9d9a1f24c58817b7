import { CircleStop } from 'lucide-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { ProbeDepth } from '../../../shared/model/probe'
import { Alert } from '../../components/alert'
import { Button } from '../../components/button'
import { Dialog } from '../../components/dialog'
import { ProblemNote } from '../../components/problem-note'
import { useAppStore } from '../../store/context'
import type { TestRow } from '../../store/testing'
import { DepthChoice } from './depth-choice'
import { EndpointTable } from './endpoint-table'
import { ProtocolStrip } from './protocol-strip'
import { TestTable } from './test-table'

/** Tests profiles and shows every step as it happens. Before it starts it shows what is known, and says what the test will cost. */
export function TestDialog({ profileIds }: { readonly profileIds?: readonly string[] }) {
  const { t } = useTranslation()
  const close = useAppStore((state) => state.closeOverlay)
  const profiles = useAppStore((state) => state.profiles)
  const tools = useAppStore((state) => state.tools)
  const results = useAppStore((state) => state.results)
  const test = useAppStore((state) => state.test)
  const start = useAppStore((state) => state.startTest)
  const cancel = useAppStore((state) => state.cancelTest)
  const [depth, setDepth] = useState<ProbeDepth>('answer')
  const [asking, setAsking] = useState(false)

  const chosen = profiles.filter((profile) => profile.kind === 'relay' && (profileIds?.includes(profile.id) ?? true))
  const running = test !== null && test.phase !== 'done'
  const rows = chosen.flatMap((profile) =>
    tools
      .filter(({ descriptor }) => profile.tools[descriptor.id]?.enabled)
      .map(({ descriptor: { id } }): TestRow => {
        const live = test?.rows.find((row) => row.profileId === profile.id && row.tool === id)
        const last = results[profile.id]?.tools[id]?.last
        return live ?? { profileId: profile.id, tool: id, steps: last?.steps ?? [], report: last }
      }),
  )
  const going = () => {
    setAsking(false)
    void start(
      chosen.map((profile) => profile.id),
      depth,
    )
  }
  const only = profileIds?.length === 1 ? chosen[0] : undefined
  const left = test?.rows.filter((row) => !row.report).length ?? 0
  return (
    <Dialog
      frame="wide"
      title={only ? t('test.titleOne', { name: only.name }) : t('test.title')}
      description={t('test.text')}
      onClose={close}
      footer={
        <>
          <p role="status" className="mr-auto text-small text-ink-soft">
            {running ? t('test.left', { count: left }) : test ? t('test.done') : ''}
          </p>
          <Button onClick={close}>{t('common.close')}</Button>
          {running ? (
            <Button look="primary" busy={test.phase === 'cancelling'} onClick={() => void cancel()}>
              <CircleStop size={15} aria-hidden="true" />
              {t('test.stop')}
            </Button>
          ) : (
            <Button look="primary" disabled={rows.length === 0} onClick={() => (depth === 'deep' ? setAsking(true) : going())}>
              {test ? t('test.again') : t('test.start')}
            </Button>
          )}
        </>
      }
    >
      <div className="flex flex-col gap-4">
        <DepthChoice value={running ? test.depth : depth} onChange={setDepth} disabled={running} answers={rows.length} />
        {test?.problem && <ProblemNote problem={test.problem} />}
        <TestTable rows={rows} />
        {only && <ProtocolStrip profileId={only.id} />}
        {only?.relay.endpoints && only.relay.endpoints.length > 0 && <EndpointTable profile={only} />}
      </div>
      {asking && (
        <Alert
          title={t('test.deepTitle')}
          description={t('test.deepText', { count: rows.length })}
          onClose={() => setAsking(false)}
          actions={
            <>
              <Button onClick={() => setAsking(false)}>{t('common.cancel')}</Button>
              <Button look="primary" onClick={going}>
                {t('test.start')}
              </Button>
            </>
          }
        />
      )}
    </Dialog>
  )
}
