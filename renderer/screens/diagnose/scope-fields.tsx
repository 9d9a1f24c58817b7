import { useTranslation } from 'react-i18next'
import { TextField } from '../../components/text-field'
import { Toggle } from '../../components/toggle'
import { useAppStore } from '../../store/context'

/** Where to look, and whether to ask the relays. */
export function ScopeFields() {
  const { t } = useTranslation()
  const scope = useAppStore((state) => state.doctorScope)
  const change = useAppStore((state) => state.setDoctorScope)
  return (
    <div className="grid grid-cols-2 items-start gap-x-8 gap-y-3 max-mid:grid-cols-1">
      <TextField
        code
        label={t('diagnose.folder')}
        hint={t('diagnose.folderHint')}
        placeholder="/home/me/project"
        value={scope.folder}
        onChange={(folder) => change({ folder })}
      />
      <div className="pt-1">
        <Toggle
          label={t('diagnose.network')}
          hint={t('diagnose.networkHint')}
          checked={scope.network}
          onChange={(network) => change({ network })}
        />
      </div>
    </div>
  )
}
