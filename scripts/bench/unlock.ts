/**
 * usage: node unlock.cjs <data folder> <profile>. Prints the milliseconds (of CPU, and by the clock) that it takes, in a process that has loaded nothing
 * yet, to unlock the vault and to read a profile's key: loading the code and `node:crypto`, finding the profile, opening the data key, opening the key.
 */
async function main(folder: string, name: string): Promise<void> {
  const from = process.hrtime.bigint()
  const before = process.cpuUsage()
  const { createVault } = await import('../../electron/core/vault/vault')
  const { profileNamed } = await import('../../electron/core/profile-lookup')
  const { plainJsonStore } = await import('../../electron/core/json-store')
  const vault = createVault(folder, { platform: 'linux', env: process.env })
  const profile = profileNamed({ profiles: plainJsonStore(`${folder}/profiles.json`), vault }, name)
  await vault.load()
  const isRead = profile?.relay.key.startsWith('sk-')
  const { user, system } = process.cpuUsage(before)
  const taken = Number(process.hrtime.bigint() - from) / 1e6
  if (!isRead) throw new Error('The key was not read.')
  process.stdout.write(JSON.stringify({ cpu: (user + system) / 1000, clock: taken }))
}

void main(process.argv[2] ?? '', process.argv[3] ?? '')
