const html = `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>Switchyard</title>
<link rel="icon" href="data:,">
<link rel="stylesheet" href="/login.css">
<script src="/login.js" defer></script>
</head>
<body>
<main>
<h1>Switchyard</h1>
<p id="message" role="status">…</p>
<p id="hint"></p>
<noscript>Switchyard needs JavaScript. Switchyard 需要 JavaScript。</noscript>
</main>
</body>
</html>
`

const css = `:root { color-scheme: light dark; }
body { margin: 0; min-height: 100vh; display: grid; place-items: center; font: 16px/1.5 system-ui, sans-serif; color: #1c1e21; background: #f5f6f7; }
main { max-width: 32rem; padding: 2rem; }
h1 { font-size: 1.25rem; margin: 0 0 .75rem; }
p { margin: 0 0 .5rem; }
@media (prefers-color-scheme: dark) { body { color: #e8eaed; background: #16181b; } }
`

/** The token stands in the fragment, which browsers never send; it is taken out of the address and the browser's history at once. */
const js = `const texts = {
  en: { wait: 'Signing in…', missing: 'Open the link that "switchyard serve" printed.', down: 'Switchyard does not answer.', hint: 'Is "switchyard serve" still running? Press Enter there for a new link.' },
  zh: { wait: '正在登录…', missing: '请打开 "switchyard serve" 输出的链接。', down: 'Switchyard 没有响应。', hint: '"switchyard serve" 还在运行吗？在该终端按回车可获取新链接。' },
}
const language = navigator.language.toLowerCase().startsWith('zh') ? 'zh' : 'en'
const say = (message, hint) => {
  document.getElementById('message').textContent = message
  document.getElementById('hint').textContent = hint ?? ''
}
const post = async (path, body) => {
  const answer = await fetch(path, { method: 'POST', headers: { 'Content-Type': 'application/json' }, body: JSON.stringify(body) })
  return answer.json()
}
const signIn = async () => {
  const token = new URLSearchParams(location.hash.slice(1)).get('token')
  history.replaceState(null, '', '/login')
  say(texts[language].wait)
  const login = token ? await post('/api/login', { token }) : undefined
  if (login?.ok || (await post('/api/call', { method: 'host.info', input: {} })).ok) return location.replace('/')
  if (login) say(login.error.message[language], login.error.hint?.[language])
  else say(texts[language].missing, texts[language].hint)
}
const start = () => signIn().catch(() => say(texts[language].down, texts[language].hint))
document.documentElement.lang = language === 'zh' ? 'zh-CN' : 'en'
addEventListener('hashchange', () => { if (location.hash) start() })
start()
`

/** The page that exchanges a link's token for a session; the only thing a browser gets without one. */
export const loginFiles: Readonly<Record<string, { readonly type: string; readonly body: string }>> = {
  '/login': { type: 'text/html; charset=utf-8', body: html },
  '/login.css': { type: 'text/css; charset=utf-8', body: css },
  '/login.js': { type: 'text/javascript; charset=utf-8', body: js },
}
