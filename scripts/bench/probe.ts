import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { testMany } from '../../electron/core/connection/bulk'
import { direct } from '../../electron/core/connection/net/route'
import { send } from '../../electron/core/connection/net/send'
import { defaultTimeouts } from '../../electron/core/connection/net/timeouts'
import { type Contexts, TrustStore } from '../../electron/core/connection/net/trust'
import type { ProbePlan } from '../../electron/core/connection/plan'
import { toolById } from '../../electron/core/tools/index'
import { makeAuthorities } from '../../tests/support/lab/authorities'
import { tlsOptionsFor } from '../../tests/support/lab/tls-cases'
import { startProbeServer } from './probe-server'
import { type Line, line, median } from './stats'

const MANY = 50
/** Requests of one turn. */
const A_TURN = 4
/** Requests before the first that counts. */
const WARM_UP = 300

/** What a probe adds to the server's own time, and what many at once cost, against curl on the same server and in turn with it. */
export async function benchProbe(rounds: number): Promise<Line[]> {
  if (spawnSync('curl', ['--version']).status !== 0) {
    console.log('skipped: probes against curl, because curl is not installed')
    return []
  }
  const folder = mkdtempSync(path.join(tmpdir(), 'sy-probe-'))
  const authorities = makeAuthorities()
  const caFile = path.join(folder, 'ca.pem')
  writeFileSync(caFile, authorities.root.certPem)
  const { cert, key } = tlsOptionsFor('good', authorities)
  const server = await startProbeServer({ cert: String(cert), key: String(key) })
  try {
    const bench = { caFile, context: new TrustStore().for({ ...ownTrust, extra: ['CA'] }, { CA: caFile }).context }
    return [
      await single('http', `${server.http}/v1/models`, bench, rounds),
      await single('https', `${server.https}/v1/models`, bench, rounds),
      ...(await many(`${server.https}/slow`, bench, Math.max(3, rounds >> 2))),
    ]
  } finally {
    server.close()
    rmSync(folder, { recursive: true, force: true })
  }
}

interface Bench {
  readonly caFile: string
  readonly context: ReturnType<TrustStore['all']>
}

const ownTrust = { bundled: false, system: false, replace: [] }
const shown = (...values: number[]) => values.map((value) => `${value.toFixed(2)} ms`).join(' / ')

/**
 * In turn, a few requests each. The first one of a turn does not count: while curl runs, this process sleeps, and what the processor had of it is
 * gone; curl starts anew for every request, and that start is not in its time.
 */
async function single(scheme: string, url: string, bench: Bench, rounds: number): Promise<Line> {
  const ours: number[] = []
  const curls: number[] = []
  for (let n = 0; n < WARM_UP; n += 1) await probeOnce(url, bench)
  for (let round = -2; round < rounds; round += 1) {
    const own: number[] = []
    for (let n = 0; n <= A_TURN; n += 1) own.push(await probeOnce(url, bench))
    const curl = Array.from({ length: A_TURN }, () => curlOverheads([url], bench)[0] ?? Number.NaN)
    if (round < 0) continue
    ours.push(...own.slice(1))
    curls.push(...curl)
  }
  const [own, curl] = [median(ours), median(curls)]
  return line(`a probe over ${scheme}, over the server's own time`, own / curl, 'ratio', 1, `${shown(own, curl)} (curl)`)
}

/** Fifty relays that take 200 ms. The table asks each for its list and then with an empty question, so curl asks fifty twice. */
async function many(root: string, bench: Bench, rounds: number): Promise<Line[]> {
  const figures = { table: [] as number[], curl: [] as number[], extra: [] as number[], curlExtra: [] as number[] }
  const plan = planFor(root)
  const contexts: Contexts = new Map()
  const urls = Array.from({ length: MANY }, (_, n) => `${root}/v1/models?limit=1000&n=${n}`)
  for (let round = -1; round < rounds; round += 1) {
    const startTable = performance.now()
    const reports = await testMany(
      urls.map((url) => ({ profileId: url, plan })),
      {
        place: { platform: 'linux', home: '/', env: { NODE_EXTRA_CA_CERTS: bench.caFile } },
        depth: 'free',
        trustStore: new TrustStore(contexts),
      },
    )
    const table = performance.now() - startTable
    const startCurl = performance.now()
    const curlExtra = [curlOverheads(urls, bench), curlOverheads(urls, bench)].flat()
    const curl = performance.now() - startCurl
    if (round < 0) continue
    const extra = reports.map(({ timings }) => (timings?.totalMs ?? Number.NaN) - 200)
    figures.table.push(table)
    figures.curl.push(curl)
    figures.extra.push(...extra)
    figures.curlExtra.push(...curlExtra)
  }
  const [table, curl] = [median(figures.table), median(figures.curl)]
  const [extra, curlExtra] = [median(figures.extra), median(figures.curlExtra)]
  return [
    line(`${MANY} https relays of 200 ms, two requests each`, table / curl, 'ratio', 1.05, `${shown(table, curl)} (curl -Z)`),
    line(`time reported of one of ${MANY}, over the server's own`, extra / curlExtra, 'ratio', 0.5, `${shown(extra, curlExtra)} (curl -Z)`),
  ]
}

/** Milliseconds of one request over what the server says it took. */
async function probeOnce(url: string, { context }: Bench): Promise<number> {
  const way = { route: direct, context, timeouts: defaultTimeouts, tunnelsHttp: false }
  const { timings, headers } = await send({ request: { method: 'GET', url, headers: {} }, secret: {}, way })
  return timings.totalMs - Number(headers['x-own-ms'])
}

/** The same by curl; its own start is not in `time_total`. */
function curlOverheads(urls: readonly string[], { caFile }: Bench): number[] {
  const common = ['-s', '--http1.1', '--cacert', caFile, '-H', 'connection: close', '-w', '%{time_total} %header{x-own-ms}\n']
  const parallel = urls.length > 1 ? ['-Z', '--parallel-max', String(urls.length), '--parallel-immediate'] : []
  const { stdout, status } = spawnSync('curl', [...common, ...parallel, ...urls.flatMap((url) => ['-o', '/dev/null', url])], {
    encoding: 'utf8',
  })
  if (status !== 0) throw new Error(`curl ended with ${status}`)
  return stdout
    .trim()
    .split('\n')
    .map((row) => Number(row.split(' ')[0]) * 1000 - Number(row.split(' ')[1]))
}

function planFor(root: string): ProbePlan {
  const claude = toolById('claude')
  if (claude === undefined) throw new Error('claude')
  return claude.probe({
    profileName: 'B',
    baseUrl: root,
    key: 'sk-good',
    models: { main: 'claude-x' },
    options: { auth: 'token' },
    extra: {},
  })
}
