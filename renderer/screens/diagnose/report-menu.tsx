import { ClipboardCopy } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { Button } from '../../components/button'
import { Menu, MenuItem } from '../../components/menu'
import { copyText } from '../../lib/copy-text'
import { useAppStore } from '../../store/context'

/** The last run as a text for a relay's support, with nothing private in it. */
export function ReportMenu() {
  const { t } = useTranslation()
  const reportText = useAppStore((state) => state.reportText)
  const attempt = useAppStore((state) => state.attempt)
  const notify = useAppStore((state) => state.notify)
  const copy = (withHost: boolean) =>
    void attempt(async () => {
      await copyText(await reportText(withHost))
      notify({ kind: 'copied' })
    })
  return (
    <Menu
      trigger={
        <Button>
          <ClipboardCopy size={15} aria-hidden="true" />
          {t('diagnose.report')}
        </Button>
      }
    >
      <MenuItem onSelect={() => copy(false)}>{t('diagnose.reportPlain')}</MenuItem>
      <MenuItem onSelect={() => copy(true)}>{t('diagnose.reportHost')}</MenuItem>
    </Menu>
  )
}
