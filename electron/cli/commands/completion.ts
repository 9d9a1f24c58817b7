import { text } from '../../../shared/model/text'
import type { Call } from '../call'
import { didYouMean, usage } from '../usage'

const bash = `_switchyard() {
  local line
  COMPREPLY=()
  while IFS= read -r line; do
    COMPREPLY+=("$(printf '%q' "$line")")
  done < <(switchyard __complete -- "\${COMP_WORDS[@]:1:COMP_CWORD}" 2>/dev/null)
}
complete -o default -F _switchyard switchyard
`

const zsh = `#compdef switchyard
_switchyard() {
  local -a found
  found=("\${(@f)$(switchyard __complete -- "\${(@)words[2,CURRENT]}" 2>/dev/null)}")
  if [[ -n "\${found[1]}" ]]; then compadd -a found; else _files; fi
}
if [[ "\${funcstack[1]}" = _switchyard ]]; then _switchyard "$@"; else compdef _switchyard switchyard; fi
`

const fish = `complete -c switchyard -f -a '(switchyard __complete -- (commandline -opc)[2..-1] (commandline -ct) 2>/dev/null)'
`

const powershell = `Register-ArgumentCompleter -Native -CommandName switchyard -ScriptBlock {
  param($word, $ast, $cursor)
  $words = @($ast.CommandElements | Select-Object -Skip 1 | ForEach-Object { $_.ToString().Trim('"', "'") })
  if ($word -eq '') { $words += '' }
  switchyard __complete '--' @words 2>$null | ForEach-Object {
    $text = if ($_ -match '[^\\w.=-]') { "'" + $_.Replace("'", "''") + "'" } else { $_ }
    [System.Management.Automation.CompletionResult]::new($text, $_, 'ParameterValue', $_)
  }
}
`

const scripts: Readonly<Record<string, string>> = { bash, zsh, fish, powershell }
export const completionShells: readonly string[] = Object.keys(scripts)

export async function completion({ args, ui }: Call): Promise<undefined> {
  const shell = args.positionals[0] ?? ''
  const script = Object.hasOwn(scripts, shell) ? scripts[shell] : undefined
  if (script === undefined) {
    const all = completionShells.join(', ')
    throw usage(
      text(`There is no completion for "${shell}".`, `没有 "${shell}" 的自动补全。`),
      didYouMean(shell, completionShells, text(`There is: ${all}.`, `支持：${all}。`)),
    )
  }
  ui.result({ script }, () => script.trimEnd())
  return undefined
}
