import { useTranslation } from 'react-i18next'
import type { ToolStatus } from '../../../shared/model/switch'
import type { ToolInfo } from '../../../shared/model/tool'
import { Dialog } from '../../components/dialog'
import { ProblemNote } from '../../components/problem-note'
import { useAppStore } from '../../store/context'
import { ChangeTable } from './change-table'
import { StatusActions } from './status-actions'
import { StatusFacts } from './status-facts'

/** Explains a tool's state, and offers what can be done about it. */
export function StatusPanel({ tool }: { readonly tool: string }) {
  const info = useAppStore((state) => state.tools.find((one) => one.descriptor.id === tool))
  const status = useAppStore((state) => state.status.find((one) => one.tool === tool))
  if (!info || !status) return null
  return <Panel info={info} status={status} />
}

function Panel({ info, status }: { readonly info: ToolInfo; readonly status: ToolStatus }) {
  const { t } = useTranslation()
  const close = useAppStore((state) => state.closeOverlay)
  const { label } = info.descriptor
  const profile = status.profileName ?? ''
  const words: Readonly<Record<ToolStatus['state'], { readonly title: string; readonly text: string }>> = {
    'in-sync': { title: t('status.inSync', { tool: label }), text: t('status.inSyncText', { profile }) },
    outdated: { title: t('status.outdated', { tool: label }), text: t('status.outdatedText', { profile }) },
    changed: { title: t('status.changed', { tool: label }), text: t('status.changedText', { profile }) },
    foreign: { title: t('status.foreign', { tool: label }), text: t('status.foreignText') },
    official: { title: t('status.official', { tool: label }), text: t('status.officialText') },
    unreadable: { title: t('status.unreadable', { tool: label }), text: t('status.unreadableText') },
  }
  return (
    <Dialog
      frame={status.changes.length > 0 ? 'large' : 'small'}
      title={words[status.state].title}
      description={words[status.state].text}
      onClose={close}
      footer={<StatusActions status={status} close={close} />}
    >
      <div className="flex flex-col gap-4">
        {status.problem && <ProblemNote problem={status.problem} />}
        {status.changes.length > 0 && <ChangeTable changes={status.changes} />}
        <StatusFacts info={info} status={status} />
      </div>
    </Dialog>
  )
}
