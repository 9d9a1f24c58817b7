import { useTranslation } from 'react-i18next'
import { useAppStore } from '../../store/context'
import type { TestRow } from '../../store/testing'
import { TestLine } from './test-line'

/** Profile by profile and tool by tool, as the steps arrive. */
export function TestTable({ rows }: { readonly rows: readonly TestRow[] }) {
  const { t } = useTranslation()
  const profiles = useAppStore((state) => state.profiles)
  const ids = [...new Set(rows.map((row) => row.profileId))]
  if (rows.length === 0) return <p className="py-8 text-center text-ink-soft">{t('test.nothing')}</p>
  return (
    <div className="overflow-hidden rounded-lg border border-line">
      <table aria-label={t('test.title')} className="w-full table-fixed border-collapse text-left">
        <thead className="bg-canvas text-small text-ink-faint">
          <tr>
            <th scope="col" className="w-44 py-1.5 pl-3 font-medium max-mid:w-36">
              {t('test.tool')}
            </th>
            <th scope="col" className="w-28 py-1.5 font-medium">
              {t('test.reached')}
            </th>
            <th scope="col" className="py-1.5 font-medium">
              {t('test.verdict')}
            </th>
            <th scope="col" className="w-40 py-1.5 pr-4 font-medium max-mid:w-20">
              {t('test.time')}
            </th>
            <th scope="col" className="w-28 py-1.5 pr-3 font-medium">
              {t('test.before')}
            </th>
          </tr>
        </thead>
        {ids.map((id) => {
          const name = profiles.find((profile) => profile.id === id)?.name
          return (
            <tbody key={id} className="border-t border-line">
              {ids.length > 1 && (
                <tr>
                  <th scope="rowgroup" colSpan={5} title={name} className="truncate px-3 pt-2 font-semibold">
                    {name}
                  </th>
                </tr>
              )}
              {rows
                .filter((row) => row.profileId === id)
                .map((row) => (
                  <TestLine key={row.tool} row={row} />
                ))}
            </tbody>
          )
        })}
      </table>
    </div>
  )
}
