import { writeFileSync } from 'node:fs'
import { benchIdle } from './idle'
import { benchInProcess } from './in-process'
import { table } from './stats'
import { benchTerminal } from './terminal'

/** usage: tsx scripts/bench/main.ts [rounds]. Prints a table and writes bench.json. Build first. */
const rounds = Number(process.argv[2] ?? 15)
const lines = [...benchTerminal(rounds), ...(await benchInProcess(rounds)), ...(await benchIdle())]
console.log(`${process.version}, ${process.platform}, ${rounds} rounds; medians; every ratio is within this run\n`)
console.log(table(lines))
writeFileSync('bench.json', `${JSON.stringify({ node: process.version, platform: process.platform, rounds, lines }, null, 2)}\n`)
