import { Plus, Trash2 } from 'lucide-react'
import type { ReactNode } from 'react'
import { Avatar } from '../../../renderer/components/avatar'
import { Button } from '../../../renderer/components/button'
import { ChipButton } from '../../../renderer/components/chip'
import { CopyButton } from '../../../renderer/components/copy-button'
import { DiffView } from '../../../renderer/components/diff-view'
import { Fold } from '../../../renderer/components/fold'
import { HealthDot } from '../../../renderer/components/health-dot'
import { IconButton } from '../../../renderer/components/icon-button'
import { KeyCaps } from '../../../renderer/components/key-caps'
import { Mark } from '../../../renderer/components/mark'
import { NoticeList } from '../../../renderer/components/notice-list'
import { ProblemNote } from '../../../renderer/components/problem-note'
import { ProgressBar } from '../../../renderer/components/progress-bar'
import { SearchField } from '../../../renderer/components/search-field'
import { SecretField } from '../../../renderer/components/secret-field'
import { Segmented } from '../../../renderer/components/segmented'
import { SelectField } from '../../../renderer/components/select-field'
import { Spinner } from '../../../renderer/components/spinner'
import { TextArea } from '../../../renderer/components/text-area'
import { TextField } from '../../../renderer/components/text-field'
import { Toggle } from '../../../renderer/components/toggle'
import { ToolGlyph } from '../../../renderer/components/tool-glyph'
import { ToastCard } from '../../../renderer/screens/toast-card'
import { text } from '../../../shared/model/text'
import { dotenv, json, longName, longPath, problem, toml } from './samples'

const nothing = () => undefined
/** What a focus ring looks like, held still: the same declaration as in app.css. */
const focused = { outline: '2px solid var(--focus)', outlineOffset: 2 }
const looks = ['primary', 'plain', 'ghost', 'danger'] as const
const fault = { message: 'This is not a web address.', cure: 'Start with https://, or leave it empty.' }
const choices = [
  { id: 'a', label: 'System' },
  { id: 'b', label: 'English' },
  { id: 'c', label: '简体中文' },
] as const

/** Every component in every state. */
export function Components() {
  return (
    <main className="flex flex-col gap-8 bg-canvas p-8">
      <h1 className="text-title font-semibold tracking-tight">Components</h1>
      <Part title="Type">
        <p className="text-hero font-semibold">Hero 24 中文</p>
        <p className="text-title font-semibold">Title 18 中文</p>
        <p className="text-large">Large 15 中文</p>
        <p>Base 13 中文</p>
        <p className="text-small text-ink-soft">Small 12 中文</p>
        <p className="text-mini text-ink-faint">Mini 11 中文</p>
        <p className="font-code text-small">https://api.example/v1 中文</p>
      </Part>
      <Part title="Mark, avatars, tools, keys">
        <Mark className="size-10" />
        <Mark unlit className="size-10" />
        <Avatar name="Northline" color="#2f7de1" />
        <Avatar name="云桥" color="#7a4ce0" />
        <Avatar name="" />
        <Avatar name="Official" official />
        <Avatar size="small" name="h" color="#c2571a" />
        {['claude', 'codex', 'gemini', 'unknown'].map((tool) => (
          <ToolGlyph key={tool} tool={tool} />
        ))}
        <KeyCaps shortcut={{ mod: true, shift: true, key: 'v' }} />
        <KeyCaps shortcut={{ key: '?' }} />
        {(['works', 'reached', 'warns', 'fails', 'cancelled', 'waiting', 'running'] as const).map((outcome) => (
          <HealthDot key={outcome} outcome={outcome} />
        ))}
      </Part>
      {looks.map((look) => (
        <Part key={look} title={`Button, ${look}`}>
          <Button look={look}>Switch</Button>
          <Button look={look} style={focused}>
            Focused
          </Button>
          <Button look={look} busy>
            Switch
          </Button>
          <Button look={look} disabled>
            Disabled
          </Button>
          <Button look={look}>
            <Plus size={16} aria-hidden="true" /> 添加配置
          </Button>
          <Button look={look} size="small">
            Small
          </Button>
        </Part>
      ))}
      <Part title="Icon buttons, chips">
        <IconButton label="Remove">
          <Trash2 size={15} aria-hidden="true" />
        </IconButton>
        <IconButton label="Remove" style={focused}>
          <Trash2 size={15} aria-hidden="true" />
        </IconButton>
        <IconButton label="Remove" disabled>
          <Trash2 size={15} aria-hidden="true" />
        </IconButton>
        <CopyButton text="x" label="Copy" />
        {(['lit', 'quiet', 'warn', 'danger'] as const).map((tone) => (
          <ChipButton key={tone} tone={tone}>
            {tone} 已同步
          </ChipButton>
        ))}
        <ChipButton tone="lit" style={focused}>
          Focused
        </ChipButton>
      </Part>
      <Part title="Fields" grid>
        <TextField label="Empty" value="" placeholder="https://api.example" onChange={nothing} />
        <TextField code label="Filled" value="https://api.example/v1" hint="Any form of the URL will do." onChange={nothing} />
        <TextField label="Wrong" value="htp:/example" fault={fault} onChange={nothing} />
        <TextField label="Disabled" value="Northline" disabled onChange={nothing} />
        <TextField label="Focused" value="Northline" style={focused} onChange={nothing} />
        <TextField label={longName} value={longName} hint={longPath} onChange={nothing} />
        <TextField label="名称" value="云桥中转站" hint="以主机名命名。" onChange={nothing} />
        <SecretField label="API key" value="" placeholder="sk-…5577 is stored" onChange={nothing} />
        <SecretField label="API key, typed" value="sk-0000000000000000" onChange={nothing} />
        <SelectField label="Protocol" value="b" choices={choices} onChange={nothing} />
        <TextArea label="Notes" value="Billing renews on the 3rd.\n每月三日续费。" onChange={nothing} />
        <SearchField label="Search profiles" value="" onChange={nothing} />
        <SearchField label="Search profiles" value="harbor" onChange={nothing} />
      </Part>
      <Part title="Choices" grid>
        <Segmented label="Language" value="a" choices={choices} onChange={nothing} />
        <Toggle label="On" hint="With a hint that says what it does." checked onChange={nothing} />
        <Toggle label="Off" checked={false} onChange={nothing} />
        <Toggle label="On, disabled" checked disabled onChange={nothing} />
        <Toggle label="Off, disabled" checked={false} disabled onChange={nothing} />
        <Toggle label={longName} hint={longPath} checked onChange={nothing} />
      </Part>
      <Part title="Messages" grid>
        <ProblemNote problem={problem}>
          <Button size="small">Try again</Button>
        </ProblemNote>
        <ProblemNote problem={{ code: 'x', kind: 'internal', message: text(longPath, longPath) }} />
        <NoticeList
          notices={[
            {
              id: 'a',
              severity: 'info',
              message: text('A running Codex keeps the old relay.', '运行中的 Codex 仍使用旧中转站。'),
              cure: text('Close it and start it again.', '请关闭后重新启动。'),
            },
            { id: 'b', severity: 'warn', message: text('The variable wins.', '以环境变量为准。') },
          ]}
        />
        <Fold title="Folded">hidden</Fold>
        <Fold title="Unfolded" startsOpen>
          <p>What belongs to it.</p>
        </Fold>
        <div className="flex items-center gap-4">
          <Spinner />{' '}
          <span className="flex-1">
            <ProgressBar label="Loading" />
          </span>
        </div>
      </Part>
      <Part title="Toasts" grid>
        <ol className="flex flex-col gap-2">
          <ToastCard
            toast={{ id: 1, kind: 'switched', profile: 'Harbor', report: { historyId: 'x', files: [json], notices: [], status: [] } }}
          />
          <ToastCard toast={{ id: 2, kind: 'undone', report: { files: [], notices: [], status: [] } }} />
        </ol>
        <ol className="flex flex-col gap-2">
          <ToastCard toast={{ id: 3, kind: 'problem', problem }} />
          <ToastCard toast={{ id: 4, kind: 'saved', profile: longName }} />
        </ol>
      </Part>
      <Part title="Diff, one column" wide>
        <div className="w-full max-w-3xl">
          <DiffView file={json} />
        </div>
        <div className="w-full max-w-3xl">
          <DiffView file={toml} />
        </div>
      </Part>
      <Part title="Diff, side by side" wide>
        <div className="w-full">
          <DiffView file={json} />
        </div>
        <div className="w-full">
          <DiffView file={dotenv} />
        </div>
      </Part>
    </main>
  )
}

interface PartProps {
  readonly title: string
  readonly grid?: boolean
  readonly wide?: boolean
  readonly children: ReactNode
}

function Part({ title, grid, wide, children }: PartProps) {
  const layout = grid ? 'grid grid-cols-3 items-start gap-5' : wide ? 'flex flex-col gap-4' : 'flex flex-wrap items-center gap-3'
  return (
    <section aria-label={title} className="flex flex-col gap-3">
      <h2 className="text-small font-medium text-ink-faint">{title}</h2>
      <div className={`rounded-lg border border-line bg-surface p-5 ${layout}`}>{children}</div>
    </section>
  )
}
