import { writeFileSync } from 'node:fs'
import { benchDesktop } from './desktop'
import { benchDoctor } from './doctor'
import { benchIdle } from './idle'
import { benchInProcess } from './in-process'
import { benchProbe } from './probe'
import { benchSearch } from './search'
import { table } from './stats'
import { benchTerminal } from './terminal'

/** usage: node bench.cjs [rounds]. Prints a table and writes bench.json. Bundled first: a loader that compiles on the fly would be measured too. */
async function main(rounds: number): Promise<void> {
  const lines = [
    ...benchTerminal(rounds),
    ...(await benchInProcess(rounds)),
    ...(await benchDoctor(rounds)),
    ...(await benchProbe(rounds)),
    ...(await benchIdle()),
    ...(await benchSearch(rounds)),
    ...(await benchDesktop(rounds)),
  ]
  console.log(`${process.version}, ${process.platform}, ${rounds} rounds; medians; every ratio is within this run\n`)
  console.log(table(lines))
  writeFileSync('bench.json', `${JSON.stringify({ node: process.version, platform: process.platform, rounds, lines }, null, 2)}\n`)
}

void main(Number(process.argv[2] ?? 21))
