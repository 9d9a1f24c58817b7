import { Checkbox } from '@base-ui/react/checkbox'
import { Check } from 'lucide-react'
import { useId, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Button } from '../../components/button'
import { Dialog } from '../../components/dialog'
import { useAppStore } from '../../store/context'
import type { PlanState } from '../../store/switching'
import { PlanBody } from './plan-body'

/** What will be written, exactly, before it is written. */
export function PlanDialog() {
  const plan = useAppStore((state) => state.plan)
  return plan && <PlanWindow state={plan} />
}

function PlanWindow({ state }: { readonly state: PlanState }) {
  const { t } = useTranslation()
  const { request, phase, plan, problem } = state
  const profile = useAppStore((app) => (request.kind === 'switch' ? app.profiles.find((one) => one.id === request.profileId) : undefined))
  const tools = useAppStore((app) => app.tools)
  const applyPlan = useAppStore((app) => app.applyPlan)
  const closePlan = useAppStore((app) => app.closePlan)
  const openPlan = useAppStore((app) => app.openPlan)
  const [overwrite, setOverwrite] = useState(false)
  const confirm = useRef<HTMLButtonElement>(null)

  const name = profile?.kind === 'official' ? t('official.name') : (profile?.name ?? '')
  const labels = (request.tools ?? []).map((id) => tools.find((tool) => tool.descriptor.id === id)?.descriptor.label ?? id).join(', ')
  const title =
    request.kind === 'restore' ? t('restore.title') : labels ? t('plan.titleTools', { name, tools: labels }) : t('plan.title', { name })
  const files = plan?.tools.flatMap((tool) => tool.files) ?? []
  const conflicts = plan?.tools.some((tool) => tool.conflicts.length > 0) ?? false
  const nothing = plan !== undefined && files.length === 0 && !conflicts
  return (
    <Dialog
      frame="large"
      reading
      title={title}
      description={plan && !nothing ? t('plan.files', { count: files.length }) : undefined}
      onClose={closePlan}
      initialFocus={confirm}
      footer={
        <>
          {conflicts && <OverwriteBox checked={overwrite} onChange={setOverwrite} />}
          <Button onClick={closePlan} disabled={phase === 'applying'}>
            {nothing ? t('common.close') : t('common.cancel')}
          </Button>
          {!nothing && (
            <Button
              ref={confirm}
              look="primary"
              busy={phase === 'applying'}
              disabled={plan === undefined || (conflicts && !overwrite)}
              onClick={() => void applyPlan(overwrite)}
            >
              {request.kind === 'restore' ? t('restore.confirm') : t('plan.confirm')}
            </Button>
          )}
        </>
      }
    >
      <PlanBody phase={phase} plan={plan} problem={problem} nothing={nothing} onLookAgain={() => void openPlan(request)} />
    </Dialog>
  )
}

function OverwriteBox({ checked, onChange }: { readonly checked: boolean; readonly onChange: (checked: boolean) => void }) {
  const { t } = useTranslation()
  const id = useId()
  return (
    <div className="mr-auto flex items-center gap-2">
      <Checkbox.Root
        id={id}
        checked={checked}
        onCheckedChange={onChange}
        aria-labelledby={`${id}-label`}
        className="flex size-4 items-center justify-center rounded-sm border border-edge bg-surface data-checked:border-accent data-checked:bg-accent"
      >
        <Checkbox.Indicator className="text-on-accent">
          <Check size={12} strokeWidth={3} aria-hidden="true" />
        </Checkbox.Indicator>
      </Checkbox.Root>
      <label id={`${id}-label`} htmlFor={id}>
        {t('plan.overwrite')}
      </label>
    </div>
  )
}
