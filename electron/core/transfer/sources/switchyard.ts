import { text } from '../../../../shared/model/text'
import { isExport, openExport } from '../export-document'
import type { Source } from '../portable'

/** An export of Switchyard's own, sealed or plain. */
export const switchyardExport: Source = {
  id: 'switchyard',
  label: text('Switchyard export', 'Switchyard 导出文件'),
  strict: true,
  async read(file) {
    if (!isExport(file.json)) return undefined
    const profiles = await openExport(file.json, file)
    return profiles === 'sealed' ? profiles : { candidates: profiles.map((profile) => ({ profile, notices: [], risks: [] })), notices: [] }
  },
}
