import { lstatSync } from 'node:fs'
import path from 'node:path'
import type { Api } from '../../../shared/contract'
import type { Problem } from '../../../shared/model/switch'
import { text } from '../../../shared/model/text'
import { ProblemError } from '../../../shared/transport'
import { plainKey } from '../chosen-key'
import { refused } from '../problem'
import { profileById, profileFinder } from '../profile-lookup'
import { unknownTool } from '../profile-names'
import { readProfiles } from '../profile-store'
import type { Scope } from '../scope'
import { readSettings } from '../settings-store'
import { readStatus } from '../status'
import { findInstallation } from '../tools/installation'
import { ready } from './ready'

/** Links that may be opened in the system's browser: exact https hosts, with their subdomains. */
const LINK_HOSTS = ['anthropic.com', 'claude.com', 'openai.com', 'google.com', 'github.com', 'geminicli.com', 'google-gemini.github.io']

type Methods = Pick<Api, 'host.info' | 'tools.list' | 'tools.status' | 'desktop.reveal' | 'desktop.openLink' | 'desktop.copyKey'>

/** Methods about the machine, this shell and the installed tools. */
export function hostMethods(scope: Scope): Methods {
  const { host, adapters } = scope
  const toolFile = (tool: string, file: string): string | undefined => {
    const adapter = adapters.find(({ descriptor }) => descriptor.id === tool)
    if (adapter === undefined) throw unknownTool(tool, adapters)
    return adapter.locate(host.place).find(({ id }) => id === file)?.path
  }
  return {
    'host.info': async () => ({
      version: host.version,
      shell: host.shell,
      platform: host.place.platform,
      dataFolder: host.dataFolder,
      locale: host.locale,
      can: { ...host.can, copyKey: host.copySecret !== undefined },
      problems: storeProblems(scope),
    }),
    'tools.list': async () =>
      adapters.map((adapter) => ({
        descriptor: adapter.descriptor,
        installation: findInstallation(adapter.command, host.place),
        files: adapter
          .locate(host.place)
          .map(({ id, path: file }) => ({ id, path: file, exists: lstatSync(file, { throwIfNoEntry: false }) !== undefined })),
      })),
    'tools.status': async () => {
      await ready(scope)
      return readStatus(host, adapters, profileFinder(host))
    },
    'desktop.reveal': async ({ target }) => {
      if (host.reveal === undefined) throw notHere()
      await host.reveal(target === 'data' ? host.dataFolder : path.dirname(toolFile(target.tool, target.file) ?? host.dataFolder))
      return null
    },
    'desktop.openLink': async ({ url }) => {
      if (host.openLink === undefined) throw notHere()
      if (
        !isAllowed(
          url,
          readProfiles(host).profiles.flatMap(({ relay }) => relay.website ?? []),
        )
      )
        throw linkRefused()
      await host.openLink(url)
      return null
    },
    'desktop.copyKey': async ({ id, keyId }) => {
      if (host.copySecret === undefined) throw notHere()
      await host.copySecret(plainKey(profileById(host, id), keyId, host.vault))
      return null
    },
  }
}

/** What is wrong with the stores now, and what was set aside since the start. */
function storeProblems({ host, setAside }: Scope): Problem[] {
  try {
    readSettings(host)
    const { problems } = readProfiles(host)
    return [...setAside, ...problems]
  } catch (error) {
    if (error instanceof ProblemError) return [...setAside, error.problem]
    throw error
  }
}

/** https only, and only to a known host or to the website that the user gave a profile. */
function isAllowed(url: string, websites: readonly string[]): boolean {
  if (!URL.canParse(url)) return false
  const { protocol, hostname, username } = new URL(url)
  if (protocol !== 'https:' || username !== '') return false
  return LINK_HOSTS.some((known) => hostname === known || hostname.endsWith(`.${known}`)) || websites.includes(url)
}

const notHere = () =>
  refused(
    'not-here',
    text('Only the desktop app can do that.', '只有桌面应用可以执行此操作。'),
    text('Open the desktop app.', '请打开桌面应用。'),
  )

const linkRefused = () =>
  refused(
    'link-refused',
    text('This link is not opened from Switchyard.', 'Switchyard 不会打开此链接。'),
    text('Copy it into your browser if you trust it.', '如果您信任它，请复制到浏览器中打开。'),
  )
