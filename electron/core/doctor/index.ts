import type { Check } from './check'
import { baseUrlShape } from './checks/base-url-shape'
import { caFile } from './checks/ca-file'
import { claudeApiKeyHelper } from './checks/claude-api-key-helper'
import { claudeBadValue } from './checks/claude-bad-value'
import { claudeConfigDirInSettings } from './checks/claude-config-dir-in-settings'
import { claudeCustomHeaders } from './checks/claude-custom-headers'
import { claudeKeyApproval } from './checks/claude-key-approval'
import { claudeOnboarding } from './checks/claude-onboarding'
import { claudeProviderSwitch } from './checks/claude-provider-switch'
import { claudeSecondCredential } from './checks/claude-second-credential'
import { clock } from './checks/clock'
import { codexAuthFile } from './checks/codex-auth-file'
import { codexDaemon } from './checks/codex-daemon'
import { codexEnvKey } from './checks/codex-env-key'
import { codexLegacyProfiles } from './checks/codex-legacy-profiles'
import { codexModelMigration } from './checks/codex-model-migration'
import { codexProviderCheck } from './checks/codex-provider'
import { codexRootKeys } from './checks/codex-root-keys'
import { codexWebsocket } from './checks/codex-websocket'
import { codexWireApi } from './checks/codex-wire-api'
import { configFolder } from './checks/config-folder'
import { configMisplaced } from './checks/config-misplaced'
import { configParses } from './checks/config-parses'
import { configPermissions } from './checks/config-permissions'
import { diskSpace } from './checks/disk-space'
import { envOtherShell } from './checks/env-other-shell'
import { envOverrides } from './checks/env-overrides'
import { envShared } from './checks/env-shared'
import { envStale } from './checks/env-stale'
import { envUseless } from './checks/env-useless'
import { geminiAuthMechanism } from './checks/gemini-auth-mechanism'
import { geminiAuthType } from './checks/gemini-auth-type'
import { geminiChangedRequests } from './checks/gemini-changed-requests'
import { geminiEnvQuotes } from './checks/gemini-env-quotes'
import { geminiEnvShadow } from './checks/gemini-env-shadow'
import { geminiSystemSettings } from './checks/gemini-system-settings'
import { geminiTrust } from './checks/gemini-trust'
import { geminiUselessSettings } from './checks/gemini-useless-settings'
import { keyCommand } from './checks/key-command'
import { keyExpiring } from './checks/key-expiring'
import { keyFormat } from './checks/key-format'
import { leftoverSwitcher } from './checks/leftover-switcher'
import { liveMatchesProfile } from './checks/live-matches-profile'
import { loginLeak } from './checks/login-leak'
import { modelUnnamed } from './checks/model-unnamed'
import { networkHome } from './checks/network-home'
import { ownDoctor } from './checks/own-doctor'
import { proxyDead } from './checks/proxy-dead'
import { proxyRules } from './checks/proxy-rules'
import { proxySystem } from './checks/proxy-system'
import { relayBaseUrl } from './checks/relay-base-url'
import { relayError } from './checks/relay-error'
import { relayKey } from './checks/relay-key'
import { relayLocal } from './checks/relay-local'
import { relayModel } from './checks/relay-model'
import { relayOther } from './checks/relay-other'
import { relayPermission } from './checks/relay-permission'
import { relayRateLimit } from './checks/relay-rate-limit'
import { relayReachable } from './checks/relay-reachable'
import { relayStreaming } from './checks/relay-streaming'
import { relayTls } from './checks/relay-tls'
import { runningSessions } from './checks/running-sessions'
import { secretsPrivate } from './checks/secrets-private'
import { tlsVerification } from './checks/tls-verification'
import { toolInstalled } from './checks/tool-installed'
import { toolSeveral } from './checks/tool-several'
import { toolTooOld } from './checks/tool-too-old'
import { tryIt } from './checks/try-it'
import { twoSwitchers } from './checks/two-switchers'
import { vaultOpen } from './checks/vault-open'
import { whyIgnored } from './checks/why-ignored'

/** Every check, in the order in which people read them: from the tool on the disk to the relay. A new check is its own file and one line here. */
export const checks: readonly Check[] = [
  toolInstalled,
  toolSeveral,
  toolTooOld,
  configFolder,
  configMisplaced,
  configParses,
  configPermissions,
  secretsPrivate,
  vaultOpen,
  liveMatchesProfile,
  whyIgnored,
  baseUrlShape,
  keyFormat,
  keyExpiring,
  keyCommand,
  modelUnnamed,
  loginLeak,
  leftoverSwitcher,
  twoSwitchers,
  relayLocal,
  claudeBadValue,
  claudeSecondCredential,
  claudeCustomHeaders,
  claudeApiKeyHelper,
  claudeKeyApproval,
  claudeProviderSwitch,
  claudeOnboarding,
  claudeConfigDirInSettings,
  codexRootKeys,
  codexProviderCheck,
  codexWebsocket,
  codexWireApi,
  codexLegacyProfiles,
  codexAuthFile,
  codexEnvKey,
  codexDaemon,
  codexModelMigration,
  geminiSystemSettings,
  geminiAuthType,
  geminiAuthMechanism,
  geminiChangedRequests,
  geminiUselessSettings,
  geminiEnvQuotes,
  geminiTrust,
  geminiEnvShadow,
  envOverrides,
  envStale,
  envOtherShell,
  envUseless,
  envShared,
  proxyDead,
  proxyRules,
  proxySystem,
  tlsVerification,
  caFile,
  clock,
  diskSpace,
  networkHome,
  runningSessions,
  relayReachable,
  relayTls,
  relayBaseUrl,
  relayKey,
  relayPermission,
  relayModel,
  relayRateLimit,
  relayError,
  relayOther,
  relayStreaming,
  ownDoctor,
  tryIt,
]

export const checkWithId = (id: string): Check | undefined => checks.find((check) => check.id === id)
