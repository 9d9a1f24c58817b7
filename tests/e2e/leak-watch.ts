import type { Page, Request } from '@playwright/test'
import { leakIn } from '../leak/spellings'

/** Everything in the page's memory that is reachable, as Chromium writes it down; garbage is collected first. */
async function heapOf(page: Page): Promise<string> {
  const session = await page.context().newCDPSession(page)
  const pieces: string[] = []
  session.on('HeapProfiler.addHeapSnapshotChunk', ({ chunk }) => pieces.push(chunk))
  await session.send('HeapProfiler.takeHeapSnapshot', { reportProgress: false })
  await session.detach()
  return pieces.join('')
}

/** What a page keeps beyond its screen: for the next start, or for whoever looks at its address. */
const keptBy = (page: Page): Promise<Record<'local' | 'session' | 'databases' | 'caches' | 'address', string>> =>
  page.evaluate(async () => {
    const open = (name: string) =>
      new Promise<IDBDatabase>((resolve, reject) => {
        const request = indexedDB.open(name)
        request.onsuccess = () => resolve(request.result)
        request.onerror = () => reject(request.error)
      })
    const all = (database: IDBDatabase, store: string) =>
      new Promise<unknown>((resolve, reject) => {
        const request = database.transaction(store).objectStore(store).getAll()
        request.onsuccess = () => resolve(request.result)
        request.onerror = () => reject(request.error)
      })
    const databases: unknown[] = []
    for (const { name = '' } of await indexedDB.databases()) {
      const database = await open(name)
      for (const store of database.objectStoreNames) databases.push(await all(database, store))
      database.close()
    }
    const cached: string[] = []
    // Absent where the page's scheme has no such storage.
    for (const name of await (globalThis.caches?.keys() ?? [])) {
      const cache = await caches.open(name)
      for (const request of await cache.keys()) cached.push(request.url, (await (await cache.match(request))?.text()) ?? '')
    }
    return {
      local: JSON.stringify({ ...localStorage }),
      session: JSON.stringify({ ...sessionStorage }),
      databases: JSON.stringify(databases),
      caches: cached.join('\n'),
      address: `${location.href} ${JSON.stringify(history.state)} ${document.cookie} ${document.title} ${window.name}`,
    }
  })

/** What it shows, fields included, and all that its memory holds: the stores, the drafts, what was answered. */
async function shownBy(page: Page): Promise<Record<'html' | 'fields' | 'memory', string>> {
  const seen = await page.evaluate(() => ({
    html: document.documentElement.outerHTML,
    fields: [...document.querySelectorAll('input, textarea')].map((field) => (field as HTMLInputElement).value).join('\n'),
  }))
  return { ...seen, memory: await heapOf(page) }
}

/** Where in the page the key is. While it is being typed it is of course in its field: `'typing'` looks at what outlives that alone. */
export async function leaksOf(page: Page, when: 'idle' | 'typing' = 'idle'): Promise<string[]> {
  const state = { ...(await keptBy(page)), ...(when === 'idle' && (await shownBy(page))) }
  return Object.entries(state).flatMap(([where, text]) => (leakIn(text) === undefined ? [] : [where]))
}

/**
 * The same once what is under way has ended: a request that runs, or the element that the pointer was on, still hold what they began with. What a
 * page *keeps* is there after any time.
 */
export async function lastingLeaksOf(page: Page): Promise<string[]> {
  for (let again = 0; again < 8; again++) {
    const leaks = await leaksOf(page)
    if (leaks.join() !== 'memory') return leaks
    await page.mouse.move(again, again)
    await page.waitForTimeout(400)
  }
  return ['memory']
}

/** All that goes in and out of a page, and what it says. */
export interface Traffic {
  /** Methods of the contract that carried the key to the core. */
  carriers(): readonly string[]
  /** Where else the key was: addresses, headers, answers, events, the console. */
  leaks(): Promise<readonly string[]>
}

/** @param plain addresses of answers whose purpose is a key are told apart by the method that was asked */
export async function watchTraffic(page: Page, plain: readonly string[] = []): Promise<Traffic> {
  const carriers = new Set<string>()
  const leaks: string[] = []
  const answers: Promise<void>[] = []
  const search = (where: string, text: string) => {
    if (leakIn(text) !== undefined) leaks.push(where)
  }
  page.on('request', (request) => {
    search(`address ${request.url().slice(0, 60)}`, request.url())
    if (leakIn(request.postData() ?? '') !== undefined) carriers.add(methodOf(request))
    answers.push(request.allHeaders().then((headers) => search(`headers to ${request.url()}`, JSON.stringify(headers)), gone))
  })
  page.on('response', (response) => {
    // The stream of events does not end; its messages are looked at below.
    if (response.url().endsWith('/api/events')) return
    const method = methodOf(response.request())
    if (plain.includes(method)) return
    const name = `answer to ${method || response.url()}`
    answers.push(response.text().then((body) => search(name, `${JSON.stringify(response.headers())} ${body}`), gone))
  })
  page.on('console', (message) => search(`console ${message.type()}`, message.text()))
  page.on('pageerror', (error) => search('page error', `${error.message} ${error.stack}`))
  const session = await page.context().newCDPSession(page)
  session.on('Network.eventSourceMessageReceived', ({ data }) => search('event', data))
  await session.send('Network.enable')
  return {
    carriers: () => [...carriers].sort(),
    async leaks() {
      await Promise.all(answers)
      return leaks
    },
  }
}

const methodOf = (request: Request): string => /"method":"([\w.]+)"/.exec(request.postData() ?? '')?.[1] ?? ''

/** A request that the page gave up has no headers and no answer. */
const gone = (): void => undefined
