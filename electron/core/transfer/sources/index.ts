import type { Source } from '../portable'
import { ccswitchConfig } from './ccswitch-config'
import { ccswitchSql } from './ccswitch-sql'
import { cherryProviders } from './cherry'
import { importLinks } from './links'
import { switchyardExport } from './switchyard'

/** Every kind of file that can be imported; the first that knows it reads it. */
export const sources: readonly Source[] = [switchyardExport, importLinks, ccswitchSql, ccswitchConfig, cherryProviders]
