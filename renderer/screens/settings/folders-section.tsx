import { TriangleAlert } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import type { ToolInfo } from '../../../shared/model/tool'
import { CopyButton } from '../../components/copy-button'
import { useAppStore } from '../../store/context'
import { PathField } from './path-field'
import { SettingSection, WideRow } from './setting-row'

/** The folder of a tool's own files, for those who keep it elsewhere. */
export function FoldersSection() {
  const { t } = useTranslation()
  const tools = useAppStore((state) => state.tools)
  return (
    <SettingSection id="settings-folders" title={t('settings.folders')}>
      {tools.map((tool) => (
        <ToolFolder key={tool.descriptor.id} tool={tool} />
      ))}
    </SettingSection>
  )
}

function ToolFolder({ tool }: { readonly tool: ToolInfo }) {
  const { t } = useTranslation()
  const { id, label, folderVariable, folderBelow } = tool.descriptor
  const folders = useAppStore((state) => state.settings.toolFolders)
  const save = useAppStore((state) => state.saveSettings)
  const checkTools = useAppStore((state) => state.checkTools)
  const platform = useAppStore((state) => state.host?.platform)
  const value = folders[id] ?? ''
  if (folderVariable === undefined) return null
  const line = platform === 'win32' ? `setx ${folderVariable} "${value}"` : `export ${folderVariable}='${value.replaceAll("'", "'\\''")}'`
  return (
    <WideRow words={`${label} ${folderVariable}`}>
      <PathField
        label={t('settings.folderOf', { tool: label })}
        hint={
          folderBelow
            ? t('settings.folderBelow', { variable: folderVariable, folder: folderBelow })
            : t('settings.folderHint', { variable: folderVariable })
        }
        placeholder={tool.files[0] && folderOf(tool.files[0].path, folderBelow)}
        value={value}
        onSave={async (folder) => {
          await save({ toolFolders: { ...folders, [id]: folder } })
          await checkTools()
        }}
      />
      {value !== '' && (
        <div className="mt-2 flex gap-2 rounded-md bg-warn-soft px-3 py-2 text-small">
          <TriangleAlert size={14} className="mt-0.5 shrink-0 text-warn" aria-hidden="true" />
          <div className="min-w-0 flex-1">
            <p className="text-warn-text">{t('settings.folderTell', { tool: label })}</p>
            <code className="font-code text-ink break-path">{line}</code>
          </div>
          <CopyButton text={line} label={t('settings.folderCopy', { variable: folderVariable })} />
        </div>
      )}
    </WideRow>
  )
}

const parentOf = (path: string): string => path.replace(/[\\/][^\\/]*$/, '')

/** The folder that the variable would name for this file. */
function folderOf(file: string, below: string | undefined): string {
  const folder = parentOf(file)
  return below !== undefined && folder.endsWith(below) ? parentOf(folder) : folder
}
