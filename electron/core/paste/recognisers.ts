import { ccswitchLink } from './ccswitch-link'
import { curl, powershell } from './curl'
import { envLines } from './env-lines'
import { json } from './json'
import { anyLink, ccrLink, cherryLink, switchyardLink } from './other-links'
import { plain } from './plain'
import type { Recogniser } from './reading'
import { toml } from './toml'

/** Every kind of text that is known, the most telling first: the first that finds something speaks. */
export const recognisers: readonly Recogniser[] = [
  ccswitchLink,
  cherryLink,
  ccrLink,
  switchyardLink,
  anyLink,
  powershell,
  curl,
  json,
  toml,
  envLines,
  plain,
]
