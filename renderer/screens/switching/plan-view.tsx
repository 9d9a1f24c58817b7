import { useTranslation } from 'react-i18next'
import type { SwitchPlan, ToolPlan } from '../../../shared/model/switch'
import { DiffView } from '../../components/diff-view'
import { NoticeList } from '../../components/notice-list'
import { ToolGlyph } from '../../components/tool-glyph'
import { useAppStore } from '../../store/context'
import { ChangeTable } from '../status/change-table'

/** A plan, tool by tool: what to know, what was changed by hand, and the exact lines. */
export function PlanView({ plan }: { readonly plan: SwitchPlan }) {
  return plan.tools.map((tool) => <ToolPlanView key={tool.tool} plan={tool} />)
}

function ToolPlanView({ plan }: { readonly plan: ToolPlan }) {
  const { t } = useTranslation()
  const label = useAppStore((state) => state.tools.find((tool) => tool.descriptor.id === plan.tool)?.descriptor.label ?? plan.tool)
  return (
    <section aria-label={label} className="flex flex-col gap-2.5">
      <h3 className="flex items-center gap-2 font-semibold">
        <ToolGlyph tool={plan.tool} className="text-ink-soft" />
        {label}
        {plan.files.length === 0 && plan.conflicts.length === 0 && (
          <span className="font-normal text-ink-faint">{t('plan.toolNothing')}</span>
        )}
      </h3>
      <NoticeList notices={plan.notices} />
      {plan.conflicts.length > 0 && (
        <div className="flex flex-col gap-2 rounded-md bg-warn-soft p-3">
          <p className="font-medium text-warn-text">{t('plan.conflicts')}</p>
          <ChangeTable changes={plan.conflicts} />
        </div>
      )}
      {plan.files.map((file) => (
        <DiffView key={file.path} file={file} />
      ))}
    </section>
  )
}
