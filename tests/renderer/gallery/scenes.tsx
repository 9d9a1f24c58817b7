import { MoreHorizontal, Pencil, Trash2 } from 'lucide-react'
import type { FunctionComponent } from 'react'
import { Alert } from '../../../renderer/components/alert'
import { Button } from '../../../renderer/components/button'
import { Dialog } from '../../../renderer/components/dialog'
import { DiffView } from '../../../renderer/components/diff-view'
import { IconButton } from '../../../renderer/components/icon-button'
import { Menu, MenuItem, MenuSeparator } from '../../../renderer/components/menu'
import { menuHostId } from '../../../renderer/components/menu-parts'
import { ProblemNote } from '../../../renderer/components/problem-note'
import { TextField } from '../../../renderer/components/text-field'
import { KeyMap } from '../../../renderer/screens/palette/key-map'
import { Palette } from '../../../renderer/screens/palette/palette'
import { json, longName, longPath, problem } from './samples'

const nothing = () => undefined

/** What lies over a screen, one at a time. */
export const scenes: Readonly<Record<string, FunctionComponent>> = {
  alert: () => (
    <Alert
      title={`Remove ${longName}?`}
      description="The profile and its key go. 配置及其密钥将被删除。"
      onClose={nothing}
      actions={
        <>
          <Button>Cancel</Button>
          <Button look="danger">Remove</Button>
        </>
      }
    >
      <ProblemNote problem={problem} />
    </Alert>
  ),
  dialog: () => (
    <Dialog
      frame="large"
      reading
      title="Switch to Harbor"
      description="2 files will change. Keys are masked here."
      onClose={nothing}
      footer={
        <>
          <Button>Cancel</Button>
          <Button look="primary">Switch</Button>
        </>
      }
    >
      <DiffView file={json} />
    </Dialog>
  ),
  sheet: () => (
    <Dialog frame="sheet" title="New profile" onClose={nothing} footer={<Button look="primary">Add profile</Button>}>
      <div className="flex flex-col gap-3">
        <TextField label="Relay URL" value={longPath} onChange={nothing} />
        <TextField label="名称" value="" onChange={nothing} />
      </div>
    </Dialog>
  ),
  menu: () => (
    <main className="flex justify-end p-8">
      <Menu
        trigger={
          <IconButton label="More">
            <MoreHorizontal size={16} aria-hidden="true" />
          </IconButton>
        }
      >
        <MenuItem icon={<Pencil size={15} />} keys="Alt+↑" onSelect={nothing}>
          Edit…
        </MenuItem>
        <MenuItem disabled onSelect={nothing}>
          Disabled 已禁用
        </MenuItem>
        <MenuItem onSelect={nothing}>{longName}</MenuItem>
        <MenuSeparator />
        <MenuItem danger icon={<Trash2 size={15} />} onSelect={nothing}>
          Remove
        </MenuItem>
      </Menu>
      <div id={menuHostId} />
    </main>
  ),
  palette: Palette,
  keys: KeyMap,
}
