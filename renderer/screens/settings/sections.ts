import type { TFunction } from 'i18next'
import type { FunctionComponent } from 'react'
import type { HostInfo } from '../../../shared/model/host'
import { AboutSection } from './about-section'
import { AppearanceSection } from './appearance-section'
import { DataSection } from './data-section'
import { DesktopSection } from './desktop-section'
import { FoldersSection } from './folders-section'
import { NetworkSection } from './network-section'
import { VaultSection } from './vault-section'

/** A part of the settings. `id` is the id of the section's element. */
export interface SettingsPart {
  readonly id: string
  title(t: TFunction): string
  readonly Section: FunctionComponent
  /** Where it has something to show; without it: everywhere. */
  when?(host: HostInfo): boolean
}

/** Every part, in the order of the screen and of its index. A new part is its own file and one line here. */
export const settingsParts: readonly SettingsPart[] = [
  { id: 'settings-appearance', title: (t) => t('settings.appearance'), Section: AppearanceSection },
  { id: 'settings-desktop', title: (t) => t('settings.window'), Section: DesktopSection, when: ({ shell }) => shell === 'desktop' },
  { id: 'settings-vault', title: (t) => t('vault.title'), Section: VaultSection },
  { id: 'settings-folders', title: (t) => t('settings.folders'), Section: FoldersSection },
  { id: 'settings-network', title: (t) => t('settings.network'), Section: NetworkSection },
  { id: 'settings-data', title: (t) => t('settings.data'), Section: DataSection },
  { id: 'settings-about', title: (t) => t('settings.about'), Section: AboutSection },
]
