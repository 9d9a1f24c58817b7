/** What names a relay at a glance: host, port and path, without the scheme. */
export const hostOf = (url: string): string => url.replace(/^https?:\/\//, '').replace(/\/$/, '')
