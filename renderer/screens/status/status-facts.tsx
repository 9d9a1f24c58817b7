import { ExternalLink, FolderOpen } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import type { ToolStatus } from '../../../shared/model/switch'
import type { ToolInfo } from '../../../shared/model/tool'
import { IconButton } from '../../components/icon-button'
import { useOpenLink } from '../../lib/use-open-link'
import { useAppStore } from '../../store/context'

/** What the tool's files say, and where they are. */
export function StatusFacts({ info, status }: { readonly info: ToolInfo; readonly status: ToolStatus }) {
  const { t } = useTranslation()
  const reveal = useAppStore((state) => state.reveal)
  const canReveal = useAppStore((state) => state.host?.can.reveal ?? false)
  const openLink = useOpenLink()
  const facts: readonly (readonly [string, string | undefined])[] = [
    [t('fact.profile'), status.state === 'official' ? undefined : status.profileName],
    [t('fact.baseUrl'), status.baseUrl],
    [t('fact.model'), status.model],
    [t('fact.key'), status.keyMasked ?? (status.keyFromCommand ? t('fact.keyFromCommand') : undefined)],
    [
      t('fact.installed'),
      info.installation ? [info.installation.version, info.installation.path].filter(Boolean).join('  ') : t('tool.notInstalled'),
    ],
  ]
  return (
    <>
      <dl className="grid grid-cols-[auto_minmax(0,1fr)] gap-x-5 gap-y-1">
        {facts.map(([name, value]) =>
          value ? (
            <div key={name} className="contents">
              <dt className="text-ink-faint">{name}</dt>
              <dd className="font-code text-small leading-5 break-path">{value}</dd>
            </div>
          ) : null,
        )}
      </dl>
      <div className="flex flex-col gap-1">
        <h3 className="text-small font-medium text-ink-soft">{t('fact.files')}</h3>
        <ul className="flex flex-col">
          {info.files.map((file) => (
            <li key={file.id} className="flex min-h-7 items-center gap-2">
              <span className="min-w-0 flex-1 font-code text-small break-path">{file.path}</span>
              {!file.exists && <span className="text-small text-ink-faint">{t('fact.noFile')}</span>}
              {canReveal && file.exists && (
                <IconButton
                  label={t('fact.reveal', { path: file.path })}
                  onClick={() => void reveal({ tool: info.descriptor.id, file: file.id })}
                >
                  <FolderOpen size={15} aria-hidden="true" />
                </IconButton>
              )}
            </li>
          ))}
        </ul>
      </div>
      <button
        type="button"
        onClick={() => openLink(info.descriptor.docs)}
        className="inline-flex items-center gap-1.5 self-start rounded-sm text-small text-accent-text hover:underline"
      >
        {t('fact.docs', { tool: info.descriptor.label })}
        <ExternalLink size={13} aria-hidden="true" />
      </button>
    </>
  )
}
